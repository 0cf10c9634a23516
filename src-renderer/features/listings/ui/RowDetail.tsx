import { ActionIcon, Button, Group } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconFlagPlus, IconX } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkedRow } from '#domain/finding/finding.ts'
import { rowLabel } from '#domain/listing/columns.ts'
import type { ListingRow, RuleMark } from '#domain/listing/listing.ts'
import { linkRows } from '#renderer/features/listings/commands/link-rows.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { changeLook } from '#renderer/features/listings/state/listings-view.ts'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import classes from '#renderer/features/listings/ui/listings.module.css'
import { useRuleText } from '#renderer/ui/useRuleText.ts'
import { MarkChip } from '#renderer/ui/chips.tsx'

interface Props {
  readonly listing: OpenedListing
  readonly columns: readonly GridColumn[]
  readonly view: Int32Array
  readonly row: number
  /** Absent when nothing may be written. */
  readonly onCreateFinding: ((rows: LinkedRow[], mark?: RuleMark) => void) | undefined
}

/** All that may be shown of one row, with what rules say of it. */
export function RowDetail({ listing, columns, view, row, onCreateFinding }: Props): React.JSX.Element | null {
  const { t } = useTranslation('listing')
  const content = listing.rows[row]
  if (!content) return null
  const close = () => {
    changeLook(listing.key, { openRow: null })
    document.querySelector<HTMLElement>('[data-grid]')?.focus()
  }
  const create = onCreateFinding && ((mark?: RuleMark) => onCreateFinding(linkRows(listing, [row]), mark))
  return (
    <aside
      className={classes['detail']}
      aria-label={t('detail.title')}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <Group justify="space-between" wrap="nowrap" gap={4} className={classes['detailTop'] ?? ''}>
        <div>
          <h2 className="code">{rowLabel(listing.listing, content.cells)}</h2>
          <p>{t('detail.line', { line: content.line })}</p>
        </div>
        <Steps listing={listing} view={view} row={row} onClose={close} />
      </Group>
      <Marks listing={listing} marks={content.marks} onCreate={create} />
      <Cells columns={columns} content={content} />
      {create && content.marks.length === 0 && (
        <Button
          size="xs"
          mt="sm"
          leftSection={<IconFlagPlus size={16} aria-hidden />}
          onClick={() => create()}
        >
          {t('finding.create')}
        </Button>
      )}
    </aside>
  )
}

interface StepsProps extends Pick<Props, 'listing' | 'view' | 'row'> {
  readonly onClose: () => void
}

function Steps({ listing, view, row, onClose }: StepsProps) {
  const { t } = useTranslation('listing')
  const at = view.indexOf(row)
  const step = (by: number) => {
    const next = view[at + by]
    return {
      disabled: at < 0 || next === undefined,
      onClick: () =>
        next !== undefined && changeLook(listing.key, { openRow: next, cursor: { row: at + by, column: 1 } }),
    }
  }
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="subtle" aria-label={t('detail.previous')} {...step(-1)}>
        <IconChevronUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={t('detail.next')} {...step(1)}>
        <IconChevronDown size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={t('common:close')} onClick={onClose}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

interface MarksProps {
  readonly listing: OpenedListing
  readonly marks: readonly RuleMark[]
  readonly onCreate: ((mark: RuleMark) => void) | undefined
}

function Marks({ listing, marks, onCreate }: MarksProps) {
  const { t } = useTranslation('listing')
  const say = useRuleText(listing.listing)
  return (
    <ul className={classes['marks']}>
      {marks.map((mark, at) => (
        <li key={at} data-severity={mark.severity}>
          <MarkChip severity={mark.severity} plain />
          <p>{say(mark)}</p>
          {onCreate && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconFlagPlus size={14} aria-hidden />}
              onClick={() => onCreate(mark)}
            >
              {t('finding.create')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Cells({
  columns,
  content,
}: {
  readonly columns: readonly GridColumn[]
  readonly content: ListingRow
}) {
  const broken = new Set(content.marks.flatMap((mark) => mark.columns))
  return (
    <dl className={classes['cells']}>
      {columns.map(({ id, title, source, format, code }) =>
        source ? (
          <div key={id} data-broken={broken.has(id) || undefined}>
            <dt>{title}</dt>
            <dd className={code ? 'code' : undefined}>{format(content.cells[source.at] ?? null) || '–'}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

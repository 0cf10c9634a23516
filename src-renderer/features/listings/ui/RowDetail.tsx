import { ActionIcon, Button, Group } from '@mantine/core'
import { IconArrowBackUp, IconChevronDown, IconChevronUp, IconFlagPlus, IconX } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkedRow } from '#domain/finding/finding.ts'
import { rowLabel } from '#domain/listing/columns.ts'
import type { ListingRow, RuleMark } from '#domain/listing/listing.ts'
import { linkRows } from '#renderer/features/listings/commands/link-rows.ts'
import { hasIdentity } from '#renderer/features/listings/commands/show-identity.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import {
  changeLook,
  endTrail,
  goBack,
  useListingsView,
} from '#renderer/features/listings/state/listings-view.ts'
import classes from '#renderer/features/listings/ui/detail.module.css'
import { CitedIn } from '#renderer/features/listings/ui/CitedIn.tsx'
import { CiteMenu } from '#renderer/features/listings/ui/CiteMenu.tsx'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import { IdentityBox } from '#renderer/features/listings/ui/IdentityBox.tsx'
import type { Citing } from '#renderer/features/listings/ui/pane-props.ts'
import { RowLinks } from '#renderer/features/listings/ui/RowLinks.tsx'
import { RowMarks } from '#renderer/features/listings/ui/RowMarks.tsx'
import { pressed } from '#renderer/ui/keys.ts'

interface Props {
  readonly inspectionId: string
  readonly listing: OpenedListing
  /** All that may be shown, in the grid or not. */
  readonly columns: readonly GridColumn[]
  readonly view: Int32Array
  readonly row: number
  readonly viewer: string
  readonly citing: Citing
  /** Absent when nothing may be written. */
  readonly onCreateFinding: ((rows: LinkedRow[], mark?: RuleMark) => void) | undefined
}

/** All that may be shown of one row: what rules say of it, its cells, and what it is linked with. */
export function RowDetail(props: Props): React.JSX.Element | null {
  const { inspectionId, listing, columns, view, row, viewer, citing, onCreateFinding } = props
  const { t } = useTranslation('listing')
  const content = listing.rows[row]
  if (!content) return null
  const close = () => {
    changeLook(listing.key, { openRow: null })
    endTrail(inspectionId)
    document.querySelector<HTMLElement>('[data-grid]')?.focus()
  }
  const linked = linkRows(listing, [row])
  const create = onCreateFinding && ((mark?: RuleMark) => onCreateFinding(linked, mark))
  const label = rowLabel(listing.listing, content.cells)
  const from = { listing: listing.listing, line: content.line, label }
  return (
    <aside
      className={classes['detail']}
      aria-label={t('detail.title')}
      onKeyDown={(event) => pressed('row', event) && close()}
    >
      <Back inspectionId={inspectionId} />
      <Group justify="space-between" wrap="nowrap" gap={4} className={classes['top'] ?? ''}>
        <div>
          <h2 className="code">{label}</h2>
          <p>{t('detail.line', { line: content.line })}</p>
        </div>
        <Steps listing={listing} view={view} row={row} onClose={close} />
      </Group>
      <RowMarks inspectionId={inspectionId} listing={listing} marks={content.marks} onCreate={create} />
      {hasIdentity(listing) && (
        <IdentityBox key={row} inspectionId={inspectionId} listing={listing} row={row} viewer={viewer} />
      )}
      <Cells columns={columns} content={content} />
      {create && (
        <Group gap="xs" mt="sm">
          {content.marks.length === 0 && <CreateButton onCreate={() => create()} />}
          <CiteMenu rows={linked} citing={citing} />
        </Group>
      )}
      {linked[0] && (
        <CitedIn row={linked[0]} findings={citing.citations(listing.listing, label)} citing={citing} />
      )}
      <RowLinks key={`links ${row}`} inspectionId={inspectionId} from={from} row={row} />
    </aside>
  )
}

function CreateButton({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useTranslation('listing')
  return (
    <Button size="xs" leftSection={<IconFlagPlus size={16} aria-hidden />} onClick={onCreate}>
      {t('finding.create')}
    </Button>
  )
}

/** The way back along the links that led here. */
function Back({ inspectionId }: { readonly inspectionId: string }) {
  const { t } = useTranslation('listing')
  const last = useListingsView(({ trails }) => trails[inspectionId]?.at(-1))
  if (!last) return null
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconArrowBackUp size={14} aria-hidden />}
      onClick={() => goBack(inspectionId)}
    >
      {t('links.back', { label: last.label, listing: t(`common:listing.${last.listing}`) })}
    </Button>
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

interface CellsProps {
  readonly columns: readonly GridColumn[]
  readonly content: ListingRow
}

function Cells({ columns, content }: CellsProps) {
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

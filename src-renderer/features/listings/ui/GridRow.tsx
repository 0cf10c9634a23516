import { IconAlertTriangle, IconFlag } from '@tabler/icons-react'
import { memo } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ListingName, ListingRow, RuleMark } from '#domain/listing/listing.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { changeLook } from '#renderer/features/listings/state/listings-view.ts'
import { toggleRow } from '#renderer/features/listings/state/selection.ts'
import { cellId } from '#renderer/features/listings/ui/cell-id.ts'
import { MARGIN, RULES, type GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import classes from '#renderer/features/listings/ui/grid.module.css'
import { ROW_HEIGHT } from '#renderer/features/listings/ui/use-grid.ts'
import { useRuleText } from '#renderer/ui/useRuleText.ts'
import { Chip } from '#renderer/ui/Chip.tsx'

interface Props {
  readonly listing: OpenedListing
  /** Its place in the listing, and where it stands in the grid. */
  readonly place: number
  readonly at: number
  readonly columns: readonly GridColumn[]
  /** The findings that cite it, `C-01, C-03`; empty for none. */
  readonly cited: string
  readonly selected: boolean
  readonly open: boolean
  readonly activeColumn: number | null
}

/** One row of the grid. A click opens its detail; the margin selects it and says what rules made of it. */
export const GridRow = memo(function GridRow(props: Props): React.JSX.Element | null {
  const { listing, place, at, columns, cited, selected, open, activeColumn } = props
  const row = listing.rows[place]
  const { key } = listing
  if (!row) return null
  const look = (column: number) => changeLook(key, { cursor: { row: at, column }, openRow: place })
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      className={classes['row']}
      data-open={open || undefined}
      data-mark={gravest(row.marks)?.severity}
      style={{ transform: `translateY(${at * ROW_HEIGHT}px)` }}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          id={cellId(key, at, column.index)}
          aria-colindex={column.index + 1}
          className={classes['cell']}
          data-frozen={column.frozen || undefined}
          data-figure={column.figure || undefined}
          data-code={column.code || undefined}
          data-broken={isMarked(row.marks, column) || undefined}
          data-active={activeColumn === column.index || undefined}
          style={{ width: column.width, left: column.left }}
          onClick={() => (column.id === MARGIN ? toggleRow(key, place) : look(column.index))}
        >
          <Content
            listing={listing.listing}
            column={column}
            row={row}
            cited={column.frozen ? cited : ''}
            selected={selected}
            onToggle={() => toggleRow(key, place)}
          />
        </div>
      ))}
    </div>
  )
})

interface ContentProps {
  readonly listing: ListingName
  readonly column: GridColumn
  readonly row: ListingRow
  readonly cited: string
  readonly selected: boolean
  readonly onToggle: () => void
}

function Content({ listing, column, row, cited, selected, onToggle }: ContentProps) {
  if (column.id === MARGIN)
    return <Margin marks={row.marks} line={row.line} selected={selected} onToggle={onToggle} />
  if (column.id === RULES) return <Sentence listing={listing} marks={row.marks} />
  const text = column.format(row.cells[column.source?.at ?? -1] ?? null)
  return (
    <>
      <span title={text}>{text}</span>
      {cited !== '' && <Cited findings={cited} />}
    </>
  )
}

/** Beside what a row goes by: which findings cite it. */
function Cited({ findings }: { readonly findings: string }) {
  const { t } = useTranslation('listing')
  return (
    <span className={classes['cited']} title={t('cited.by', { findings })}>
      <span className="visually-hidden">{t('cited.by', { findings })}</span>
      <span aria-hidden>{findings}</span>
    </span>
  )
}

/** A suggested finding weighs more than a warning. */
const gravest = (marks: readonly RuleMark[]) => marks.find(({ severity }) => severity === 'F') ?? marks[0]

const isMarked = (marks: readonly RuleMark[], { id }: GridColumn) =>
  marks.some(({ columns }) => columns.includes(id))

interface MarginProps {
  readonly marks: readonly RuleMark[]
  readonly line: number
  readonly selected: boolean
  readonly onToggle: () => void
}

function Margin({ marks, line, selected, onToggle }: MarginProps) {
  const { t } = useTranslation('listing')
  const mark = gravest(marks)
  return (
    <>
      <input
        type="checkbox"
        tabIndex={-1}
        className={classes['check']}
        aria-label={t('grid.select', { line })}
        checked={selected}
        onClick={(event) => event.stopPropagation()}
        onChange={onToggle}
      />
      {mark && (
        <Chip
          plain
          tone={mark.severity === 'F' ? 'orange' : 'amber'}
          icon={mark.severity === 'F' ? IconFlag : IconAlertTriangle}
        >
          {t(`mark.${mark.severity}`)}
        </Chip>
      )}
    </>
  )
}

function Sentence({
  listing,
  marks,
}: Pick<ContentProps, 'listing'> & { readonly marks: readonly RuleMark[] }) {
  const say = useRuleText(listing)
  const mark = gravest(marks)
  if (!mark) return null
  const text = marks.map(say).join('\n')
  const more = marks.length > 1 ? ` (+${marks.length - 1})` : ''
  return <span title={text}>{say(mark) + more}</span>
}

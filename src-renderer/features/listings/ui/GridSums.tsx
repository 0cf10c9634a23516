import { memo, useMemo } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { sumColumn } from '#domain/listing/row-view.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { isSummed, type GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import classes from '#renderer/features/listings/ui/grid.module.css'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

export const SUM_HEIGHT = 30

interface Props {
  readonly listing: OpenedListing
  readonly columns: readonly GridColumn[]
  readonly view: Int32Array
  readonly selected: ReadonlySet<number>
  readonly width: number
}

/** Under the rows, in sight wherever one scrolls: how many are shown and selected, and the sums of their figures. */
export const GridSums = memo(function GridSums(props: Props): React.JSX.Element {
  const { listing, columns, view, selected, width } = props
  const shared = { listing, columns }
  return (
    <div role="rowgroup" className={classes['sums']} style={{ width }}>
      <SumRow {...shared} rows={view} count={view.length} label="sums.shown" />
      {selected.size > 0 && (
        <SumRow {...shared} rows={selected} count={selected.size} label="sums.selected" />
      )}
    </div>
  )
})

interface RowProps extends Pick<Props, 'listing' | 'columns'> {
  readonly rows: Iterable<number>
  readonly count: number
  readonly label: string
}

function SumRow({ listing, columns, rows, count, label }: RowProps) {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const sums = useMemo(() => sumsOf(listing, columns, rows), [listing, columns, rows])
  return (
    <div role="row" className={classes['sumRow']} style={{ height: SUM_HEIGHT }}>
      <div role="gridcell" aria-colindex={1} aria-colspan={columns.length} className={classes['sumCell']}>
        <b>{t(label, { count, figure: formatCount(count, language) })}</b>
        {sums.map(({ title, sum }) => (
          <span key={title}>
            {title} <b>{sum}</b>
          </span>
        ))}
      </div>
    </div>
  )
}

/** Sums come as whole hundredths, cents or counts; cells are written in their own unit. */
function sumsOf(
  { listing, index }: OpenedListing,
  columns: readonly GridColumn[],
  rows: Iterable<number>,
): { title: string; sum: string }[] {
  return columns
    .filter(({ id }) => isSummed(listing, id))
    .map(({ id, title, format }) => {
      const scale = index.columns.get(id)?.column.scale ?? 1
      return { title, sum: format(sumColumn(index, id, rows) / scale) }
    })
}

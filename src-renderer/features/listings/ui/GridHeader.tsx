import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from '@tabler/icons-react'
import { Popover } from '@mantine/core'
import { memo } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import type { Look } from '#renderer/features/listings/state/listings-view.ts'
import { toggleAll } from '#renderer/features/listings/state/selection.ts'
import { toggleSort } from '#renderer/features/listings/state/sorting.ts'
import { cellId } from '#renderer/features/listings/ui/cell-id.ts'
import { ColumnFilterEditor } from '#renderer/features/listings/ui/ColumnFilterEditor.tsx'
import { MARGIN, type GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import classes from '#renderer/features/listings/ui/grid.module.css'

interface Props {
  readonly listing: OpenedListing
  readonly columns: readonly GridColumn[]
  readonly view: Int32Array
  readonly look: Look
  readonly width: number
  /** The column whose filter is open. */
  readonly filtered: string | null
  readonly onFilter: (column: string | null) => void
}

/** The headers: name, order, filter. Part of the grid's keyboard, so its buttons are no Tab stops. */
export const GridHeader = memo(function GridHeader(props: Props): React.JSX.Element {
  return (
    <div role="rowgroup" className={classes['header']} style={{ width: props.width }}>
      <div role="row" aria-rowindex={1} className={classes['headerRow']}>
        {props.columns.map((column, at) => (
          <Heading key={column.id} {...props} column={column} at={at} />
        ))}
      </div>
    </div>
  )
})

function Heading(props: Props & { readonly column: GridColumn; readonly at: number }) {
  const { listing, column, at, look } = props
  const order = look.query.sort.find((one) => one.column === column.id)
  const sorted = order && (order.descending ? 'descending' : 'ascending')
  return (
    <div
      role="columnheader"
      id={cellId(listing.key, -1, at)}
      aria-colindex={at + 1}
      aria-sort={column.source ? (sorted ?? 'none') : undefined}
      className={classes['heading']}
      data-frozen={column.frozen || undefined}
      data-figure={column.figure || undefined}
      data-active={(look.cursor.row < 0 && look.cursor.column === at) || undefined}
      style={{ width: column.width, ...(column.frozen ? { left: column.left } : {}) }}
    >
      {column.id === MARGIN && <SelectAll {...props} />}
      {column.source ? <Title {...props} /> : <span className={classes['title']}>{column.title}</span>}
      {column.source && <Filter {...props} source={column.source} />}
    </div>
  )
}

function Title({ listing, column, look }: Props & { readonly column: GridColumn }) {
  const { sort } = look.query
  const at = sort.findIndex((one) => one.column === column.id)
  const Arrow = sort[at]?.descending ? IconArrowDown : IconArrowUp
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes['sort']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => toggleSort(listing.key, column.id, event.shiftKey)}
    >
      <span className={classes['title']}>{column.title}</span>
      {at >= 0 && <Arrow size={14} aria-hidden />}
      {at >= 0 && sort.length > 1 && <span className={classes['sortPlace']}>{at + 1}</span>}
    </button>
  )
}

interface FilterProps extends Props {
  readonly column: GridColumn
  readonly source: NonNullable<GridColumn['source']>
}

function Filter({ listing, column, source, look, filtered, onFilter }: FilterProps) {
  const { t } = useTranslation('listing')
  const filter = look.query.filters[column.id]
  const Sign = filter ? IconFilterFilled : IconFilter
  // Escape gives the focus back to where it was when the filter opened: let that be the grid.
  const focusGrid = () => document.querySelector<HTMLElement>('[data-grid]')?.focus()
  const close = () => {
    onFilter(null)
    focusGrid()
  }
  return (
    <Popover opened={filtered === column.id} onDismiss={close} trapFocus shadow="md" position="bottom-end">
      <Popover.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes['filter']}
          data-on={filter !== undefined || undefined}
          aria-label={t('filter.on', { column: column.title })}
          onMouseDown={(event) => {
            event.preventDefault()
            focusGrid()
          }}
          onClick={() => onFilter(filtered === column.id ? null : column.id)}
        >
          <Sign size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.on', { column: column.title })}>
        <ColumnFilterEditor
          listing={listing}
          column={source}
          title={column.title}
          filter={filter}
          onClose={close}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function SelectAll({ listing, view, look }: Props) {
  const { t } = useTranslation('listing')
  const all =
    view.length > 0 && look.selected.size >= view.length && view.every((row) => look.selected.has(row))
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={classes['check']}
      aria-label={t('grid.selectAll')}
      checked={all}
      onChange={() => toggleAll(listing.key, view)}
    />
  )
}

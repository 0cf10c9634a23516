import { useMergedRef } from '@mantine/hooks'
import type React from 'react'
import { copiedText, MOST_COPIED } from '#renderer/features/listings/commands/copy-rows.ts'
import type { Citations } from '#domain/finding/cite-rows.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import { rowLabel } from '#domain/listing/columns.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import type { Look } from '#renderer/features/listings/state/listings-view.ts'
import { cellId } from '#renderer/features/listings/ui/cell-id.ts'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import { actOnGridKey } from '#renderer/features/listings/ui/grid-keys.ts'
import classes from '#renderer/features/listings/ui/grid.module.css'
import { GridHeader } from '#renderer/features/listings/ui/GridHeader.tsx'
import { GridRow } from '#renderer/features/listings/ui/GridRow.tsx'
import { GridSums, SUM_HEIGHT } from '#renderer/features/listings/ui/GridSums.tsx'
import { useExportWords } from '#renderer/features/listings/ui/use-export-words.ts'
import { ROW_HEIGHT, useGrid } from '#renderer/features/listings/ui/use-grid.ts'
import { useKeyHints } from '#renderer/ui/KeyHints.tsx'
import { useKeptScroll } from '#renderer/ui/useKeptScroll.ts'

interface Props {
  readonly listing: OpenedListing
  readonly columns: readonly GridColumn[]
  /** Rows shown, in their order. */
  readonly view: Int32Array
  readonly look: Look
  readonly citations: Citations
  readonly name: string
  /** The column whose filter is open. */
  readonly filtered: string | null
  readonly onFilter: (column: string | null) => void
}

/** The rows as a grid: one Tab stop, arrows inside, only what is in sight is drawn. */
export function ListingGrid({
  listing,
  columns,
  view,
  look,
  citations,
  name,
  filtered,
  onFilter,
}: Props): React.JSX.Element {
  const foot = SUM_HEIGHT * (look.selected.size > 0 ? 2 : 1)
  const { frame, items, shown, onScroll, pageOf } = useGrid({ rows: view.length, columns, foot }, look.cursor)
  const ref = useMergedRef(frame, useKeptScroll(`listing/${listing.listing}`))
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const { key } = listing
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const known = actOnGridKey(event, { key, view, look, columns, page: pageOf(), onFilter })
    if (known) event.preventDefault()
  }
  const onCopy = useCopy(listing, look, columns)
  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={0}
      data-grid
      className={classes['grid']}
      aria-label={name}
      aria-description={useKeyHints(['grid', 'header'])}
      aria-rowcount={view.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={cellId(key, look.cursor.row, look.cursor.column)}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onScroll={onScroll}
    >
      <GridHeader
        listing={listing}
        columns={columns}
        view={view}
        look={look}
        width={width}
        filtered={filtered}
        onFilter={onFilter}
      />
      <div role="rowgroup" style={{ width, height: view.length * ROW_HEIGHT, position: 'relative' }}>
        {items.map(({ index }) => (
          // Keyed by its place on the screen: another order changes the text of the cells and makes no new ones.
          <PlacedRow key={index} {...{ listing, view, look, citations }} columns={shown} at={index} />
        ))}
      </div>
      <GridSums listing={listing} columns={columns} view={view} selected={look.selected} width={width} />
    </div>
  )
}

/** Ctrl+C in the grid copies the selected rows. */
function useCopy(listing: OpenedListing, look: Look, columns: readonly GridColumn[]) {
  const words = useExportWords(listing.listing)
  return (event: React.ClipboardEvent) => {
    const { size } = look.selected
    if (event.target !== event.currentTarget || size === 0 || size > MOST_COPIED) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', copiedText(listing, look, columns, words))
  }
}

type PlacedProps = Pick<Props, 'listing' | 'columns' | 'view' | 'look' | 'citations'> & {
  readonly at: number
}

function PlacedRow({ listing, columns, view, look, citations, at }: PlacedProps) {
  const place = view[at] ?? 0
  const { cursor, selected, openRow } = look
  const cells = listing.rows[place]?.cells
  const citing = cells ? citations(listing.listing, rowLabel(listing.listing, cells)) : []
  return (
    <GridRow
      listing={listing}
      place={place}
      at={at}
      columns={columns}
      cited={citing.map(({ number }) => findingLabel(number)).join(', ')}
      selected={selected.has(place)}
      open={openRow === place}
      activeColumn={cursor.row === at ? cursor.column : null}
    />
  )
}

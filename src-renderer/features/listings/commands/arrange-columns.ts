import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { AS_IT_COMES, moved } from '#renderer/features/listings/state/column-layout.ts'
import { setLayout, useColumnLayouts } from '#renderer/features/listings/state/column-layouts.ts'
import { changeQuery, FIRST_LOOK, useListingsView } from '#renderer/features/listings/state/listings-view.ts'

const layoutOf = ({ listing }: OpenedListing) => useColumnLayouts.getState()[listing] ?? AS_IT_COMES

/** Shows a column, or hides it: then it no longer filters nor orders, which nobody could see. */
export function showColumn(listing: OpenedListing, id: string, shown: boolean): void {
  const layout = layoutOf(listing)
  const others = layout.hidden.filter((one) => one !== id)
  setLayout(listing.listing, { ...layout, hidden: shown ? others : [...others, id] })
  if (!shown) forgetColumn(listing.key, id)
}

function forgetColumn(key: string, id: string): void {
  const { filters, sort } = (useListingsView.getState().looks[key] ?? FIRST_LOOK).query
  const isUsed = id in filters || sort.some(({ column }) => column === id)
  if (!isUsed) return
  changeQuery(key, {
    filters: Object.fromEntries(Object.entries(filters).filter(([column]) => column !== id)),
    sort: sort.filter(({ column }) => column !== id),
  })
}

/**
 * Moves a column one place.
 * @param ids the columns that may be moved, as they stand, hidden ones too
 */
export function moveColumn(listing: OpenedListing, ids: readonly string[], id: string, by: -1 | 1): void {
  setLayout(listing.listing, { ...layoutOf(listing), order: moved(ids, id, by) })
}

/** Shows all columns again, in the order they come in. */
export const resetColumns = (listing: OpenedListing): void => setLayout(listing.listing, AS_IT_COMES)

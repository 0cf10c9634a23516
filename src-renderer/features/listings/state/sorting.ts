import type { SortBy } from '#domain/listing/row-view.ts'
import { changeQuery, FIRST_LOOK, useListingsView } from '#renderer/features/listings/state/listings-view.ts'

/** The next order of a column: up, down, then as in the file. */
function turned(before: SortBy | undefined, column: string): SortBy[] {
  if (!before) return [{ column, descending: false }]
  return before.descending ? [] : [{ column, descending: true }]
}

/**
 * Sorts by a column, then the other way round, then not at all.
 * @param further keeps the columns already sorted by in front
 */
export function toggleSort(key: string, column: string, further: boolean): void {
  const { sort } = (useListingsView.getState().looks[key] ?? FIRST_LOOK).query
  const before = sort.find((one) => one.column === column)
  const others = further ? sort.filter((one) => one !== before) : []
  changeQuery(key, { sort: [...others, ...turned(before, column)] })
}

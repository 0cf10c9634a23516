import type { ColumnFilter } from '#domain/listing/row-view.ts'
import { changeQuery, FIRST_LOOK, useListingsView } from '#renderer/features/listings/state/listings-view.ts'

/** Sets the filter of a column, or takes it away with null. */
export function setFilter(key: string, column: string, filter: ColumnFilter | null): void {
  const { filters } = (useListingsView.getState().looks[key] ?? FIRST_LOOK).query
  const others = Object.entries(filters).filter(([name]) => name !== column)
  const own: [string, ColumnFilter][] = filter ? [[column, filter]] : []
  changeQuery(key, { filters: Object.fromEntries([...others, ...own]) })
}

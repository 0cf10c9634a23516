import { changeLook, FIRST_LOOK, useListingsView } from '#renderer/features/listings/state/listings-view.ts'

const selectedIn = (key: string): ReadonlySet<number> =>
  (useListingsView.getState().looks[key] ?? FIRST_LOOK).selected

/** Selects a row, or no longer. */
export function toggleRow(key: string, row: number): void {
  const selected = new Set(selectedIn(key))
  if (!selected.delete(row)) selected.add(row)
  changeLook(key, { selected })
}

/** Adds the rows shown between two places of the grid to the selection. */
export function selectBetween(key: string, view: Int32Array, from: number, to: number): void {
  const [first, last] = from < to ? [from, to] : [to, from]
  changeLook(key, { selected: new Set([...selectedIn(key), ...view.subarray(Math.max(first, 0), last + 1)]) })
}

/** Selects all the rows shown, or none when they all were. */
export function toggleAll(key: string, view: Int32Array): void {
  const selected = selectedIn(key)
  const all = view.length > 0 && view.every((row) => selected.has(row))
  changeLook(key, { selected: new Set(all ? [] : view) })
}

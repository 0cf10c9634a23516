import { foldText } from '#domain/listing/fold-text.ts'
import type { Cell } from '#domain/listing/listing.ts'
import type { IndexedColumn, RowIndex } from '#domain/listing/row-index.ts'

/** What a column must hold: a piece of its text, a value between two bounds (either open), or one of some values. */
export type ColumnFilter =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'range'; readonly from: string | number | null; readonly to: string | number | null }
  | { readonly kind: 'among'; readonly values: readonly Cell[] }

export interface SortBy {
  readonly column: string
  readonly descending: boolean
}

/** Rows chosen elsewhere: places in the listing, and what they are called. */
export interface RowChoice {
  readonly name: string
  readonly rows: readonly number[]
}

/** What of a listing is asked to be seen. */
export interface ViewQuery {
  /** Words that must all be found in a row, each in any column. */
  readonly search: string
  readonly filters: Readonly<Record<string, ColumnFilter>>
  readonly suspiciousOnly: boolean
  /** Only the rows that this rule marked. */
  readonly rule: string | null
  /** Only these rows, as another screen chose them. */
  readonly only: RowChoice | null
  /** The first one leads; empty cells stand last both ways. */
  readonly sort: readonly SortBy[]
}

export const EVERYTHING: ViewQuery = {
  search: '',
  filters: {},
  suspiciousOnly: false,
  rule: null,
  only: null,
  sort: [],
}

/** The rows a query leaves, in its order: places in the listing. Columns the index does not hold are passed over. */
export function viewRows(index: RowIndex, query: ViewQuery): Int32Array {
  const kept = new Uint8Array(index.size).fill(1)
  if (query.suspiciousOnly) keepBoth(kept, index.suspicious)
  if (query.rule !== null) keepRows(kept, index.rules.find(({ rule }) => rule === query.rule)?.rows ?? [])
  if (query.only) keepRows(kept, query.only.rows)
  for (const [name, filter] of Object.entries(query.filters)) {
    const column = index.columns.get(name)
    if (column) keepBoth(kept, rowsWith(column, acceptedValues(column, filter)))
  }
  for (const word of foldText(query.search).split(/\s+/)) if (word) keepBoth(kept, rowsSaying(index, word))
  return sortRows(index, listKept(kept), query.sort)
}

/** The sum of a number column over rows: exact whole numbers (cents, hundredths of hours, counts). */
export function sumColumn(index: RowIndex, name: string, rows: Iterable<number>): number {
  const column = index.columns.get(name)
  let sum = 0
  if (column) for (const row of rows) sum += column.units[column.codes[row] ?? 0] ?? 0
  return sum
}

/** How often each value of a column stands in the listing, in the column's order, the empty cell last. */
export function countValues(column: IndexedColumn): { value: Cell; rows: number }[] {
  const counts = new Int32Array(column.values.length)
  for (const code of column.codes) counts[code] = (counts[code] ?? 0) + 1
  return column.values
    .map((value, code) => ({ value, rows: counts[code] ?? 0, rank: placeOf(column, code) }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ value, rows }) => ({ value, rows }))
}

const placeOf = (column: IndexedColumn, code: number) =>
  code === 0 ? column.values.length + 1 : (column.ranks[code] ?? 0)

function keepBoth(kept: Uint8Array, also: Uint8Array) {
  for (let row = 0; row < kept.length; row++) kept[row] = (kept[row] ?? 0) & (also[row] ?? 0)
}

function keepRows(kept: Uint8Array, rows: readonly number[]) {
  const wanted = new Uint8Array(kept.length)
  for (const row of rows) wanted[row] = 1
  keepBoth(kept, wanted)
}

function acceptedValues(column: IndexedColumn, filter: ColumnFilter): Uint8Array {
  if (filter.kind === 'contains') {
    const part = foldText(filter.text.trim())
    return Uint8Array.from(column.texts, (text) => Number(text.includes(part)))
  }
  if (filter.kind === 'range') {
    return Uint8Array.from(column.values, (value) => Number(isWithin(value, filter.from, filter.to)))
  }
  const wanted = new Set(filter.values)
  return Uint8Array.from(column.values, (value) => Number(wanted.has(value)))
}

type Bound = string | number | null

function isWithin(value: Cell, from: Bound, to: Bound): boolean {
  if (value === null) return from === null && to === null
  return (from === null || value >= from) && (to === null || value <= to)
}

function rowsWith(column: IndexedColumn, accepted: Uint8Array): Uint8Array {
  const found = new Uint8Array(column.codes.length)
  for (let row = 0; row < found.length; row++) found[row] = accepted[column.codes[row] ?? 0] ?? 0
  return found
}

function rowsSaying(index: RowIndex, word: string): Uint8Array {
  const found = new Uint8Array(index.size)
  for (const { texts, codes } of index.columns.values()) {
    const says = Uint8Array.from(texts, (text) => Number(text.includes(word)))
    if (!says.includes(1)) continue
    for (let row = 0; row < found.length; row++) found[row] = (found[row] ?? 0) | (says[codes[row] ?? 0] ?? 0)
  }
  return found
}

function listKept(kept: Uint8Array): Int32Array {
  const rows = new Int32Array(kept.length)
  let size = 0
  for (let row = 0; row < kept.length; row++) if (kept[row]) rows[size++] = row
  return rows.slice(0, size)
}

/** Counting sort by rank, last key first: stable and linear, whatever the number of keys. */
function sortRows(index: RowIndex, rows: Int32Array, sort: readonly SortBy[]): Int32Array {
  return sort.toReversed().reduce((sorted, { column, descending }) => {
    const by = index.columns.get(column)
    return by ? sortByRank(sorted, by, descending) : sorted
  }, rows)
}

function sortByRank(rows: Int32Array, { ranks, codes }: IndexedColumn, descending: boolean): Int32Array {
  const last = ranks.length
  const places = Int32Array.from(ranks, (rank) => (rank === 0 ? last : descending ? last - rank : rank - 1))
  const starts = new Int32Array(last + 2)
  for (const row of rows) {
    const next = (places[codes[row] ?? 0] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let place = 1; place < starts.length; place++) {
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  }
  const sorted = new Int32Array(rows.length)
  for (const row of rows) {
    const place = places[codes[row] ?? 0] ?? 0
    const at = starts[place] ?? 0
    sorted[at] = row
    starts[place] = at + 1
  }
  return sorted
}

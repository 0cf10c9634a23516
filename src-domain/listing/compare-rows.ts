import { columnIdsOf, rowLabel } from '#domain/listing/columns.ts'
import type { Cell, ListingName, ListingRow } from '#domain/listing/listing.ts'

/** A row that is in both versions, with the columns whose cells differ. */
export interface ChangedRow {
  readonly before: ListingRow
  readonly after: ListingRow
  readonly columns: readonly string[]
}

/** What became of a listing from one version to another; rows in the order of their file. */
export interface ListingDifference {
  readonly added: readonly ListingRow[]
  readonly changed: readonly ChangedRow[]
  readonly removed: readonly ListingRow[]
  readonly unchanged: number
}

/** Rows looked at between two steps. */
const STEP = 1000

/**
 * Compares two versions of a listing. Rows are the same row when their key columns are the same (`KEY_COLUMNS`); where
 * several have one key, equal ones are matched first, then the others in their order. Where a row stands in its file and
 * what rules say of it do not count.
 */
export function compareListings(
  listing: ListingName,
  before: readonly ListingRow[],
  after: readonly ListingRow[],
): ListingDifference {
  const steps = compareSteps(listing, before, after)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The same in steps of 1,000 rows, to give the thread back in between; each tells how many rows are looked at. */
export function* compareSteps(
  listing: ListingName,
  before: readonly ListingRow[],
  after: readonly ListingRow[],
): Generator<number, ListingDifference> {
  const matcher = new RowMatcher(before, (row) => rowLabel(listing, row.cells))
  const left: ListingRow[] = []
  let done = 0
  for (const row of after) {
    if (!matcher.takeEqual(row)) left.push(row)
    if (++done % STEP === 0) yield done
  }
  const added: ListingRow[] = []
  const changed: ChangedRow[] = []
  const columns = columnIdsOf(listing)
  for (const row of left) {
    const old = matcher.takeNext(row)
    if (old === undefined) added.push(row)
    else changed.push({ before: old, after: row, columns: changedColumns(columns, old, row) })
    if (++done % STEP === 0) yield done
  }
  return { added, changed, removed: matcher.rest(), unchanged: after.length - left.length }
}

/** Hands out the rows of the version before, each once. */
class RowMatcher {
  readonly #rows: readonly ListingRow[]
  readonly #keyOf: (row: ListingRow) => string
  /** Rows not handed out yet, by key, in the order of the file. */
  readonly #waiting = new Map<string, ListingRow[]>()

  constructor(rows: readonly ListingRow[], keyOf: (row: ListingRow) => string) {
    this.#rows = rows
    this.#keyOf = keyOf
    for (const row of rows) {
      const group = this.#waiting.get(keyOf(row))
      if (group === undefined) this.#waiting.set(keyOf(row), [row])
      else group.push(row)
    }
  }

  takeEqual(row: ListingRow): boolean {
    const group = this.#waiting.get(this.#keyOf(row)) ?? []
    const at = group.findIndex(({ cells }) => isEqual(cells, row.cells))
    group.splice(at, at < 0 ? 0 : 1)
    return at >= 0
  }

  takeNext(row: ListingRow): ListingRow | undefined {
    return this.#waiting.get(this.#keyOf(row))?.shift()
  }

  rest(): ListingRow[] {
    const left = new Set([...this.#waiting.values()].flat())
    return this.#rows.filter((row) => left.has(row))
  }
}

/** A column that one of the versions does not know yet is empty there. */
const cellAt = (cells: readonly Cell[], at: number): Cell => cells[at] ?? null

function isEqual(one: readonly Cell[], other: readonly Cell[]): boolean {
  const most = Math.max(one.length, other.length)
  for (let at = 0; at < most; at++) if (cellAt(one, at) !== cellAt(other, at)) return false
  return true
}

const changedColumns = (columns: readonly string[], before: ListingRow, after: ListingRow): string[] =>
  columns.filter((_, at) => cellAt(before.cells, at) !== cellAt(after.cells, at))

import { foldText, sortKey } from '#domain/listing/fold-text.ts'
import type { Cell, ListingRow, Severity } from '#domain/listing/listing.ts'

/** One column to look at. Columns that hold identity are left out by the caller: they are neither shown nor searched. */
export interface ViewColumn {
  readonly name: string
  /** Its place in a row's cells. */
  readonly at: number
  /** How it is ordered: text by its letters, dates and times as they are stored, numbers and yes/no by size. */
  readonly kind: 'text' | 'date' | 'number'
  /** What a stored number is multiplied by to become a whole one: 100 for hours kept as `1.25`, else 1. */
  readonly scale: number
  /** A cell as it is read on screen, and so as it is searched. */
  readonly text: (cell: Cell) => string
}

/**
 * One column by its distinct values. Nearly every column of a listing repeats itself, so a search or a filter
 * judges each value once, and rows are then only numbers. Value 0 is always the empty cell.
 */
export interface IndexedColumn {
  readonly column: ViewColumn
  readonly values: readonly Cell[]
  /** Row → value. */
  readonly codes: Int32Array
  /** Value → folded text. */
  readonly texts: readonly string[]
  /** Value → place in the order; values that read the same share one. The empty cell is 0. */
  readonly ranks: Int32Array
  /** Value → whole number, for sums. */
  readonly units: Float64Array
}

/** Rows that one rule marked, in the order of the listing. */
export interface IndexedRule {
  readonly rule: string
  readonly severity: Severity
  readonly rows: readonly number[]
}

/** What a listing of rows is looked up by; made once when it is opened. */
export interface RowIndex {
  readonly size: number
  readonly columns: ReadonlyMap<string, IndexedColumn>
  readonly rules: readonly IndexedRule[]
  /** Row → 1 when a rule suggests a finding. */
  readonly suspicious: Uint8Array
}

/** Work between two pauses: a few milliseconds on a slow laptop. */
const STEP = 4096

/**
 * Makes the index in small steps, so that the caller can let the screen breathe between them.
 * Yields after each step; returns the index. The order of text follows `sortKey`, numbers and dates their own.
 */
export function* buildRowIndex(
  columns: readonly ViewColumn[],
  rows: readonly ListingRow[],
): Generator<void, RowIndex> {
  const indexed = new Map<string, IndexedColumn>()
  for (const column of columns) indexed.set(column.name, yield* indexColumn(column, rows))
  return { size: rows.length, columns: indexed, ...(yield* indexMarks(rows)) }
}

/** Runs a step-by-step work to its end at once: for tests, workers and small listings. */
export function runToEnd<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

function* indexColumn(column: ViewColumn, rows: readonly ListingRow[]): Generator<void, IndexedColumn> {
  const codes = new Int32Array(rows.length)
  const known = new Map<Cell, number>([[null, 0]])
  for (let start = 0; start < rows.length; start += STEP) {
    encode(column.at, rows, start, codes, known)
    yield
  }
  const values = [...known.keys()]
  const texts: string[] = []
  for (let start = 0; start < values.length; start += STEP) {
    for (const value of values.slice(start, start + STEP)) texts.push(foldText(column.text(value)))
    yield
  }
  const units = Float64Array.from(values, (value) => wholeNumber(value, column.scale))
  return { column, values, codes, texts, ranks: yield* rankValues(column, values), units }
}

function encode(
  at: number,
  rows: readonly ListingRow[],
  start: number,
  codes: Int32Array,
  known: Map<Cell, number>,
) {
  const end = Math.min(start + STEP, rows.length)
  for (let row = start; row < end; row++) {
    const cell = rows[row]?.cells[at]
    const value = cell === undefined || cell === '' ? null : cell
    let code = known.get(value)
    if (code === undefined) known.set(value, (code = known.size))
    codes[row] = code
  }
}

const wholeNumber = (value: Cell, scale: number) =>
  typeof value === 'number' ? Math.round(value * scale) : 0

const keyOf = (column: ViewColumn, value: Cell): string | number => {
  if (column.kind === 'number') return Number(value)
  return column.kind === 'date' ? String(value) : sortKey(column.text(value))
}

function* rankValues(column: ViewColumn, values: readonly Cell[]): Generator<void, Int32Array> {
  const keys: (string | number)[] = ['']
  for (let code = 1; code < values.length; code++) {
    keys.push(keyOf(column, values[code] ?? null))
    if (code % STEP === 0) yield
  }
  const order = yield* sortCodes(keys)
  const ranks = new Int32Array(values.length)
  let rank = 0
  order.forEach((code, at) => {
    const before = order[at - 1]
    if (before === undefined || keys[before] !== keys[code]) rank++
    ranks[code] = rank
  })
  return ranks
}

/** Codes 1… in the order of their keys: runs sorted one by one, then merged, with a pause after each. */
function* sortCodes(keys: readonly (string | number)[]): Generator<void, Int32Array> {
  let from = Int32Array.from({ length: keys.length - 1 }, (_, at) => at + 1)
  let to = new Int32Array(from.length)
  for (let start = 0; start < from.length; start += STEP) {
    from.subarray(start, start + STEP).sort((a, b) => compare(keys[a], keys[b]) || a - b)
    yield
  }
  for (let width = STEP; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      mergeRuns(keys, from, to, start, width)
      yield
    }
    ;[from, to] = [to, from]
  }
  return from
}

type Key = string | number | undefined
const compare = (a: Key, b: Key) => ((a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0)

function mergeRuns(keys: readonly Key[], from: Int32Array, to: Int32Array, start: number, width: number) {
  const middle = Math.min(start + width, from.length)
  const end = Math.min(start + 2 * width, from.length)
  let left = start
  let right = middle
  for (let at = start; at < end; at++) {
    const takeLeft =
      right >= end || (left < middle && compare(keys[from[left] ?? 0], keys[from[right] ?? 0]) <= 0)
    to[at] = from[takeLeft ? left++ : right++] ?? 0
  }
}

function* indexMarks(rows: readonly ListingRow[]): Generator<void, Pick<RowIndex, 'rules' | 'suspicious'>> {
  const rules = new Map<string, { rule: string; severity: Severity; rows: number[] }>()
  const suspicious = new Uint8Array(rows.length)
  for (const [row, { marks }] of rows.entries()) {
    for (const mark of marks) {
      if (mark.severity === 'F') suspicious[row] = 1
      const known = rules.get(mark.rule) ?? { rule: mark.rule, severity: mark.severity, rows: [] }
      if (known.rows.at(-1) !== row) known.rows.push(row)
      rules.set(mark.rule, known)
    }
    if (row % STEP === 0) yield
  }
  return { rules: [...rules.values()].sort((a, b) => b.rows.length - a.rows.length), suspicious }
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, sortKey } from '#domain/listing/fold-text.ts'
import type { Cell, ListingRow } from '#domain/listing/listing.ts'
import { buildRowIndex, runToEnd, type ViewColumn } from '#domain/listing/row-index.ts'
import {
  countValues,
  EVERYTHING,
  sumColumn,
  viewRows,
  type ColumnFilter,
  type ViewQuery,
} from '#domain/listing/row-view.ts'

const asText = (cell: Cell) => (cell === null ? '' : String(cell).replace('.', ','))
const columns: ViewColumn[] = [
  { name: 'label', at: 0, kind: 'text', scale: 1, text: asText },
  { name: 'date', at: 1, kind: 'date', scale: 1, text: asText },
  { name: 'hours', at: 3, kind: 'number', scale: 100, text: asText },
]
const SECRET = 2

const cell = {
  label: fc.constantFrom<Cell>(
    'Énergie',
    'energie',
    'Atelier CV',
    'atelier 10',
    'Atelier 9',
    'œuvre',
    '',
    null,
  ),
  date: fc.constantFrom<Cell>('2025-03-03', '2025-11-18', '2024-12-31', null),
  hours: fc.option(fc.integer({ min: 0, max: 48 }).map((quarters) => quarters / 4)),
}
const mark = fc.record({
  rule: fc.constantFrom('sunday', 'overlap', 'long-day'),
  severity: fc.constantFrom('F', 'W'),
  columns: fc.constant<string[]>([]),
})
const rowsOf = fc
  .array(
    fc.tuple(cell.label, cell.date, fc.constant('ALPHA'), cell.hours, fc.array(mark, { maxLength: 2 })),
    {
      maxLength: 60,
    },
  )
  .map((list) =>
    list.map(([label, date, secret, hours, marks], at): ListingRow => {
      return { line: at + 2, cells: [label, date, secret, hours], marks }
    }),
  )
const filterOf = fc.oneof<fc.Arbitrary<[string, ColumnFilter]>[]>(
  fc.constantFrom('ate', 'ÉNER', '9').map((text) => ['label', { kind: 'contains', text }]),
  fc
    .tuple(fc.option(fc.constantFrom('2025-01-01')), fc.option(fc.constantFrom('2025-06-30')))
    .map(([from, to]) => ['date', { kind: 'range', from, to }]),
  fc.tuple(fc.option(fc.nat(6)), fc.option(fc.nat(12))).map(([from, to]) => {
    return ['hours', { kind: 'range', from, to }]
  }),
  fc.subarray<Cell>(['Atelier CV', 'energie', null]).map((values) => ['label', { kind: 'among', values }]),
)
const queryOf: fc.Arbitrary<ViewQuery> = fc.record({
  search: fc.constantFrom('', 'atelier', 'ENERGIE', 'atelier 9', 'alpha', '2025-03 1,25', 'oeuvre'),
  filters: fc.array(filterOf, { maxLength: 2 }).map((list) => Object.fromEntries(list)),
  suspiciousOnly: fc.boolean(),
  rule: fc.option(fc.constantFrom('sunday', 'overlap')),
  only: fc.option(fc.uniqueArray(fc.nat(70)).map((rows) => ({ name: 'some', rows }))),
  sort: fc.array(
    fc.record({ column: fc.constantFrom('label', 'date', 'hours', 'unknown'), descending: fc.boolean() }),
    { maxLength: 3 },
  ),
})

const cellOf = (row: ListingRow, name: string): Cell => {
  const value = row.cells[columns.find((column) => column.name === name)!.at]
  return value === undefined || value === '' ? null : value
}

function passes(value: Cell, filter: ColumnFilter): boolean {
  if (filter.kind === 'contains') return foldText(asText(value)).includes(foldText(filter.text))
  if (filter.kind === 'among') return filter.values.includes(value)
  if (value === null) return filter.from === null && filter.to === null
  return (filter.from === null || value >= filter.from) && (filter.to === null || value <= filter.to)
}

function naiveOrder(query: ViewQuery) {
  const known = query.sort.filter(({ column }) => column !== 'unknown')
  return (left: ListingRow, right: ListingRow) => {
    for (const { column, descending } of known) {
      const [a, b] = [cellOf(left, column), cellOf(right, column)]
      if ((a === null) !== (b === null)) return a === null ? 1 : -1
      if (a === null || b === null) continue
      const [first, second] = column === 'label' ? [sortKey(asText(a)), sortKey(asText(b))] : [a, b]
      if (first !== second) return first < second === descending ? 1 : -1
    }
    return left.line - right.line
  }
}

function naiveView(rows: ListingRow[], query: ViewQuery): number[] {
  return rows
    .filter((row) => !query.suspiciousOnly || row.marks.some(({ severity }) => severity === 'F'))
    .filter((row) => query.rule === null || row.marks.some(({ rule }) => rule === query.rule))
    .filter(({ line }) => query.only?.rows.includes(line - 2) ?? true)
    .filter((row) =>
      Object.entries(query.filters).every(([name, filter]) => passes(cellOf(row, name), filter)),
    )
    .filter((row) =>
      foldText(query.search)
        .split(/\s+/)
        .every((word) => columns.some(({ name }) => foldText(asText(cellOf(row, name))).includes(word))),
    )
    .sort(naiveOrder(query))
    .map((row) => row.line - 2)
}

describe('viewRows', () => {
  it('shows what a plain search, filter and sort of every row would show', () => {
    fc.assert(
      fc.property(rowsOf, queryOf, (rows, query) => {
        const index = runToEnd(buildRowIndex(columns, rows))
        expect([...viewRows(index, query)]).toEqual(naiveView(rows, query))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps long listings in order beyond one run of the sort', () => {
    const rows = Array.from({ length: 20_000 }, (_, at): ListingRow => {
      return { line: at + 2, cells: [`A-${(at * 7919) % 20_000}`, null, null, null], marks: [] }
    })
    const index = runToEnd(buildRowIndex(columns, rows))
    const query = { ...EVERYTHING, sort: [{ column: 'label', descending: false }] }
    expect([...viewRows(index, query)].map((row) => rows[row]?.cells[0])).toEqual(
      rows.map((_, at) => `A-${at}`),
    )
  })

  it('never finds a row by a column it was not given', () => {
    const rows: ListingRow[] = [{ line: 2, cells: ['x', null, 'ALPHA', null], marks: [] }]
    const index = runToEnd(buildRowIndex(columns, rows))
    expect(rows[0]?.cells[SECRET]).toBe('ALPHA')
    expect(viewRows(index, { ...EVERYTHING, search: 'alpha' })).toHaveLength(0)
  })
})

describe('sumColumn', () => {
  it('adds hours exactly, in hundredths', () => {
    const rows = Array.from({ length: 1000 }, (_, at): ListingRow => {
      return { line: at + 2, cells: ['x', null, null, 0.1], marks: [] }
    })
    const index = runToEnd(buildRowIndex(columns, rows))
    expect(sumColumn(index, 'hours', viewRows(index, EVERYTHING))).toBe(10_000)
    expect(sumColumn(index, 'hours', new Set([1, 2, 3]))).toBe(30)
    expect(sumColumn(index, 'unknown', [1])).toBe(0)
  })
})

describe('countValues', () => {
  it('lists each value once with its number of rows, empty last', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const index = runToEnd(buildRowIndex(columns, rows))
        const counted = countValues(index.columns.get('hours')!)
        expect(counted.reduce((sum, { rows: count }) => sum + count, 0)).toBe(rows.length)
        const numbers = counted.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
        expect(counted.slice(0, -1).every(({ value }) => value !== null)).toBe(true)
      }),
    )
  })
})

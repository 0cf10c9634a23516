import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnIdsOf } from '#domain/listing/columns.ts'
import { compareListings, compareSteps } from '#domain/listing/compare-rows.ts'
import type { Cell, ListingRow } from '#domain/listing/listing.ts'

const COLUMNS = columnIdsOf('references')
/** A technical reference: its key is the code. */
const row = (code: string, over: Record<string, Cell> = {}, line = 2): ListingRow => ({
  line,
  cells: COLUMNS.map((id) => (id === 'code' ? code : (over[id] ?? null))),
  marks: [],
})
const other = COLUMNS.find((id) => id !== 'code')!
const labels = (rows: readonly ListingRow[]) => rows.map(({ cells }) => cells[COLUMNS.indexOf('code')])

describe('compareListings', () => {
  it('finds what was added, removed and changed, with the columns', () => {
    const before = [row('A'), row('B', { [other]: 'one' }), row('C')]
    const after = [row('C'), row('B', { [other]: 'two' }), row('D')]
    const found = compareListings('references', before, after)
    expect(labels(found.added)).toEqual(['D'])
    expect(labels(found.removed)).toEqual(['A'])
    expect(found.changed).toEqual([{ before: before[1], after: after[1], columns: [other] }])
    expect(found.unchanged).toBe(1)
  })

  it('does not mind where a row stands and what rules say of it', () => {
    const marked: ListingRow = { ...row('A', {}, 9), marks: [{ rule: 'x', severity: 'W', columns: [] }] }
    const found = compareListings('references', [row('A')], [marked])
    expect(found).toEqual({ added: [], changed: [], removed: [], unchanged: 1 })
  })

  it('matches equal rows first where several have one key', () => {
    const before = [row('A', { [other]: '1' }), row('A', { [other]: '2' })]
    const after = [row('A', { [other]: '2' }), row('A', { [other]: '3' })]
    const found = compareListings('references', before, after)
    expect(found.unchanged).toBe(1)
    expect(found.changed).toEqual([{ before: before[0], after: after[1], columns: [other] }])
  })

  it('takes a column that the older version does not know as empty there', () => {
    const short = { ...row('A'), cells: row('A').cells.slice(0, COLUMNS.indexOf('code') + 1) }
    expect(compareListings('references', [short], [row('A')]).unchanged).toBe(1)
  })

  it('stops every 1,000 rows, so that a page stays alive', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => row(`R${at}`))
    expect([...compareSteps('references', rows, rows)]).toEqual([1000, 2000, 3000, 4000, 5000])
  })
})

const rows = fc.array(
  fc
    .tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom<Cell[]>('1', '2', null))
    .map(([code, value]) => row(code, { [other]: value })),
)

describe('any two versions', () => {
  it('account for every row once', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const { added, changed, removed, unchanged } = compareListings('references', before, after)
        expect(removed.length + changed.length + unchanged).toBe(before.length)
        expect(added.length + changed.length + unchanged).toBe(after.length)
        for (const one of changed) expect(one.columns).not.toEqual([])
      }),
    )
  })

  it('say the opposite the other way round', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const [there, back] = [
          compareListings('references', before, after),
          compareListings('references', after, before),
        ]
        expect(labels(back.added).sort()).toEqual(labels(there.removed).sort())
        expect(labels(back.removed).sort()).toEqual(labels(there.added).sort())
        expect([back.changed.length, back.unchanged]).toEqual([there.changed.length, there.unchanged])
      }),
    )
  })

  it('differ in nothing from themselves, in whatever order', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (some, order) => {
        const shuffled = some
          .map((one) => [order.next().value, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one)
        const found = compareListings('references', some, shuffled)
        expect(found).toEqual({ added: [], changed: [], removed: [], unchanged: some.length })
      }),
    )
  })
})

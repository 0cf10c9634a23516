import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DatedAmount } from '#domain/convention/financing.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import type { Cell, ListingName, ListingRow } from '#domain/listing/listing.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import { populationLines, readPopulation } from '#domain/sampling/populate.ts'
import { freezePopulation } from '#domain/sampling/population.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'

const convention = sampleConvention()

const content = (listing: ListingName, rows: readonly Readonly<Record<string, Cell>>[]) => {
  const columns = columnIdsOf(listing)
  return {
    columns,
    rows: rows.map((row, at): ListingRow => ({
      line: at + 2,
      cells: columns.map((id) => row[id] ?? null),
      marks: [],
    })),
  }
}
const from = (listing: ListingName, given: Partial<PopulationSource> = {}): PopulationSource => ({
  ...{ listing, versionId: 'office-1', sha256: 'a'.repeat(64), filters: [], stratum: null },
  amount: { kind: 'UNIT', column: null, cents: 100 },
  ...given,
})
const payments = (...amounts: (number | null)[]) =>
  content(
    'payments',
    amounts.map((amountLiq, at) => ({ idLiq: `L-${at + 1}`, amountLiq })),
  )
const PAID = { kind: 'COLUMN', column: 'amountLiq' } as const

describe('the amount of a row', () => {
  it('is the cell of a column in euros, kept in cents, under the key of the row', () => {
    const lines = populationLines(payments(115000, 1), from('payments', { amount: PAID }), convention)
    expect(valueOf(lines)).toEqual([
      { id: 'L-1', amount: 115000 },
      { id: 'L-2', amount: 1 },
    ])
  })

  it('is the unit cost of the phase on the entry date', () => {
    const dated = (validFrom: string, amount: number): DatedAmount => ({
      ...{ code: 'P1', label: { fr: 'Phase 1', nl: 'Fase 1' }, validFrom, amount },
    })
    const unitCosts = [dated('2025-01-01', 115000), dated('2026-01-01', 117300)]
    const rows = content('participants', [
      { participationId: 'P-1', phase: 'P1', entryDate: '2025-12-31' },
      { participationId: 'P-2', phase: 'P1', entryDate: '2026-01-01' },
    ])
    const terms = { financing: { ...convention.financing, unitCosts } }
    const source = from('participants', { amount: { kind: 'SCALE' } })
    expect(valueOf(populationLines(rows, source, terms)).map(({ amount }) => amount)).toEqual([
      115000, 117300,
    ])
    const before = content('participants', [{ participationId: 'P-3', phase: 'P1', entryDate: '2024-12-31' }])
    expect(populationLines(before, source, terms)).toMatchObject({
      error: { code: 'sampling.scale-missing', details: { id: 'P-3', code: 'P1', day: '2024-12-31' } },
    })
  })

  it('is the unit cost that the reference of the phase names, as in the settlement', () => {
    const rows = content('participants', [{ participationId: 'P-1', phase: 'P1', entryDate: '2025-03-03' }])
    const reference = { code: 'P1', kind: 'PHASE', unitCostCode: 'UC-P1', validFrom: '2025-01-01' }
    const references = content('references', [reference]).rows
    const source = from('participants', { amount: { kind: 'SCALE' } })
    expect(codeOf(populationLines(rows, source, convention))).toBe('sampling.scale-missing')
    expect(valueOf(populationLines({ ...rows, references }, source, convention))[0]?.amount).toBe(115000)
  })

  it('is a number times an amount per unit, rounded half up to the cent', () => {
    const rows = content('activities', [
      { activityId: 'A-1', hours: 2.5 },
      { activityId: 'A-2', hours: 0.333 },
    ])
    const source = from('activities', { amount: { kind: 'UNIT', column: 'hours', cents: 4501 } })
    expect(valueOf(populationLines(rows, source, convention)).map(({ amount }) => amount)).toEqual([
      11253, 1499,
    ])
  })

  it('is the same exact number of cents for every amount in euros with two decimals', () => {
    const amounts = fc.integer({ min: 0, max: 2_000_000_000 })
    fc.assert(
      fc.property(amounts, (cents) => {
        const rows = content('activities', [{ activityId: 'A-1', hours: cents / 100 }])
        const source = from('activities', { amount: { kind: 'COLUMN', column: 'hours' } })
        expect(valueOf(populationLines(rows, source, convention))[0]?.amount).toBe(cents)
      }),
    )
  })

  it('is refused when it is no whole number of cents', () => {
    const rows = content('activities', [{ activityId: 'A-1', hours: 1.005 }])
    const source = from('activities', { amount: { kind: 'COLUMN', column: 'hours' } })
    expect(codeOf(populationLines(rows, source, convention))).toBe('sampling.amount-not-cents')
  })
})

describe('rows that cannot be drawn by amount', () => {
  it('without an amount are refused, with their number, until they are left out on purpose', () => {
    const rows = payments(100, null, 300, null)
    expect(populationLines(rows, from('payments', { amount: PAID }), convention)).toEqual({
      ...{ ok: false, error: { code: 'sampling.amount-missing', details: { id: 'L-2', count: 2 } } },
    })
    const out = populationLines(rows, from('payments', { amount: PAID, leftOut: ['MISSING'] }), convention)
    expect(valueOf(out).map(({ id }) => id)).toEqual(['L-1', 'L-3'])
  })

  it('with a zero or negative amount stay in until they are left out, and are counted', () => {
    const rows = payments(100, 0, -50)
    const kept = from('payments', { amount: PAID })
    expect(codeOf(freezePopulation(valueOf(populationLines(rows, kept, convention))))).toBe(
      'sampling.amount-negative',
    )
    const left = from('payments', { amount: PAID, leftOut: ['ZERO', 'NEGATIVE'] })
    expect(valueOf(readPopulation(rows, left, convention))).toMatchObject({
      ...{ rows: 3, filtered: 3, apart: { MISSING: 0, ZERO: 1, NEGATIVE: 1 } },
      lines: [{ id: 'L-1', amount: 100 }],
    })
  })
})

describe('filters and strata', () => {
  const rows = content('participants', [
    { participationId: 'P-1', phase: 'P1', counsellorId: 'R-1' },
    { participationId: 'P-2', phase: 'P2', counsellorId: 'R-1' },
    { participationId: 'P-3', phase: 'P1', counsellorId: null },
  ])

  it('keep the rows whose cells hold one of the values, the empty cell too', () => {
    const ids = (filters: PopulationSource['filters']) =>
      valueOf(populationLines(rows, from('participants', { filters }), convention)).map(({ id }) => id)
    expect(ids([{ column: 'phase', values: ['P1'] }])).toEqual(['P-1', 'P-3'])
    expect(ids([{ column: 'counsellorId', values: [''] }])).toEqual(['P-3'])
    expect(
      ids([
        { column: 'phase', values: ['P1', 'P2'] },
        { column: 'counsellorId', values: ['R-1'] },
      ]),
    ).toEqual(['P-1', 'P-2'])
  })

  it('part the lines by a column; an empty cell is in no stratum', () => {
    const lines = valueOf(
      populationLines(rows, from('participants', { stratum: 'counsellorId' }), convention),
    )
    expect(lines.map(({ stratum }) => stratum)).toEqual(['R-1', 'R-1', undefined])
  })

  it('name a column that the listing does not have', () => {
    for (const given of [{ stratum: 'nope' }, { filters: [{ column: 'nope', values: ['1'] }] }]) {
      expect(codeOf(populationLines(rows, from('participants', given), convention))).toBe(
        'sampling.column-missing',
      )
    }
  })

  it('do not depend on the order of the rows', () => {
    const reversed = { ...rows, rows: rows.rows.toReversed() }
    const hashOf = (given: typeof rows) =>
      valueOf(freezePopulation(valueOf(populationLines(given, from('participants'), convention)))).hash
    expect(hashOf(reversed)).toBe(hashOf(rows))
  })
})

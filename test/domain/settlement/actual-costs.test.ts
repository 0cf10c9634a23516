import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settleActualCosts, type ActualCostClaim, type CostRow } from '#domain/settlement/actual-costs.ts'
import { traceFinding } from '#domain/settlement/trace.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'
import { expectExact } from '#test/domain/settlement/expect-exact.ts'

const cost = (
  row: string,
  category: CostRow['category'],
  declared: number,
  more: Partial<CostRow> = {},
): CostRow => ({
  ...{ row, category, declared, date: '2025-04-01' },
  ...more,
})
const rate = (kind: 'ART_54_A' | 'ART_54_B' | 'ART_55_1' | 'ART_56_1', value: number) => ({
  ...{ kind, validFrom: '2025-01-01', rate: value },
})
const claim = (rows: CostRow[], more: Partial<ActualCostClaim> = {}): ActualCostClaim => ({
  ...{ mode: 'ACTUAL_COSTS', rows, uses: [], period: { start: '2025-01-01', end: '2025-12-31' } },
  keys: [{ code: 'RENT', validFrom: '2025-01-01', share: 0.25 }],
  flatRates: [rate('ART_54_A', 0.07), rate('ART_54_B', 0.15), rate('ART_55_1', 0.2), rate('ART_56_1', 0.4)],
  frame: { ceiling: 900_000_000, advances: [] },
  ...more,
})
const settle = (given: ActualCostClaim) => valueOf(settleActualCosts(given))
const line = (given: ActualCostClaim, name: string) => settle(given).lines.find((one) => one.line === name)

describe('a settlement of actual costs (docs/formulas.md)', () => {
  const hours = cost('H-1', 'STAFF', 18_900_000, {
    hours: { declared: 4200, accepted: 4080, rate: 4500 },
    links: [{ cause: 'hours', finding: 'F-03' }],
  })

  it('cuts the flat-rate part with its base: 264,600 → 257,040, correction 7,560 (5,400 + 2,160)', () => {
    const settlement = settle(claim([hours], { uses: ['ART_56_1'] }))
    expect(settlement).toMatchObject({ declared: 26_460_000, accepted: 25_704_000, rejected: 756_000 })
    expectExact(settlement)
    const traced = traceFinding(settlement, 'F-03')
    expect(traced.map(({ line: at, row, cause, amount }) => [at, row, cause, amount])).toEqual([
      ['STAFF', 'H-1', 'hours', 540_000],
      ['ART_56_1', 'H-1', 'base-cut', 216_000],
    ])
  })

  it('computes 7 % of direct costs, 15 % of staff, 20 % of other direct costs', () => {
    const rows = [
      cost('A', 'STAFF', 100_000),
      cost('B', 'OPERATING', 40_000),
      cost('C', 'INVESTMENT', 10_000),
    ]
    expect(line(claim(rows, { uses: ['ART_54_A'] }), 'ART_54_A')?.accepted).toBe(10_500)
    expect(line(claim(rows, { uses: ['ART_54_B'] }), 'ART_54_B')?.accepted).toBe(15_000)
    expect(line(claim(rows.slice(1), { uses: ['ART_55_1'] }), 'ART_55_1')?.accepted).toBe(10_000)
    // staff at a flat rate is staff: 15 % of 10,000
    expect(line(claim(rows.slice(1), { uses: ['ART_55_1', 'ART_54_B'] }), 'ART_54_B')?.accepted).toBe(1500)
  })

  it('accounts for all that its base loses where a refused credit note gives some of it back', () => {
    const rows = [
      cost('A', 'STAFF', 100_000),
      cost('B', 'STAFF', -30_000),
      cost('C', 'OPERATING', 40_000, { deductions: [{ cause: 'hours', amount: 10_000 }] }),
    ]
    const given = claim(rows, { uses: ['ART_55_1', 'ART_54_A'] })
    expectExact(settle(given))
    // 7 % of 110,000 + 20 % of 40,000; and of 30,000 + 20 % of 30,000
    expect(line(given, 'ART_54_A')).toMatchObject({ declared: 8260, accepted: 2520, rejected: 5740 })
    expect(line(given, 'ART_54_A')?.rows[0]?.cuts.map(({ from, amount }) => [from, amount])).toEqual([
      ['C', 700],
      ['A', 7000],
      ['B', -2100],
      ['C', 140],
    ])
  })

  it('does not pay twice what a flat rate stands for', () => {
    const rows = [hours, cost('B', 'OPERATING', 40_000)]
    const operating = line(claim(rows, { uses: ['ART_56_1'] }), 'OPERATING')
    expect(operating).toMatchObject({ accepted: 0, rejected: 40_000 })
    expect(operating?.rows[0]?.cuts[0]?.cause).toBe('covered-by-flat-rate')
  })

  it('charges the share of an allocation key, and nothing outside the period', () => {
    const rows = [
      cost('A', 'OPERATING', 30_000, { fullCost: 100_001, key: 'RENT' }),
      cost('B', 'OPERATING', 500, { date: '2024-12-31' }),
    ]
    const operating = line(claim(rows), 'OPERATING')
    expect(operating?.rows.map(({ accepted }) => accepted)).toEqual([25_000, 0])
    expect(operating?.rows.flatMap(({ cuts }) => cuts.map(({ cause }) => cause))).toEqual([
      'allocation-key',
      'outside-period',
    ])
  })

  it('keeps a category below its ceiling, and its flat rate with it', () => {
    const rows = [cost('A', 'STAFF', 100_000)]
    const settlement = settle(
      claim(rows, { uses: ['ART_56_1'], categoryCeilings: [{ category: 'STAFF', amount: 80_000 }] }),
    )
    expect(settlement.accepted).toBe(80_000 + 32_000)
    expect(settlement.adjustments).toEqual([
      { cause: 'category-ceiling', amount: 20_000, findings: [], line: 'STAFF' },
    ])
    expectExact(settlement)
  })

  it.each([
    [
      'a rate above its maximum',
      claim([hours], { uses: ['ART_56_1'], flatRates: [rate('ART_56_1', 0.41)] }),
      'settlement.flat-rate-above-maximum',
    ],
    [
      '40 % beside another rate',
      claim([hours], { uses: ['ART_56_1', 'ART_54_B'] }),
      'settlement.flat-rate-combination',
    ],
    [
      'indirect costs twice',
      claim([hours], { uses: ['ART_54_A', 'ART_54_B'] }),
      'settlement.flat-rate-combination',
    ],
    [
      'a rate the convention has not',
      claim([hours], { uses: ['ART_54_A'], flatRates: [] }),
      'settlement.parameter-missing',
    ],
    [
      'two rates from one day',
      claim([hours], { flatRates: [rate('ART_54_A', 0.07), rate('ART_54_A', 0.05)] }),
      'settlement.parameter-overlap',
    ],
    [
      'a key nobody agreed',
      claim([cost('A', 'STAFF', 1, { fullCost: 1, key: 'X' })]),
      'settlement.parameter-missing',
    ],
    [
      'a key without the whole cost',
      claim([cost('A', 'STAFF', 1, { key: 'RENT' })]),
      'settlement.full-cost-missing',
    ],
    [
      'more hours accepted than declared',
      claim([cost('A', 'STAFF', 1, { hours: { declared: 1, accepted: 2, rate: 1 } })]),
      'settlement.hours-wrong',
    ],
    [
      'a period upside down',
      claim([hours], { period: { start: '2025-02-01', end: '2025-01-01' } }),
      'settlement.period-wrong',
    ],
  ])('refuses %s', (_, given, code) => {
    expect(codeOf(settleActualCosts(given))).toBe(code)
  })

  it('is exact to the cent with any cuts, and rounds flat rates before and after', () => {
    const row = fc.record({
      category: fc.constantFrom(
        'STAFF' as const,
        'OPERATING' as const,
        'INVESTMENT' as const,
        'INDIRECT' as const,
      ),
      declared: fc.nat(900_000),
      deductions: fc.array(
        fc.record({
          finding: fc.constantFrom('F-1', 'F-2'),
          cause: fc.constant('x'),
          amount: fc.nat(300_000),
        }),
        { maxLength: 3 },
      ),
    })
    const uses = fc.constantFrom<ActualCostClaim['uses']>(
      [],
      ['ART_54_A'],
      ['ART_54_B', 'ART_55_1'],
      ['ART_56_1'],
    )
    const ceiling = fc.nat(1_000_000)
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), uses, ceiling, (given, used, amount) => {
        const rows = given.map((one, at) =>
          cost(`R${at}`, one.category, one.declared, { deductions: one.deductions }),
        )
        const categoryCeilings = [{ category: 'STAFF' as const, amount }]
        const settlement = settle(claim(rows, { uses: used, categoryCeilings }))
        expectExact(settlement)
        expect(settle(claim([...rows].reverse(), { uses: used, categoryCeilings }))).toEqual(settlement)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { settleActualCosts, type ActualCostClaim, type CostRow } from '#domain/settlement/actual-costs.ts'
import { settleUnitCosts } from '#domain/settlement/unit-costs.ts'
import { settleWages, type WageClaim, type WageRow } from '#domain/settlement/wages.ts'
import { valueOf } from '#test/domain/sampling/support.ts'
import { expectExact } from '#test/domain/settlement/expect-exact.ts'

const YEAR = { start: '2025-01-01', end: '2025-12-31' }
const FOR_EVER = { start: '2020-01-01', end: null }
const frame = { ceiling: 900_000_000, advances: [] }

const worker = (row: string, more: Partial<WageRow> = {}): WageRow => ({
  ...{ row, role: 'COUNSELLOR', claimedFte: 1, contractFte: 1, contract: FOR_EVER, action: YEAR },
  ...more,
})
const wages = (rows: WageRow[], more: Partial<WageClaim> = {}): WageClaim => ({
  ...{ mode: 'SALARY_LUMP_SUM', rows, period: YEAR, frame },
  lumpSums: [{ code: 'COUNSELLOR', validFrom: '2024-01-01', amount: 6_000_000 }],
  agreed: [{ validFrom: '2024-01-01', agreedFte: 10 }],
  tolerances: [{ validFrom: '2024-01-01', absenceToleranceDays: 0 }],
  ...more,
})
const wagesOf = (claim: WageClaim) => {
  const settlement = valueOf(settleWages(claim))
  expectExact(settlement)
  return settlement
}
const acceptedOf = (claim: WageClaim): number[] =>
  wagesOf(claim).lines.flatMap(({ rows }) => rows.map(({ accepted }) => accepted))

describe('a wage lump sum by its own dated parameters', () => {
  it('takes each day at the lump sum in force on it', () => {
    const lumpSums = [
      { code: 'COUNSELLOR', validFrom: '2024-01-01', amount: 6_000_000 },
      { code: 'COUNSELLOR', validFrom: '2025-07-01', amount: 6_600_000 },
    ]
    const claim = wages([worker('A')], { lumpSums })
    expect(acceptedOf(claim)).toEqual([Math.round((6_000_000 * 181 + 6_600_000 * 184) / 365)])
    expect(wagesOf(claim).used.filter(({ list }) => list === 'lumpSums')).toEqual([
      { list: 'lumpSums', code: 'COUNSELLOR', validFrom: '2024-01-01' },
      { list: 'lumpSums', code: 'COUNSELLOR', validFrom: '2025-07-01' },
    ])
  })

  it('pays a role whose scale begins in the middle of the year, from the day the worker has it', () => {
    const lumpSums = [{ code: 'COACH', validFrom: '2025-07-01', amount: 3_650_000 }]
    const late = worker('A', { role: 'COACH', action: { start: '2025-07-01', end: '2025-12-31' } })
    expect(acceptedOf(wages([late], { lumpSums }))).toEqual([184 * 10_000])
  })

  it('settles a contract that changes on 15 March as two, which share one tolerance of absences', () => {
    const day = { start: '2025-03-10', end: '2025-03-13' }
    const later = { start: '2025-03-20', end: '2025-03-23' }
    const rows = [
      worker('A-1', {
        ...{ worker: 'A', claimedFte: 0.5, contractFte: 0.5, absences: [day] },
        contract: { start: '2020-01-01', end: '2025-03-14' },
      }),
      worker('A-2', {
        ...{ worker: 'A', claimedFte: 0.8, contractFte: 0.8, absences: [later] },
        contract: { start: '2025-03-15', end: null },
      }),
    ].map((row) => ({ ...row, declared: 90_000_000 }))
    const tolerances = [{ validFrom: '2024-01-01', absenceToleranceDays: 6 }]
    const lumpSums = [{ code: 'COUNSELLOR', validFrom: '2024-01-01', amount: 36_500_000 }]
    // 73 days; 292 days less two of eight days of absence that the six do not cover
    expect(acceptedOf(wages(rows, { tolerances, lumpSums }))).toEqual([73 * 50_000, 290 * 80_000])
  })

  it('applies the tolerance to days of absence whose dates are not told', () => {
    const tolerances = [{ validFrom: '2024-01-01', absenceToleranceDays: 10 }]
    const claim = wages([worker('A', { absenceDays: 30 }), worker('B', { absenceDays: 10 })], { tolerances })
    expect(acceptedOf(claim)).toEqual([Math.round((6_000_000 * 345) / 365), 6_000_000])
    expect(wagesOf(claim).lines[0]?.rows[0]?.cuts).toMatchObject([{ cause: 'absence' }])
  })

  it('does not name a tolerance where nobody was absent', () => {
    expect(wagesOf(wages([worker('A')])).used.map(({ list }) => list)).toEqual(['lumpSums', 'agreedFte'])
  })

  it('caps at the annual gross cost, for the FTE and days that are paid', () => {
    const half = worker('A', { claimedFte: 0.5, grossAnnualCost: 5_000_000 })
    expect(acceptedOf(wages([half, worker('B', { grossAnnualCost: 7_000_000 })]))).toEqual([
      2_500_000, 6_000_000,
    ])
  })

  it('is exact to the last digit of what other funds pay and of what is agreed', () => {
    const third = worker('A', { fundedElsewherePct: 33.3333 })
    expect(acceptedOf(wages([third]))).toEqual([Math.round(6_000_000 * 0.666667)])
    const agreed = [{ validFrom: '2024-01-01', agreedFte: 1 }]
    const lumpSums = [{ code: 'COUNSELLOR', validFrom: '2024-01-01', amount: 9_000_000_000 }]
    const three = wages([worker('A'), worker('B'), worker('C')], {
      agreed,
      lumpSums,
      frame: { ...frame, ceiling: 9e12 },
    })
    expect(acceptedOf(three)).toEqual([3_000_000_000, 3_000_000_000, 3_000_000_000])
  })
})

const cost = (row: string, declared: number, date = '2025-03-01', more: Partial<CostRow> = {}): CostRow => ({
  ...{ row, category: 'STAFF', date, declared },
  ...more,
})
const costs = (rows: CostRow[], more: Partial<ActualCostClaim> = {}): ActualCostClaim => ({
  ...{ mode: 'ACTUAL_COSTS', rows, keys: [], flatRates: [], uses: [], period: YEAR, frame },
  ...more,
})
const costsOf = (claim: ActualCostClaim) => valueOf(settleActualCosts(claim))

describe('flat rates that change in a period', () => {
  const flatRates: ActualCostClaim['flatRates'] = [
    { kind: 'ART_56_1', validFrom: '2025-01-01', rate: 0.4 },
    { kind: 'ART_56_1', validFrom: '2025-07-01', rate: 0.3 },
  ]

  it('are each applied to the costs of their own days', () => {
    const claim = costs([cost('D-1', 100_000), cost('D-2', 100_000, '2025-07-01')], {
      flatRates,
      uses: ['ART_56_1'],
    })
    const settlement = costsOf(claim)
    expect(settlement.lines[1]?.rows.map(({ row, declared }) => [row, declared])).toEqual([
      ['ART_56_1 2025-01-01', 40_000],
      ['ART_56_1 2025-07-01', 30_000],
    ])
    expect(settlement.used).toHaveLength(2)
    expectExact(settlement)
  })

  it('may begin or end within it: what they stand for is covered on those days only', () => {
    const ended = [flatRates[0]!, { ...flatRates[1]!, rate: 0 }]
    const rows = [
      cost('D-1', 100_000),
      cost('D-2', 5_000, '2025-03-01', { category: 'OPERATING' }),
      cost('D-3', 5_000, '2025-08-01', { category: 'OPERATING' }),
    ]
    const settlement = costsOf(costs(rows, { flatRates: ended, uses: ['ART_56_1'] }))
    expect(settlement).toMatchObject({ declared: 150_000, accepted: 145_000 })
    const begun = costsOf(costs(rows, { flatRates: [flatRates[1]!], uses: ['ART_56_1'] }))
    expect(begun).toMatchObject({ declared: 110_000, accepted: 105_000 })
  })

  it('share what a category is above its ceiling', () => {
    const claim = costs([cost('D-1', 100_000), cost('D-2', 100_000, '2025-07-01')], {
      ...{ flatRates, uses: ['ART_56_1'] },
      categoryCeilings: [{ category: 'STAFF', amount: 100_000 }],
    })
    const settlement = costsOf(claim)
    expect(settlement.lines[1]?.rows.map(({ accepted }) => accepted)).toEqual([20_000, 15_000])
    expectExact(settlement)
  })
})

describe('credit notes', () => {
  it('lower what is claimed, and bear no cut themselves', () => {
    const settlement = costsOf(costs([cost('D-1', 100_000), cost('D-2', -20_000, '2026-02-01')]))
    expect(settlement).toMatchObject({ declared: 80_000, accepted: 80_000, rejected: 0 })
  })

  it('leave of a refused paper only what they did not give back', () => {
    const refused = { deductions: [{ cause: 'finding', finding: 'F-1', amount: 900_000 }] }
    const rows = [
      cost('D-1', 100_000, '2025-03-01', refused),
      cost('D-2', -20_000, '2025-04-01', { creditOf: 'D-1' }),
      cost('D-3', 50_000),
    ]
    const settlement = costsOf(costs(rows))
    expect(settlement).toMatchObject({ declared: 130_000, accepted: 50_000, rejected: 80_000 })
    expect(settlement.lines[0]?.rows[0]?.overlaps).toMatchObject([{ cause: 'finding', amount: 20_000 }])
  })

  it('of costs that a flat rate stands for count as little as those costs', () => {
    const flatRates: ActualCostClaim['flatRates'] = [
      { kind: 'ART_54_B', validFrom: '2025-01-01', rate: 0.15 },
    ]
    const rows = [
      cost('D-1', 100_000),
      cost('D-2', 10_000, '2025-03-01', { category: 'INDIRECT' }),
      cost('D-3', -4_000, '2025-03-01', { category: 'INDIRECT' }),
    ]
    const settlement = costsOf(costs(rows, { flatRates, uses: ['ART_54_B'] }))
    expect(settlement).toMatchObject({ declared: 121_000, accepted: 115_000, rejected: 6_000 })
  })

  it('may be units that are given back, and a whole claim below zero', () => {
    const rows = [
      { row: 'U-1', code: 'P1', date: '2025-03-01', units: 1 },
      { row: 'U-2', code: 'P1', date: '2025-03-02', units: -2 },
    ]
    const unitCosts = [{ code: 'P1', validFrom: '2025-01-01', amount: 115_000 }]
    const settlement = valueOf(
      settleUnitCosts({
        mode: 'UNIT_COST',
        rows,
        unitCosts,
        frame: { ...frame, advances: [{ paidOn: '2025-01-05', amount: 1_000 }] },
      }),
    )
    expect(settlement).toMatchObject({ accepted: -115_000, balance: 0, recovery: 116_000 })
  })
})

describe('shares are exact until the one rounding at their end', () => {
  it('of a key with more than six decimals', () => {
    const keys = [{ code: 'M2', validFrom: '2025-01-01', share: 0.123456785 }]
    const row = cost('D-1', 12_345_678_500, '2025-03-01', { key: 'M2', fullCost: 100_000_000_000 })
    expect(costsOf(costs([row], { keys, frame: { ...frame, ceiling: 9e12 } })).accepted).toBe(12_345_678_500)
  })

  it('of hours and units with more decimals than a clock', () => {
    const hours = { declared: 1.005, accepted: 1.005, rate: 100_000 }
    expect(costsOf(costs([cost('D-1', 100_500, '2025-03-01', { hours })])).accepted).toBe(100_500)
    const rows = [{ row: 'U-1', code: 'P1', date: '2025-03-01', units: 0.3333 }]
    const unitCosts = [{ code: 'P1', validFrom: '2025-01-01', amount: 1_000_000 }]
    expect(valueOf(settleUnitCosts({ mode: 'UNIT_COST', rows, unitCosts, frame })).accepted).toBe(333_300)
  })

  it('of a rate of 6.666666 % of a large base', () => {
    const flatRates: ActualCostClaim['flatRates'] = [
      { kind: 'ART_54_A', validFrom: '2025-01-01', rate: 0.06666666 },
    ]
    const claim = costs([cost('D-1', 10_000_000_000)], {
      flatRates,
      uses: ['ART_54_A'],
      frame: { ...frame, ceiling: 9e12 },
    })
    expect(costsOf(claim).lines[1]?.accepted).toBe(666_666_600)
  })
})

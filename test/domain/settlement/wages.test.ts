import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourlyRate, hourlyRateOfMonth } from '#domain/settlement/hourly-rate.ts'
import { settleWages, type WageClaim, type WageRow } from '#domain/settlement/wages.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'
import { expectExact } from '#test/domain/settlement/expect-exact.ts'

const YEAR = { start: '2025-01-01', end: '2025-12-31' }
const worker = (row: string, more: Partial<WageRow> = {}): WageRow => ({
  ...{ row, role: 'COUNSELLOR', declared: 6_000_000, claimedFte: 1, contractFte: 1 },
  ...{ contract: { start: '2020-01-01', end: null }, action: YEAR },
  ...more,
})
const claim = (rows: WageRow[], more: Partial<WageClaim> = {}): WageClaim => ({
  ...{ mode: 'SALARY_LUMP_SUM', rows, period: YEAR },
  lumpSums: [{ code: 'COUNSELLOR', validFrom: '2024-01-01', amount: 6_000_000 }],
  agreed: [{ validFrom: '2024-01-01', agreedFte: 10 }],
  tolerances: [{ validFrom: '2024-01-01', absenceToleranceDays: 0 }],
  frame: { ceiling: 900_000_000, advances: [{ paidOn: '2025-02-01', amount: 9_200_000 }] },
  ...more,
})
const acceptedOf = (given: WageClaim): number[] =>
  valueOf(settleWages(given)).lines.flatMap(({ rows }) => rows.map(({ accepted }) => accepted))
const causesOf = (given: WageClaim): string[] =>
  valueOf(settleWages(given)).lines.flatMap(({ rows }) =>
    rows.flatMap(({ cuts }) => cuts.map(({ cause }) => cause)),
  )

describe('a wage lump sum (docs/formulas.md)', () => {
  const vector = claim([
    worker('A'),
    worker('B', {
      declared: 4_800_000,
      claimedFte: 0.8,
      contractFte: 0.8,
      action: { start: '2025-01-01', end: '2025-08-02' },
    }),
  ])

  it('A 60,000.00, B 28,142.47, together 88,142.47: recovery 3,857.53', () => {
    const settlement = valueOf(settleWages(vector))
    expect(acceptedOf(vector)).toEqual([6_000_000, 2_814_247])
    expect(settlement).toMatchObject({ accepted: 8_814_247, balance: 0, recovery: 385_753 })
    expectExact(settlement)
  })

  it('takes off what other funds pay, and days without contract', () => {
    const given = [
      worker('A', { fundedElsewhereFte: 0.5 }),
      worker('B', { contract: { start: '2025-07-01', end: null } }),
      worker('C', { contractFte: 0.5 }),
    ]
    expect(acceptedOf(claim(given))).toEqual([3_000_000, Math.round((6_000_000 * 184) / 365), 3_000_000])
    expect(causesOf(claim(given))).toEqual(['double-funding', 'contract', 'contract'])
  })

  it('counts absences once, beyond the tolerance', () => {
    const absences = [
      { start: '2025-03-01', end: '2025-03-20' },
      { start: '2025-03-11', end: '2025-03-30' },
      { start: '2024-12-01', end: '2024-12-31' },
    ]
    const tolerances = [{ validFrom: '2024-01-01', absenceToleranceDays: 10 }]
    expect(acceptedOf(claim([worker('A', { absences })], { tolerances }))).toEqual([
      Math.round((6_000_000 * 345) / 365),
    ])
  })

  it('splits per calendar year, each with its own days and lump sum', () => {
    const period = { start: '2023-07-01', end: '2024-06-30' }
    const lumpSums = [
      { code: 'COUNSELLOR', validFrom: '2023-01-01', amount: 6_000_000 },
      { code: 'COUNSELLOR', validFrom: '2024-01-01', amount: 6_600_000 },
    ]
    const since = '2023-01-01'
    const more = {
      agreed: [{ validFrom: since, agreedFte: 9 }],
      tolerances: [{ validFrom: since, absenceToleranceDays: 0 }],
    }
    const row = worker('A', { declared: 9_000_000, action: period })
    expect(acceptedOf(claim([row], { period, lumpSums, ...more }))).toEqual([
      Math.round((6_000_000 * 184) / 365) + Math.round((6_600_000 * 182) / 366),
    ])
  })

  it('cuts FTE above the agreed total proportionally, to the cent', () => {
    const agreed = [{ validFrom: '2024-01-01', agreedFte: 2 }]
    const three = claim([worker('A'), worker('B'), worker('C')], { agreed })
    expect(acceptedOf(three)).toEqual([4_000_000, 4_000_000, 4_000_000])
    expect(causesOf(three)).toEqual(['agreed-fte', 'agreed-fte', 'agreed-fte'])
  })

  it('does not count a replacement beside the one replaced', () => {
    const agreed = [{ validFrom: '2024-01-01', agreedFte: 1 }]
    const halves = [
      worker('A', { action: { start: '2025-01-01', end: '2025-06-30' } }),
      worker('B', { action: { start: '2025-07-01', end: '2025-12-31' } }),
    ]
    const accepted = acceptedOf(claim(halves, { agreed }))
    expect(accepted[0]! + accepted[1]!).toBe(6_000_000)
  })

  it('caps at the gross cost, and never accepts more than was claimed', () => {
    expect(
      acceptedOf(claim([worker('A', { grossCost: 5_500_000 }), worker('B', { declared: 100 })])),
    ).toEqual([5_500_000, 100])
  })

  it('leads from a cause to its finding', () => {
    const linked = worker('A', {
      fundedElsewhereFte: 0.2,
      links: [{ cause: 'double-funding', finding: 'F-07' }],
    })
    const [line] = valueOf(settleWages(claim([linked]))).lines
    expect(line?.rows[0]?.cuts).toEqual([{ cause: 'double-funding', amount: 1_200_000, findings: ['F-07'] }])
  })

  it.each([
    ['a lump sum that is missing', claim([worker('A', { role: 'COOK' })]), 'settlement.parameter-missing'],
    [
      'no agreed FTE yet',
      claim([worker('A')], { agreed: [{ validFrom: '2025-02-01', agreedFte: 1 }] }),
      'settlement.parameter-missing',
    ],
    [
      'a period that ends before it begins',
      claim([worker('A')], { period: { start: '2025-02-01', end: '2025-01-01' } }),
      'settlement.period-wrong',
    ],
    ['an impossible FTE', claim([worker('A', { claimedFte: 3 })]), 'settlement.fte-wrong'],
    ['no FTE at all', claim([worker('A', { contractFte: NaN })]), 'settlement.fte-wrong'],
  ])('refuses %s', (_, given, code) => {
    expect(codeOf(settleWages(given))).toBe(code)
  })

  it('is exact to the cent, below the agreed FTE, in any order of rows', () => {
    const row = fc.record({
      declared: fc.nat(8_000_000),
      claimedFte: fc.integer({ min: 0, max: 100 }).map((fte) => fte / 100),
      contractFte: fc.integer({ min: 0, max: 100 }).map((fte) => fte / 100),
      fundedElsewhereFte: fc.integer({ min: 0, max: 100 }).map((fte) => fte / 100),
    })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 5 }),
        (given, fte) => {
          const rows = given.map((one, at) => worker(`W${at}`, one))
          const terms = { agreed: [{ validFrom: '2024-01-01', agreedFte: fte }] }
          const settlement = valueOf(settleWages(claim(rows, terms)))
          expectExact(settlement)
          expect(settlement.accepted).toBeLessThanOrEqual(6_000_000 * fte + rows.length)
          expect(valueOf(settleWages(claim([...rows].reverse(), terms)))).toEqual(settlement)
        },
      ),
    )
  })
})

describe('the FSE+ hourly rate (docs/formulas.md)', () => {
  it('58,480 / 1,720 and 46,784 / 1,376 are 34.00', () => {
    expect(valueOf(hourlyRate({ cost: 5_848_000 }))).toBe(3400)
    expect(valueOf(hourlyRate({ cost: 4_678_400, fte: 0.8 }))).toBe(3400)
  })

  it('is extrapolated to twelve months, or taken by the month', () => {
    expect(valueOf(hourlyRate({ cost: 2_924_000, months: 6 }))).toBe(3400)
    expect(valueOf(hourlyRateOfMonth({ monthlyCost: 487_333, monthlyHours: 143.33 }))).toBe(3400)
  })

  it('refuses a cost or a time that can’t be', () => {
    for (const bad of [{ cost: 0 }, { cost: 5, months: 13 }, { cost: 5, fte: 0 }, { cost: NaN }])
      expect(codeOf(hourlyRate(bad))).toBe('settlement.hourly-cost-wrong')
    expect(codeOf(hourlyRateOfMonth({ monthlyCost: 5, monthlyHours: 0 }))).toBe(
      'settlement.hourly-cost-wrong',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { traceFinding, traceRow } from '#domain/settlement/trace.ts'
import { performanceReduction } from '#domain/settlement/finish-settlement.ts'
import { settleUnitCosts, type UnitCostClaim, type UnitRow } from '#domain/settlement/unit-costs.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'
import { expectExact } from '#test/domain/settlement/expect-exact.ts'

const frame = { ceiling: 11_500_000, advances: [{ paidOn: '2025-02-01', amount: 9_200_000 }] }
const unitCosts = [{ code: 'P1', validFrom: '2025-01-01', amount: 115_000 }]
const unit = (at: number, more: Partial<UnitRow> = {}): UnitRow => ({
  ...{ row: `CE-${String(at).padStart(4, '0')}`, code: 'P1', date: '2025-05-05', units: 1 },
  ...more,
})
const claim = (rows: UnitRow[], more: Partial<UnitCostClaim> = {}): UnitCostClaim => ({
  ...{ mode: 'UNIT_COST', rows, unitCosts, frame },
  ...more,
})

describe('a settlement by unit cost (docs/formulas.md)', () => {
  const rows = Array.from({ length: 96 }, (_, at) =>
    at < 5 ? unit(at, { valid: 0, links: [{ cause: 'invalid-units', finding: 'F-01' }] }) : unit(at),
  )

  it('pays 91 of 96 units at € 1,150: € 104,650.00, balance € 12,650.00', () => {
    const settlement = valueOf(settleUnitCosts(claim(rows)))
    expect(settlement).toMatchObject({
      ...{ declared: 11_040_000, accepted: 10_465_000, rejected: 575_000 },
      ...{ advances: 9_200_000, balance: 1_265_000, recovery: 0 },
    })
    expectExact(settlement)
  })

  it('traces every euro to its rows and findings, and back', () => {
    const settlement = valueOf(settleUnitCosts(claim(rows)))
    const cuts = traceFinding(settlement, 'F-01')
    expect(cuts).toHaveLength(5)
    expect(cuts[0]).toEqual({
      ...{ line: 'P1', row: 'CE-0000', cause: 'invalid-units', amount: 115_000, findings: ['F-01'] },
    })
    expect(traceRow(settlement, 'CE-0004')).toHaveLength(1)
    expect(traceRow(settlement, 'CE-0005')).toEqual([])
  })

  it('never pays above the ceiling', () => {
    const settlement = valueOf(settleUnitCosts(claim(rows, { frame: { ...frame, ceiling: 10_000_000 } })))
    expect(settlement.accepted).toBe(10_000_000)
    expect(settlement.adjustments).toEqual([{ cause: 'ceiling', amount: 465_000, findings: [], line: null }])
    expectExact(settlement)
  })

  it('uses the scale of the day, and cuts a claim above it', () => {
    const scale = [...unitCosts, { code: 'P1', validFrom: '2025-07-01', amount: 120_000 }]
    const two = [unit(1), unit(2, { date: '2025-07-01' }), unit(3, { declared: 130_000 })]
    const settlement = valueOf(settleUnitCosts(claim(two, { unitCosts: scale })))
    expect(settlement.lines[0]?.rows.map(({ accepted }) => accepted)).toEqual([115_000, 120_000, 115_000])
    expect(settlement.lines[0]?.rows[2]?.cuts).toEqual([{ cause: 'scale', amount: 15_000, findings: [] }])
  })

  it.each([
    [1_010, { achieved: 65, target: 100, threshold: 0.7 }, 51],
    [1_010, { achieved: 85, target: 100, threshold: 0.9 }, 51],
    [3, { achieved: 1, target: 3, threshold: 0.5 }, 1],
    [-5, { achieved: 0, target: 1, threshold: 0.5 }, 0],
  ])(
    'reduces %i cents by performance exactly, half a cent away from zero',
    (accepted, performance, reduction) => {
      expect(performanceReduction(accepted, performance)).toBe(reduction)
    },
  )

  it('rounds half up per row', () => {
    const thirds = [unit(1, { units: 0.333 }), unit(2, { units: 0.335 })]
    const scale = [{ code: 'P1', validFrom: '2025-01-01', amount: 100 }]
    const settlement = valueOf(settleUnitCosts(claim(thirds, { unitCosts: scale })))
    expect(settlement.lines[0]?.rows.map(({ accepted }) => accepted)).toEqual([33, 34])
  })

  it.each([
    ['no rows', claim([]), 'settlement.empty'],
    ['a row twice', claim([unit(1), unit(1)]), 'settlement.row-twice'],
    ['no scale for the day', claim([unit(1, { date: '2024-12-31' })]), 'settlement.parameter-missing'],
    ['no scale for the phase', claim([unit(1, { code: 'P9' })]), 'settlement.parameter-missing'],
    [
      'two scales from the same day',
      claim([unit(1)], { unitCosts: [...unitCosts, ...unitCosts] }),
      'settlement.parameter-overlap',
    ],
    ['more valid than delivered', claim([unit(1, { valid: 2 })]), 'settlement.units-wrong'],
    ['units that are none', claim([unit(1, { units: NaN })]), 'settlement.units-wrong'],
    ['half a cent', claim([unit(1, { declared: 0.5 })]), 'settlement.amount-wrong'],
    ['units given back that are valid', claim([unit(1, { units: -1, valid: 1 })]), 'settlement.units-wrong'],
    [
      'a negative advance',
      claim([unit(1)], { frame: { ceiling: 1, advances: [{ paidOn: '2025-01-01', amount: -1 }] } }),
      'settlement.frame-amount-wrong',
    ],
    [
      'no target',
      claim([unit(1)], { frame: { ...frame, performance: { achieved: 1, target: 0, threshold: 0.8 } } }),
      'settlement.target-not-positive',
    ],
  ])('refuses %s', (_, given, code) => {
    expect(codeOf(settleUnitCosts(given))).toBe(code)
  })

  it('is exact to the cent for any claim, in any order of rows', () => {
    const row = fc.record({
      units: fc.double({ min: 0, max: 50, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      declared: fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: undefined }),
      deductions: fc.array(
        fc.record({
          finding: fc.constantFrom('F-1', 'F-2'),
          cause: fc.constant('x'),
          amount: fc.nat(400_000),
        }),
        { maxLength: 2 },
      ),
    })
    const corrections = fc.array(
      fc.record({
        cause: fc.constant('projection'),
        amount: fc.nat(2_000_000),
        findings: fc.constant<string[]>(['F-9']),
      }),
      { maxLength: 2 },
    )
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        corrections,
        fc.nat(9_000_000),
        (given, more, top) => {
          const rows = given.map(({ units, share, declared, deductions }, at) =>
            unit(at, {
              units,
              valid: units * share,
              deductions,
              ...(declared === undefined ? {} : { declared }),
            }),
          )
          const performance = { achieved: 60, target: 100, threshold: 0.8 }
          const whole = { ...frame, ceiling: top, corrections: more, performance }
          const settlement = valueOf(settleUnitCosts(claim(rows, { frame: whole })))
          expectExact(settlement)
          expect(settlement.accepted).toBeLessThanOrEqual(top)
          expect(valueOf(settleUnitCosts(claim([...rows].reverse(), { frame: whole })))).toEqual(settlement)
        },
      ),
    )
  })
})

describe('the performance adjustment (docs/formulas.md)', () => {
  it('reduces by what is missing to the threshold, at most everything', () => {
    expect(performanceReduction(10_000, { achieved: 80, target: 100, threshold: 0.8 })).toBe(0)
    expect(performanceReduction(10_000, { achieved: 60, target: 100, threshold: 0.8 })).toBe(2000)
    expect(performanceReduction(10_000, { achieved: 0, target: 100, threshold: 1 })).toBe(10_000)
  })
})

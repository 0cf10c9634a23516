import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleCause, causeWords } from '#domain/settlement/claim-cause.ts'
import { ceilingOfPeriod, settleFacts } from '#domain/settlement/inspection-claim.ts'
import { traceFinding, traceRow } from '#domain/settlement/trace.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'
import { expectExact } from '#test/domain/settlement/expect-exact.ts'
import {
  checkOf,
  decided,
  factsOf,
  FINDING,
  findingCiting,
  participations,
  rowWith,
  SAMPLE,
  sampleOf,
  unitCostConvention,
} from '#test/domain/settlement/inspection-support.ts'

const FIVE = ['P-0001', 'P-0002', 'P-0003', 'P-0004', 'P-0005']
const paid = { advances: [{ paidOn: '2025-02-03', amount: 9_200_000 }] }
const reject = { findingId: FINDING, effect: 'REJECT_ROWS', amount: null } as const

describe('the settlement of an inspection at unit cost (docs/formulas.md)', () => {
  it('pays 91 of 96 units when a finding rejects five: € 104,650.00, balance € 12,650.00', () => {
    const facts = factsOf({
      findings: [findingCiting(FIVE)],
      decision: decided({ ...paid, effects: [reject] }),
    })
    const { settlement, notices } = valueOf(settleFacts(facts, participations(96)))
    expect(settlement).toMatchObject({ declared: 11_040_000, accepted: 10_465_000, balance: 1_265_000 })
    expect(traceFinding(settlement, FINDING).map(({ row, cause }) => [row, cause])).toEqual(
      FIVE.map((row) => [row, 'invalid-units']),
    )
    expect(notices).toEqual([])
    expectExact(settlement)
  })

  it('proposes the instalments that were paid while nothing is decided', () => {
    const { settlement } = valueOf(settleFacts(factsOf(), participations(10)))
    expect(settlement).toMatchObject({ accepted: 1_150_000, advances: 9_200_000, recovery: 8_050_000 })
  })

  it('takes what a checked line loses from its row, under the finding or the sample', () => {
    const facts = factsOf({
      findings: [findingCiting([])],
      samples: [sampleOf(FIVE)],
      checks: [
        checkOf('P-0001', 115_000),
        checkOf('P-0002', 50_000, { findingId: FINDING }),
        checkOf('P-0003', 0),
        checkOf('P-0004', null),
      ],
    })
    const { settlement } = valueOf(settleFacts(facts, participations(96)))
    expect(settlement.rejected).toBe(65_000 + 115_000)
    expect(traceRow(settlement, 'P-0002')).toMatchObject([{ amount: 65_000, findings: [FINDING] }])
    expect(traceRow(settlement, 'P-0003')).toMatchObject([
      { cause: sampleCause('sample', 1), amount: 115_000, findings: [] },
    ])
    expectExact(settlement)
  })

  it('counts a line the partner could not show as refused, and one replaced not at all', () => {
    const sample = sampleOf(['P-0001', 'P-0002'])
    const [first, second] = sample.units
    if (!first || !second) throw new Error('two lines')
    const units = [
      { ...first, unavailable: true },
      { ...second, part: 'REPLACED' as const },
    ]
    const facts = factsOf({ samples: [{ ...sample, units }], checks: [checkOf('P-0002', 0)] })
    expect(valueOf(settleFacts(facts, participations(9))).settlement.rejected).toBe(115_000)
  })

  it('never takes a row twice: rejected, checked in two samples', () => {
    const other = sampleOf(['P-0001'], { id: `${SAMPLE.slice(0, -1)}2`, number: 2 })
    const twice = [checkOf('P-0001', 0), checkOf('P-0001', 15_000, { sampleId: other.id })]
    const samples = [sampleOf(['P-0001']), other]
    const checked = valueOf(settleFacts(factsOf({ samples, checks: twice }), participations(9)))
    expect(checked.settlement.rejected).toBe(115_000)
    const facts = factsOf({
      ...{ samples, checks: twice, findings: [findingCiting(['P-0001'])] },
      decision: decided({ effects: [reject] }),
    })
    const both = valueOf(settleFacts(facts, participations(9)))
    expect(both.settlement.rejected).toBe(115_000)
    expectExact(both.settlement)
  })

  it('deducts findings, systemic errors beyond their checked lines, applied projections and flat corrections', () => {
    const systemic = [{ code: 'S1', description: '', ids: ['P-0001', 'P-0090'], amount: 200_000 }]
    const facts = factsOf({
      findings: [findingCiting([])],
      samples: [sampleOf(['P-0001'], { systemic })],
      checks: [checkOf('P-0001', 15_000)],
      projections: [{ sampleId: SAMPLE, amount: 33_333 }],
      decision: decided({
        effects: [{ findingId: FINDING, effect: 'DEDUCT', amount: 1_000 }],
        corrections: [{ cause: 'Marché public', amount: 500, findings: [] }],
      }),
    })
    const { settlement } = valueOf(settleFacts(facts, participations(96)))
    expect(settlement.adjustments.map(({ cause, amount }) => [cause, amount])).toEqual([
      ['finding', 1_000],
      ['Marché public', 500],
      ['projection E-01', 33_333],
    ])
    expect(traceRow(settlement, 'P-0090')).toMatchObject([{ cause: 'systemic E-01', amount: 100_000 }])
    expect(settlement.rejected).toBe(100_000 + 134_833)
    expectExact(settlement)
  })

  it('leaves findings in the bin without effect', () => {
    const facts = factsOf({
      findings: [findingCiting(FIVE, { binned: true })],
      decision: decided({ effects: [reject] }),
    })
    expect(valueOf(settleFacts(facts, participations(9))).settlement.rejected).toBe(0)
  })

  it('refuses an entry outside the period under control, and says so', () => {
    const rows = [...participations(2), ...participations(3, 'P1', '2024-12-31').slice(2)]
    const { settlement, notices } = valueOf(settleFacts(factsOf(), rows))
    expect(traceRow(settlement, 'P-0003')).toMatchObject([{ cause: 'outside-period', amount: 115_000 }])
    expect(notices).toEqual([{ code: 'settlement.outside-period', details: { count: 1 } }])
  })

  it('finds the unit cost of a phase that its reference names', () => {
    const references = [rowWith('references', 2, { code: 'PH-A', kind: 'PHASE', unitCostCode: 'P1' })]
    const { settlement } = valueOf(settleFacts(factsOf({ references }), participations(2, 'PH-A')))
    expect(settlement.lines).toMatchObject([{ line: 'P1', declared: 230_000 }])
  })

  it('adds up the ceilings of the calendar years under control', () => {
    const terms = unitCostConvention().financing.terms
    const second = { ...terms[0], validFrom: '2026-01-01', annualCeiling: 1, agreedFte: 2, euRate: null }
    const convention = {
      ...unitCostConvention({ terms: [...terms, second] }),
      controlPeriod: { start: '2025-07-01', end: '2026-06-30' },
    }
    expect(ceilingOfPeriod(convention)).toBe(11_500_001)
    const { notices, parameters } = valueOf(
      settleFacts(factsOf({ convention }), participations(2, 'P1', '2025-08-01')),
    )
    expect(notices).toEqual([{ code: 'settlement.ceiling-of-years', details: { years: '2025, 2026' } }])
    expect(
      parameters.filter(({ code }) => code === 'ceiling').map(({ value, served }) => [value, served]),
    ).toEqual([
      ['115000.00', { from: '2025-07-01', to: '2025-12-31' }],
      ['0.01', { from: '2026-01-01', to: '2026-06-30' }],
    ])
  })

  it('says that a ceiling which changes within a year is that of its first day', () => {
    const terms = unitCostConvention().financing.terms
    const raised = terms.map((one) => ({
      ...one,
      validFrom: '2025-07-01',
      annualCeiling: one.annualCeiling + 1,
    }))
    const convention = unitCostConvention({ terms: [...terms, ...raised] })
    expect(ceilingOfPeriod(convention)).toBe(11_500_000)
    expect(valueOf(settleFacts(factsOf({ convention }), participations(2))).notices).toEqual([
      { code: 'settlement.ceiling-changes', details: { day: '01/07/2025' } },
    ])
  })
})

describe('what a settlement says beside its numbers', () => {
  it('names effects that reach nothing and errors that no settled row bears', () => {
    const facts = factsOf({
      findings: [findingCiting(['P-0001', 'GONE'])],
      samples: [sampleOf(['X-1', 'X-2'])],
      checks: [checkOf('X-1', 0), checkOf('X-2', 0, { findingId: FINDING })],
      decision: decided({ effects: [reject] }),
    })
    const { settlement, notices } = valueOf(settleFacts(facts, participations(9)))
    expect(notices.map(({ code }) => code)).toEqual(['settlement.rows-gone', 'settlement.lines-elsewhere'])
    expect(settlement.adjustments.map(({ amount, findings }) => [amount, findings])).toEqual([
      [115_000, []],
      [115_000, [FINDING]],
    ])
  })

  it('warns of an effect without rows and of one without an amount', () => {
    const about = (effect: 'REJECT_ROWS' | 'DEDUCT', amount: number | null) =>
      valueOf(
        settleFacts(
          factsOf({
            findings: [findingCiting([])],
            samples: [sampleOf(['P-0001'])],
            checks: [checkOf('P-0001', 0, { findingId: FINDING })],
            decision: decided({ effects: [{ findingId: FINDING, effect, amount }] }),
          }),
          participations(9),
        ),
      ).notices.map(({ code }) => code)
    expect(about('REJECT_ROWS', null)).toEqual(['settlement.effect-without-rows'])
    expect(about('DEDUCT', 100)).toEqual([])
    expect(about('DEDUCT', null)).toContain('settlement.effect-without-amount')
  })

  it('names what is missing instead of a number', () => {
    expect(codeOf(settleFacts(factsOf(), []))).toBe('settlement.empty')
    expect(codeOf(settleFacts(factsOf(), participations(1, 'P9')))).toBe('settlement.parameter-missing')
  })

  it('says a cause by its key, by its sample, or in the words that were written', () => {
    expect(causeWords('ceiling')).toEqual({ key: 'cause.ceiling', values: {} })
    expect(causeWords('projection E-02')).toEqual({ key: 'cause.projection', values: { sample: 'E-02' } })
    expect(causeWords('Marché public')).toEqual({ text: 'Marché public' })
  })
})

describe('any settlement of an inspection', () => {
  it('is exact whatever findings, checks and projections do', () => {
    const cents = fc.integer({ min: 0, max: 200_000 })
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 20 }),
        cents,
        cents,
        (accepted, deduct, projected) => {
          const rows = participations(accepted.length)
          const ids = rows.map(({ cells }) => String(cells[0]))
          const facts = factsOf({
            findings: [findingCiting(ids.slice(0, 2))],
            samples: [sampleOf(ids)],
            checks: ids.map((id, at) => checkOf(id, Math.min(115_000, accepted[at] ?? 0))),
            projections: [{ sampleId: SAMPLE, amount: projected }],
            decision: decided({
              ...paid,
              effects: [reject, { findingId: FINDING, effect: 'DEDUCT', amount: deduct }],
            }),
          })
          expectExact(valueOf(settleFacts(facts, rows)).settlement)
        },
      ),
      { numRuns: 60 },
    )
  })
})

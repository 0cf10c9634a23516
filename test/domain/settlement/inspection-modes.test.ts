import { describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import type { Cell } from '#domain/listing/listing.ts'
import { settleFacts } from '#domain/settlement/inspection-claim.ts'
import { appliedProjection } from '#domain/settlement/inspection-projection.ts'
import { rolesOf } from '#domain/settlement/inspection-rows.ts'
import { parameterName } from '#domain/settlement/used-parameters.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'
import { expectExact } from '#test/domain/settlement/expect-exact.ts'
import {
  decided,
  factsOf,
  FINDING,
  findingCiting,
  participations,
  rowWith,
  sampleOf,
  unitCostConvention,
} from '#test/domain/settlement/inspection-support.ts'

const both = (text: string) => ({ fr: text, nl: text })
const lumpSum = (code: string, label: string, amount: number) => ({
  ...{ code, label: both(label), validFrom: '2025-01-01', amount },
})
const wageConvention = (over: Partial<Convention['financing']> = {}): Convention =>
  unitCostConvention({
    mode: 'SALARY_LUMP_SUM',
    lumpSums: [lumpSum('LS-B', 'Coordinateur', 6_800_000), lumpSum('LS-A', 'Accompagnateur', 6_000_000)],
    ...over,
  })

const worker = (line: number, counsellorId: string, cells: Readonly<Record<string, Cell>>) =>
  rowWith('counsellors', line, {
    ...{ counsellorId, function: 'accompagnateur', contractStart: '2020-01-01', fteContract: 1 },
    ...{ fteOnAction: 1, startOnAction: '2025-01-01', endOnAction: '2025-12-31', otherFundingPct: 0 },
    ...cells,
  })

describe('the settlement of an inspection at wage lump sums (docs/formulas.md)', () => {
  const rows = [
    worker(2, 'R-01', {}),
    worker(3, 'R-02', { fteContract: 0.8, fteOnAction: 0.8, startOnAction: '2025-06-01' }),
  ]

  it('pays € 60,000.00 and € 28,142.47 for one worker all year and 0.8 FTE for 214 days; recovery € 3,857.53', () => {
    const { settlement, assumedRoles } = valueOf(settleFacts(factsOf({ convention: wageConvention() }), rows))
    expect(settlement).toMatchObject({ accepted: 8_814_247, recovery: 385_753 })
    expect(assumedRoles).toEqual([])
    expectExact(settlement)
  })

  it('cuts what other funds pay, and takes everything of a worker that a finding refuses', () => {
    const funded = [worker(2, 'R-01', { otherFundingPct: 50 }), worker(3, 'R-02', {})]
    const finding = findingCiting([], { rows: [{ listing: 'counsellors', line: 3, label: 'R-02' }] })
    const facts = factsOf({
      ...{ convention: wageConvention(), findings: [finding] },
      decision: decided({ effects: [{ findingId: FINDING, effect: 'REJECT_ROWS', amount: null }] }),
    })
    const { settlement } = valueOf(settleFacts(facts, funded))
    expect(settlement.lines[0]?.rows).toMatchObject([
      { row: 'R-01', accepted: 3_000_000, cuts: [{ cause: 'double-funding', amount: 3_000_000 }] },
      { row: 'R-02', accepted: 0, cuts: [{ cause: 'finding', findings: [FINDING] }] },
    ])
  })

  it('caps at the annual gross cost and counts days of absence beyond the tolerance, as the listing tells them', () => {
    const told = [
      worker(2, 'R-01', { grossAnnualCost: 5_500_000 }),
      worker(3, 'R-02', { absenceDays: 73 }),
      worker(4, 'R-03', { workerId: 'R-02', absenceDays: 0 }),
    ]
    const convention = wageConvention({
      terms: unitCostConvention().financing.terms.map((one) => ({ ...one, agreedFte: 9 })),
    })
    const parameters = convention.parameters.map((one) => ({ ...one, absenceToleranceDays: 0 }))
    const facts = factsOf({ convention: { ...convention, parameters } })
    const { settlement, notices, parameters: used } = valueOf(settleFacts(facts, told))
    expect(settlement.lines[0]?.rows).toMatchObject([
      { accepted: 5_500_000, cuts: [{ cause: 'gross-cost' }] },
      { accepted: 4_800_000, cuts: [{ cause: 'absence' }] },
      { accepted: 6_000_000 },
    ])
    expect(notices).toEqual([{ code: 'settlement.gross-cost-capped', details: { count: 1 } }])
    expect(used.map(({ code }) => code)).toContain('absence-tolerance')
  })

  it('assumes the lowest role where the function names none, says so, and takes the one the inspector gives', () => {
    const unknown = [worker(2, 'R-01', { function: 'jobcoach' })]
    const convention = wageConvention()
    const assumed = valueOf(settleFacts(factsOf({ convention }), unknown))
    expect(assumed).toMatchObject({ assumedRoles: ['R-01'], settlement: { accepted: 6_000_000 } })
    expect(assumed.notices).toEqual([{ code: 'settlement.role-assumed', details: { count: 1 } }])
    const decision = decided({ roles: [{ row: 'R-01', code: 'LS-B' }] })
    const given = valueOf(settleFacts(factsOf({ convention, decision }), unknown))
    expect(given).toMatchObject({ assumedRoles: [], settlement: { accepted: 6_800_000 } })
    expect(rolesOf(convention.financing.lumpSums).map(({ code }) => code)).toEqual(['LS-A', 'LS-B'])
  })
})

describe('the settlement of an inspection at actual costs (docs/formulas.md)', () => {
  const convention = unitCostConvention({
    mode: 'ACTUAL_COSTS',
    flatRates: [{ kind: 'ART_56_1', validFrom: '2025-01-01', rate: 0.4 }],
  })
  const paper = (line: number, docId: string, cells: Readonly<Record<string, Cell>>) =>
    rowWith('documents', line, { docId, type: 'STAFF_PAYSLIP', date: '2025-03-31', ...cells })

  it('settles documents with an amount; the flat rate follows its base', () => {
    const rows = [
      paper(2, 'D-1', { amount: 100_000 }),
      paper(3, 'D-2', { amount: 50_000, costCategory: 'STAFF', date: null }),
      paper(4, 'D-3', {}),
    ]
    const finding = findingCiting([], { rows: [{ listing: 'documents', line: 3, label: 'D-2' }] })
    const facts = factsOf({
      ...{ convention, findings: [finding] },
      decision: decided({ effects: [{ findingId: FINDING, effect: 'REJECT_ROWS', amount: null }] }),
    })
    const { settlement, notices } = valueOf(settleFacts(facts, rows))
    expect(settlement).toMatchObject({ declared: 210_000, accepted: 140_000 })
    expect(notices.map(({ code }) => code)).toEqual(['settlement.undated', 'settlement.category-assumed'])
    expectExact(settlement)
  })

  it('settles credit notes with the paper they are linked to, and says which are linked to none', () => {
    const rows = [
      paper(2, 'D-1', { amount: 100_000, costCategory: 'STAFF' }),
      paper(3, 'D-2', { amount: -30_000, costCategory: 'STAFF', linkedTo: 'R-01|D-1' }),
      paper(4, 'D-3', { amount: -5_000, costCategory: 'STAFF' }),
    ]
    const finding = findingCiting([], { rows: [{ listing: 'documents', line: 2, label: 'D-1' }] })
    const facts = factsOf({
      ...{ convention, findings: [finding] },
      decision: decided({ effects: [{ findingId: FINDING, effect: 'REJECT_ROWS', amount: null }] }),
    })
    const { settlement, notices } = valueOf(settleFacts(facts, rows))
    expect(settlement.lines[0]).toMatchObject({ declared: 65_000, accepted: -5_000 })
    expect(notices).toEqual([{ code: 'settlement.credit-unlinked', details: { count: 1 } }])
  })

  it('says that no document bears an amount', () => {
    expect(codeOf(settleFacts(factsOf({ convention }), [paper(2, 'D-1', {})]))).toBe('settlement.no-amounts')
  })
})

describe('the parameters a settlement used', () => {
  it('names each with its day and the clause of its control point', () => {
    const [section] = unitCostConvention().sections
    if (!section) throw new Error('a section')
    const clause = { number: '9.1', text: both('x'), points: ['FIN-3'] }
    const base = unitCostConvention()
    const unitCosts = [
      ...base.financing.unitCosts,
      { code: 'P1', label: both('P1'), validFrom: '2025-07-01', amount: 120_050 },
      { code: 'P1', label: both('P1'), validFrom: '2026-01-01', amount: 130_000 },
      { code: 'P2', label: both('P2'), validFrom: '2025-01-01', amount: 1 },
    ]
    const convention = {
      ...unitCostConvention({ unitCosts }),
      sections: [{ ...section, clauses: [clause] }],
    }
    const year = { from: '2025-01-01', to: '2025-12-31' }
    const ceiling = {
      ...{ code: 'ceiling', value: '115000.00', validFrom: '2025-01-01', clause: '9.1', served: year },
    }
    const first = { code: 'unit-cost P1', value: '1150.00', validFrom: '2025-01-01', clause: '9.1' }
    const second = { code: 'unit-cost P1', value: '1200.50', validFrom: '2025-07-01', clause: '9.1' }
    const inMarch = valueOf(settleFacts(factsOf({ convention }), participations(3))).parameters
    // the scale of July served no entry of March: it was not used
    expect(inMarch).toEqual([{ ...first, served: { ...year, to: '2025-06-30' } }, ceiling])
    const rows = [...participations(1), ...participations(2, 'P1', '2025-08-01').slice(1)]
    const all = valueOf(settleFacts(factsOf({ convention }), rows)).parameters
    expect(all).toEqual([
      { ...first, served: { ...year, to: '2025-06-30' } },
      { ...second, served: { ...year, from: '2025-07-01' } },
      ceiling,
    ])
    expect(parameterName('unit-cost P1')).toEqual({ name: 'unit-cost', of: 'P1' })
    expect(() => parameterName('colour')).toThrow(RangeError)
  })
})

describe('a projection in a settlement', () => {
  const evaluation = { totalError: 500_000, confirmed: 200_000 }
  const notices = [
    { kind: 'METHOD' as const, sentOn: '2026-02-01' },
    { kind: 'RESULT' as const, sentOn: '2026-03-01' },
  ]
  const clause = {
    parameters: unitCostConvention().parameters.map((one) => ({ ...one, extrapolation: true })),
  }

  it('counts beyond what is confirmed, with the clause and both notices', () => {
    const sample = sampleOf(['P-0001'], { notices, appliedOn: '2026-03-02' })
    expect(valueOf(appliedProjection(sample, evaluation, clause)).amount).toBe(300_000)
  })

  it('never counts without its clause, without a notice, or when nobody applied it', () => {
    const sample = sampleOf(['P-0001'], { notices, appliedOn: '2026-03-02' })
    const without = (over: Partial<typeof sample>, terms = clause) =>
      codeOf(appliedProjection({ ...sample, ...over }, evaluation, terms))
    expect(without({}, unitCostConvention())).toBe('sampling.no-extrapolation-clause')
    expect(without({ notices: notices.slice(1) })).toBe('sampling.notice-missing')
    expect(without({ appliedOn: null })).toBe('settlement.projection-not-applied')
  })
})

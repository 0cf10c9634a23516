import { describe, expect, it } from 'vitest'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { settleFacts } from '#domain/settlement/inspection-claim.ts'
import type { SettlementFacts } from '#domain/settlement/inspection-facts.ts'
import { traceOverlaps } from '#domain/settlement/trace.ts'
import { valueOf } from '#test/domain/sampling/support.ts'
import { expectExact } from '#test/domain/settlement/expect-exact.ts'
import {
  checkOf,
  decided,
  factsOf,
  FINDING,
  findingCiting,
  participations,
  SAMPLE,
  sampleOf,
} from '#test/domain/settlement/inspection-support.ts'

const THREE = ['P-0001', 'P-0002', 'P-0003']
const OTHER_FINDING = `${FINDING.slice(0, -1)}2`
const OTHER_SAMPLE = `${SAMPLE.slice(0, -1)}2`
const reject = { findingId: FINDING, effect: 'REJECT_ROWS', amount: null } as const
const deduct = (amount: number, findingId = FINDING) => ({ findingId, effect: 'DEDUCT' as const, amount })
const systemic = (ids: readonly string[], amount: number) => [
  { code: 'S1', description: '', ids: [...ids], amount },
]
const other = (lines: readonly string[], over: Partial<InspectionSample> = {}) =>
  sampleOf(lines, { id: OTHER_SAMPLE, number: 2, ...over })

/** Ten participations at € 1,150. */
function settled(over: Partial<SettlementFacts>) {
  const { settlement, notices } = valueOf(settleFacts(factsOf(over), participations(10)))
  expectExact(settlement)
  const overlaps = traceOverlaps(settlement).map(({ row, cause, amount, taken }) => [
    row,
    cause,
    amount,
    taken,
  ])
  return { settlement, overlaps, notices: notices.map(({ code }) => code) }
}

describe('one euro is taken away once', () => {
  it('accepts € 8,050 of € 11,500 when a finding rejects the three rows that a systemic error delimits', () => {
    const { settlement, overlaps } = settled({
      findings: [findingCiting(THREE)],
      samples: [sampleOf(['P-0010'], { systemic: systemic(THREE, 345_000) })],
      decision: decided({ effects: [reject] }),
    })
    expect(settlement.accepted).toBe(805_000)
    expect(overlaps).toEqual(THREE.map((row) => [row, 'systemic E-01', 115_000, ['invalid-units']]))
  })

  it('counts what the checked lines of a systemic error lost as a part of it, and the rest on the lines nobody checked', () => {
    const { settlement, overlaps } = settled({
      samples: [sampleOf(['P-0001'], { systemic: systemic(THREE, 250_000) })],
      checks: [checkOf('P-0001', 15_000)],
    })
    expect(settlement.rejected).toBe(250_000)
    expect(settlement.lines[0]?.rows.slice(0, 3).map(({ rejected }) => rejected)).toEqual([
      100_000, 75_000, 75_000,
    ])
    expect(overlaps).toEqual([[null, 'systemic E-01', 100_000, ['sample E-01']]])
  })

  it('takes the strictest of two samples and a systemic error that speak of one row', () => {
    const { settlement, overlaps } = settled({
      samples: [
        sampleOf(['P-0001']),
        other(['P-0001']),
        other(['P-0009'], {
          id: `${SAMPLE.slice(0, -1)}3`,
          number: 3,
          systemic: systemic(['P-0001'], 90_000),
        }),
      ],
      checks: [checkOf('P-0001', 65_000), checkOf('P-0001', 45_000, { sampleId: OTHER_SAMPLE })],
    })
    expect(settlement.lines[0]?.rows[0]?.cuts).toEqual([
      { cause: 'systemic E-03', amount: 90_000, findings: [] },
    ])
    expect(overlaps).toEqual([
      ['P-0001', 'sample E-02', 70_000, ['systemic E-03']],
      ['P-0001', 'sample E-01', 50_000, ['systemic E-03']],
    ])
  })

  it('deducts nothing more from rows that are rejected already, and says so', () => {
    const { settlement, overlaps } = settled({
      findings: [findingCiting(THREE), findingCiting(['P-0002', 'P-0003'], { id: OTHER_FINDING, number: 4 })],
      decision: decided({ effects: [reject, deduct(200_000, OTHER_FINDING)] }),
    })
    expect(settlement.rejected).toBe(345_000)
    expect(overlaps).toEqual([
      ['P-0002', 'finding', 100_000, ['invalid-units']],
      ['P-0003', 'finding', 100_000, ['invalid-units']],
    ])
  })

  it('adds up the amounts that two findings deduct from one row, as far as it goes', () => {
    const { settlement, overlaps } = settled({
      findings: [findingCiting(['P-0001']), findingCiting(['P-0001'], { id: OTHER_FINDING, number: 4 })],
      decision: decided({ effects: [deduct(40_000), deduct(100_000, OTHER_FINDING)] }),
    })
    expect(settlement.lines[0]?.rows[0]?.cuts.map(({ amount }) => amount)).toEqual([40_000, 75_000])
    expect(overlaps).toEqual([['P-0001', 'finding', 25_000, ['finding']]])
  })

  it('takes what a finding deducts beyond the rows it cites from the whole', () => {
    const { settlement } = settled({
      findings: [findingCiting(['P-0001'])],
      decision: decided({ effects: [deduct(150_000)] }),
    })
    expect(settlement.adjustments).toMatchObject([{ cause: 'finding', amount: 35_000, findings: [FINDING] }])
    expect(settlement.rejected).toBe(150_000)
  })

  it('counts the checked lines that a finding tells as a part of what it deducts', () => {
    const { settlement, overlaps } = settled({
      findings: [findingCiting([])],
      samples: [sampleOf(['P-0001', 'P-0002'])],
      checks: [checkOf('P-0001', 0, { findingId: FINDING }), checkOf('P-0002', 115_000)],
      decision: decided({ effects: [deduct(150_000)] }),
    })
    expect(settlement.rejected).toBe(150_000)
    expect(overlaps).toEqual([[null, 'finding', 115_000, ['sample E-01']]])
  })

  it('counts a projection beyond the rows outside its sample that are rejected already', () => {
    const { settlement, overlaps } = settled({
      findings: [findingCiting(THREE)],
      samples: [sampleOf(['P-0009', 'P-0010'], { appliedOn: '2026-03-02' })],
      checks: [checkOf('P-0009', 0), checkOf('P-0010', 115_000)],
      projections: [{ sampleId: SAMPLE, amount: 460_000 }],
      decision: decided({ effects: [reject] }),
    })
    // ten lines, one of two wrong: five in all; one seen, three rejected, one more projected
    expect(settlement.rejected).toBe(575_000)
    expect(overlaps).toEqual([[null, 'projection E-01', 345_000, ['invalid-units']]])
  })

  it('counts a projection beyond what another sample found on its rows', () => {
    const { settlement, overlaps } = settled({
      samples: [sampleOf(['P-0009']), other(['P-0001', 'P-0009'])],
      checks: [
        checkOf('P-0009', 0),
        checkOf('P-0001', 15_000, { sampleId: OTHER_SAMPLE }),
        checkOf('P-0009', 0, { sampleId: OTHER_SAMPLE }),
      ],
      projections: [{ sampleId: SAMPLE, amount: 130_000 }],
    })
    expect(settlement.adjustments).toMatchObject([{ cause: 'projection E-01', amount: 30_000 }])
    expect(overlaps).toContainEqual([null, 'projection E-01', 100_000, ['sample E-02']])
  })

  it('lets one projection count where two speak of the same rows: the one that takes more', () => {
    const { settlement, overlaps } = settled({
      samples: [sampleOf(['P-0009']), other(['P-0010'])],
      projections: [
        { sampleId: SAMPLE, amount: 100_000 },
        { sampleId: OTHER_SAMPLE, amount: 150_000 },
      ],
    })
    expect(settlement.adjustments).toMatchObject([{ cause: 'projection E-02', amount: 150_000 }])
    expect(overlaps).toEqual([[null, 'projection E-01', 100_000, ['projection E-02']]])
  })

  it('lets projections of different rows count together, before one of all rows that takes less', () => {
    const inPhase = (phase: string) => ({
      source: { ...sampleOf([]).source, filters: [{ column: 'phase', values: [phase] }] },
    })
    const rows = [...participations(5), ...participations(10, 'P2').slice(5)]
    const facts = factsOf({
      samples: [
        sampleOf(['P-0001']),
        other(['P-0002'], inPhase('P1')),
        other(['P-0010'], { id: `${SAMPLE.slice(0, -1)}3`, number: 3, ...inPhase('P2') }),
      ],
      projections: [
        { sampleId: SAMPLE, amount: 150_000 },
        { sampleId: OTHER_SAMPLE, amount: 80_000 },
        { sampleId: `${SAMPLE.slice(0, -1)}3`, amount: 90_000 },
      ],
    })
    const [first] = facts.convention.financing.unitCosts
    if (!first) throw new Error('a unit cost')
    facts.convention.financing.unitCosts.push({ ...first, code: 'P2' })
    const { settlement } = valueOf(settleFacts(facts, rows))
    expect(settlement.adjustments.map(({ cause, amount }) => [cause, amount])).toEqual([
      ['projection E-02', 80_000],
      ['projection E-03', 90_000],
    ])
  })

  it('says that the rows of a projection over another listing, and of a finding without rows, are not known', () => {
    const source = { ...sampleOf([]).source, listing: 'activities' as const }
    const { settlement, notices } = settled({
      findings: [findingCiting([])],
      samples: [sampleOf(['A-1'], { source, appliedOn: '2026-03-02' })],
      projections: [{ sampleId: SAMPLE, amount: 50_000 }],
      decision: decided({ effects: [deduct(1_000)] }),
    })
    expect(settlement.rejected).toBe(51_000)
    expect(notices).toEqual(['settlement.overlap-unknown', 'settlement.projection-elsewhere'])
  })

  it('takes an error over lines of another listing once, whichever samples found or delimited it', () => {
    const source = { ...sampleOf([]).source, listing: 'activities' as const }
    const all = ['A-1', 'A-2', 'A-3']
    const { settlement, overlaps, notices } = settled({
      samples: [
        sampleOf(['A-1'], { source, systemic: systemic(['A-2', 'A-3'], 30_000) }),
        other(['A-9'], { source, systemic: systemic(all, 150_000) }),
      ],
      checks: [checkOf('A-1', 0)],
    })
    expect(settlement.adjustments.map(({ cause, amount }) => [cause, amount])).toEqual([
      ['systemic E-01', 30_000],
      ['systemic E-02', 5_000],
      ['sample E-01', 115_000],
    ])
    expect(overlaps).toEqual([[null, 'systemic E-02', 145_000, ['sample E-01', 'systemic E-01']]])
    expect(notices).toEqual(['settlement.lines-elsewhere', 'settlement.lines-elsewhere'])
  })

  it('never takes more than everything, and says what nothing was left for', () => {
    const { settlement, overlaps } = settled({
      decision: decided({ corrections: [{ cause: 'Marché public', amount: 1_200_000, findings: [] }] }),
    })
    expect(settlement).toMatchObject({ accepted: 0, rejected: 1_150_000 })
    expect(overlaps).toEqual([[null, 'Marché public', 50_000, []]])
  })
})

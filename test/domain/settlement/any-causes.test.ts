import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SettlementFacts } from '#domain/settlement/inspection-facts.ts'
import { settleFacts } from '#domain/settlement/inspection-claim.ts'
import type { InspectionSettlement } from '#domain/settlement/inspection-settlement.ts'
import { valueOf } from '#test/domain/sampling/support.ts'
import { expectExact } from '#test/domain/settlement/expect-exact.ts'
import {
  checkOf,
  decided,
  factsOf,
  findingCiting,
  INSPECTION,
  rowWith,
  sampleOf,
  unitCostConvention,
} from '#test/domain/settlement/inspection-support.ts'

const idOf = (kind: string, at: number): string => `00000000-0000-7000-8000-0000000000${kind}${at}`
const convention = unitCostConvention({
  mode: 'ACTUAL_COSTS',
  flatRates: [{ kind: 'ART_56_1', validFrom: '2025-01-01', rate: 0.4 }],
  terms: unitCostConvention().financing.terms.map((terms) => ({ ...terms, annualCeiling: 400_000 })),
})
const paper = (amount: number, at: number) =>
  rowWith('documents', at + 2, {
    ...{ docId: `D-${at}`, type: 'STAFF_PAYSLIP', date: '2025-03-31', amount, costCategory: 'STAFF' },
  })

const rowNumbers = fc.uniqueArray(fc.nat(5), { maxLength: 4 })
const cents = fc.integer({ min: 0, max: 150_000 })
const effect = fc.record({
  rows: rowNumbers,
  effect: fc.constantFrom('REJECT_ROWS', 'DEDUCT'),
  amount: cents,
})
const sample = fc.record({
  lines: rowNumbers,
  /** Part of each line that is accepted. */
  accepted: fc.double({ min: 0, max: 1, noNaN: true }),
  delimited: rowNumbers,
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  projected: fc.option(cents, { nil: null }),
})
const world = fc.record({
  amounts: fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 6, maxLength: 6 }),
  effects: fc.array(effect, { maxLength: 3 }),
  samples: fc.array(sample, { maxLength: 3 }),
  corrections: fc.array(cents, { maxLength: 2 }),
  hasPerformance: fc.boolean(),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

function decisionOf({ effects, corrections, hasPerformance }: World): InspectionSettlement {
  return decided({
    effects: effects.map((one, at) => ({
      findingId: idOf('f', at),
      effect: one.effect === 'DEDUCT' ? 'DEDUCT' : 'REJECT_ROWS',
      amount: one.effect === 'DEDUCT' ? one.amount : null,
    })),
    corrections: corrections.map((amount, at) => ({ cause: `C${at}`, amount, findings: [] })),
    performance: hasPerformance ? { achieved: 65, target: 100, threshold: 0.7 } : null,
  })
}

function factsOfWorld(given: World): SettlementFacts {
  const amountOf = (at: number): number => given.amounts[at] ?? 0
  const key = (at: number): string => `D-${at}`
  const source = {
    ...sampleOf([]).source,
    listing: 'documents' as const,
    amount: { kind: 'COLUMN', column: 'amount' } as const,
  }
  return factsOf({
    convention,
    findings: given.effects.map(({ rows }, at) =>
      findingCiting([], {
        ...{ id: idOf('f', at), number: at + 1 },
        rows: rows.map((row) => ({ listing: 'documents', line: row + 2, label: key(row) })),
      }),
    ),
    samples: given.samples.map(({ lines, delimited, share }, at) => ({
      ...sampleOf([], { id: idOf('e', at), number: at + 1, source }),
      units: lines.map((line) => ({
        ...{
          id: key(line),
          amount: amountOf(line),
          stratum: '',
          part: 'SAMPLED',
          picked: false,
          unavailable: false,
        },
      })),
      systemic:
        delimited.length === 0
          ? []
          : [
              {
                ...{ code: 'S1', description: '', ids: delimited.map(key) },
                amount: Math.round(share * delimited.reduce((sum, row) => sum + amountOf(row), 0)),
              },
            ],
    })),
    checks: given.samples.flatMap(({ lines, accepted }, at) =>
      lines.map((line) =>
        checkOf(key(line), Math.floor(accepted * amountOf(line)), {
          sampleId: idOf('e', at),
          inspectionId: INSPECTION,
        }),
      ),
    ),
    projections: given.samples.flatMap(({ projected }, at) =>
      projected === null ? [] : [{ sampleId: idOf('e', at), amount: projected }],
    ),
    decision: decisionOf(given),
  })
}

const settle = (facts: SettlementFacts, amounts: readonly number[]) =>
  valueOf(settleFacts(facts, amounts.map(paper))).settlement

/** The same facts without one of their causes, for each of them. */
function withoutEach(facts: SettlementFacts): SettlementFacts[] {
  const decision = facts.decision ?? decided()
  const less = <T>(list: readonly T[], make: (rest: T[]) => SettlementFacts): SettlementFacts[] =>
    list.map((one) => make(list.filter((other) => other !== one)))
  return [
    ...less(decision.effects, (effects) => ({ ...facts, decision: { ...decision, effects } })),
    ...less(decision.corrections, (corrections) => ({ ...facts, decision: { ...decision, corrections } })),
    ...less(facts.samples, (samples) => ({ ...facts, samples })),
    ...less(facts.projections, (projections) => ({ ...facts, projections })),
    ...facts.samples.map((gone) => ({
      ...facts,
      samples: facts.samples.map((one) => (one === gone ? { ...one, systemic: [] } : one)),
    })),
    { ...facts, decision: { ...decision, performance: null } },
  ]
}

describe('any causes together', () => {
  it('take from no row more than was claimed for it, and every sum holds', () => {
    fc.assert(
      fc.property(world, (given) => {
        const settlement = settle(factsOfWorld(given), given.amounts)
        expectExact(settlement)
        const taken = settlement.lines.flatMap(({ rows }) => rows)
        for (const { rejected, declared } of taken) expect(rejected).toBeLessThanOrEqual(declared)
      }),
      { numRuns: 300 },
    )
  })

  it('never accept less when one of them goes', () => {
    fc.assert(
      fc.property(world, (given) => {
        const facts = factsOfWorld(given)
        const { accepted } = settle(facts, given.amounts)
        for (const fewer of withoutEach(facts))
          expect(settle(fewer, given.amounts).accepted).toBeGreaterThanOrEqual(accepted)
      }),
      { numRuns: 300 },
    )
  })

  it('give the same settlement in whatever order they were recorded', () => {
    fc.assert(
      fc.property(world, (given) => {
        const facts = factsOfWorld(given)
        const turned: SettlementFacts = {
          ...facts,
          ...{ findings: facts.findings.toReversed(), samples: facts.samples.toReversed() },
          ...{ checks: facts.checks.toReversed(), projections: facts.projections.toReversed() },
          decision: { ...decisionOf(given), effects: decisionOf(given).effects.toReversed() },
        }
        const rows = given.amounts.map(paper)
        expect(valueOf(settleFacts(turned, rows.toReversed())).settlement).toEqual(
          settle(facts, given.amounts),
        )
      }),
      { numRuns: 100 },
    )
  })
})

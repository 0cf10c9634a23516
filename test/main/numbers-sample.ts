import type { Convention } from '#domain/convention/convention.ts'
import { extendSample, markUnavailable, pickLine } from '#domain/sampling/change-sample.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { evaluateSample } from '#domain/sampling/evaluate-sample.ts'
import { resultsOf } from '#domain/sampling/inspection-record.ts'
import { lineCheckId, type InspectionSample, type LineCheck } from '#domain/sampling/inspection-sample.ts'
import { freezePopulation, type PopulationLine } from '#domain/sampling/population.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import type { CheckedSample } from '#domain/report/print-sample.ts'
import type { SettledInspection } from '#domain/report/print-settlement.ts'
import type { Result } from '#domain/result.ts'
import type { InspectionSettlement } from '#domain/settlement/inspection-settlement.ts'
import { settleUnitCosts, type UnitCostClaim } from '#domain/settlement/unit-costs.ts'

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const uuid = (no: number) => `0198a000-0000-7000-8000-${String(no).padStart(12, '0')}`
const INSPECTION = uuid(1)

/** 120 participants with amounts of three sizes, in two strata. */
export const lines: PopulationLine[] = Array.from({ length: 120 }, (_, at) => ({
  id: `P-${String(at + 1).padStart(4, '0')}`,
  amount: [115_000, 86_250, 30_010][at % 3]! + at,
  stratum: at % 4 === 0 ? 'B' : 'A',
}))

export const definition = (given: Partial<SampleDefinition> = {}): SampleDefinition => ({
  ...{ method: 'SIMPLE_RANDOM', seed: 'ARAE-2025-014|E-01', confidence: 0.9, materiality: 0.02 },
  ...{ expectedRate: 0.005, size: 40 },
  ...given,
})

/** What was found on a line: every tenth is refused, every seventh has another amount. */
function check(sampleId: string, id: string, amount: number, at: number): LineCheck {
  const lost = at % 10 === 3 ? amount : at % 7 === 5 ? Math.round(amount / 3) : 0
  const isWrong = lost > 0
  return {
    ...{ id: lineCheckId(sampleId, id), inspectionId: INSPECTION, sampleId, lineId: id },
    ...{ found: amount - lost, accepted: amount - lost, wrong: isWrong, corrected: false, note: '' },
    cause: isWrong ? 'Preuve de sortie manquante' : '',
    nature: isWrong ? 'RANDOM' : null,
    ...{ justification: '', findingId: isWrong && at % 10 === 3 ? uuid(202) : null },
  }
}

/** A record as the inspection keeps it. */
export function sampleOf(record: SampleRecord, change: Partial<InspectionSample> = {}): InspectionSample {
  const { population, version, definition: how, convention, steps, units } = record
  const { count, amount, hash } = population
  return {
    ...{ id: uuid(901), inspectionId: INSPECTION, number: 1, title: 'Unités de la phase 2' },
    source: {
      listing: 'participants',
      versionId: 'v1',
      sha256: '51'.repeat(32),
      filters: [{ column: 'phase', values: ['P2'] }],
      amount: { kind: 'SCALE' },
      stratum: null,
    },
    population: { count, amount, hash },
    ...{ version, definition: how, convention, steps, units },
    ...{ systemic: [], estimator: null, notices: [], appliedOn: null },
    ...change,
  }
}

export const recordOf = (given: Partial<SampleDefinition> = {}, from = lines): SampleRecord =>
  valueOf(drawSample(valueOf(freezePopulation(from)), definition(given), '2026-11-20', 'c0'.repeat(32)))
    .record

/** One line picked for its risk, one that could not be shown. */
export function workedRecord(given: Partial<SampleDefinition> = {}): SampleRecord {
  const record = recordOf(given)
  const drawn = new Set(record.units.map(({ id }) => id))
  const apart = lines.find(({ id }) => !drawn.has(id))
  const because = { reason: 'Signalé par l’administration.', on: '2026-11-21' }
  const picked = apart ? valueOf(pickLine(record, apart.id, because)) : record
  const lost = record.units[7]!.id
  return valueOf(markUnavailable(picked, lost, { reason: 'Dossier détruit par l’eau.', on: '2026-11-22' }))
}

/** A checked sample, evaluated. @param extendedTo lines in all, after what was seen of the first ones */
export function checkedSample(
  given: Partial<SampleDefinition> = {},
  change: Partial<InspectionSample> = {},
  extendedTo?: number,
): CheckedSample & { record: SampleRecord } {
  const drawn = workedRecord(given)
  const because = { reason: 'Une erreur.', on: '2026-11-23' }
  const record = extendedTo === undefined ? drawn : valueOf(extendSample(drawn, extendedTo, because))
  const sample = sampleOf(record, change)
  const checks = record.units
    .filter(({ unavailable, part }) => !unavailable && part !== 'REPLACED')
    .map(({ id, amount }, at) => check(sample.id, id, amount, at))
  const { systemic, estimator } = sample
  const input = { results: resultsOf(checks), systemic, ...(estimator && { estimator }) }
  return { sample, checks, record, evaluation: evaluateSample(record, input) }
}

/** The clause and the notices that let a projection count. */
export const withClause = (convention: Convention): Convention => ({
  ...convention,
  parameters: convention.parameters.map((entry) => ({ ...entry, extrapolation: true })),
})
export const notified: Partial<InspectionSample> = {
  notices: [
    { kind: 'METHOD', sentOn: '2026-11-20' },
    { kind: 'RESULT', sentOn: '2026-11-22' },
  ],
  appliedOn: '2026-11-23',
}

/** 96 units at 1,150 euros of which 5 are refused (`docs/formulas.md`), and 40 of a cheaper phase; too much was paid. */
export const unitCostClaim: UnitCostClaim = {
  mode: 'UNIT_COST',
  rows: Array.from({ length: 136 }, (_, at) => ({
    ...{ row: `P-${String(at + 1).padStart(4, '0')}`, units: 1, date: '2026-03-15' },
    code: at < 96 ? 'P3' : 'P2',
    ...(at < 5 ? { valid: 0, links: [{ cause: 'invalid-units', finding: uuid(201) }] } : {}),
    ...(at === 50 ? { deductions: [{ cause: 'sample E-01', amount: 38_333, finding: uuid(202) }] } : {}),
  })),
  unitCosts: [
    { code: 'P3', validFrom: '2025-01-01', amount: 110_000 },
    { code: 'P3', validFrom: '2026-01-01', amount: 115_000 },
    { code: 'P2', validFrom: '2025-01-01', amount: 12_345 },
  ],
  frame: {
    ceiling: 11_500_000,
    corrections: [{ cause: 'projection E-01', amount: 200_000, findings: [] }],
    performance: { achieved: 70, target: 100, threshold: 0.75 },
    advances: [
      { paidOn: '2026-02-12', amount: 9_200_000 },
      { paidOn: '2026-06-30', amount: 1_700_000 },
    ],
  },
}

export const decided: InspectionSettlement = {
  ...{ id: uuid(903), inspectionId: INSPECTION, effects: [], corrections: [], performance: null },
  advances: unitCostClaim.frame.advances,
  ...{ settledOn: '2026-11-23', note: 'Le partenaire a été entendu.' },
}

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
export const settled: SettledInspection = {
  settlement: valueOf(settleUnitCosts(unitCostClaim)),
  parameters: [
    { code: 'unit-cost P3', value: '1150.00', validFrom: '2026-01-01', clause: '7.2', served: YEAR },
    { code: 'ceiling', value: '115000.00', validFrom: '2025-01-01', clause: null, served: YEAR },
    { code: 'performance-threshold', value: '0.75', validFrom: '2025-01-01', clause: null, served: YEAR },
  ],
  notices: [{ code: 'settlement.rows-gone', details: { finding: 'C-02', count: 1, row: 'P-0999' } }],
}

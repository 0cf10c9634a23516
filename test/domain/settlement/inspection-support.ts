import type { Convention } from '#domain/convention/convention.ts'
import type { Finding } from '#domain/finding/finding.ts'
import { newFinding } from '#domain/finding/new-finding.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import type { Cell, ListingName, ListingRow } from '#domain/listing/listing.ts'
import { lineCheckId, type InspectionSample, type LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { SettlementFacts } from '#domain/settlement/inspection-facts.ts'
import { settlementId, type InspectionSettlement } from '#domain/settlement/inspection-settlement.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'

export const INSPECTION = '00000000-0000-7000-8000-000000000001'
export const FINDING = '00000000-0000-7000-8000-0000000000f1'
export const SAMPLE = '00000000-0000-7000-8000-0000000000e1'

/** A row of a listing with these cells; the others are empty. */
export const rowWith = (
  listing: ListingName,
  line: number,
  cells: Readonly<Record<string, Cell>>,
): ListingRow => ({
  ...{ line, marks: [] },
  cells: columnIdsOf(listing).map((id) => cells[id] ?? null),
})

/** Participations `P-0001`… of one phase on one day. */
export const participations = (count: number, phase = 'P1', entryDate = '2025-03-03'): ListingRow[] =>
  Array.from({ length: count }, (_, at) =>
    rowWith('participants', at + 2, {
      participationId: `P-${String(at + 1).padStart(4, '0')}`,
      ...{ phase, entryDate, hoursDelivered: 10 },
    }),
  )

/** A convention at unit cost: € 1,150 a unit of phase P1, ceiling € 115,000, € 92,000 paid (`docs/formulas.md`). */
export function unitCostConvention(over: Partial<Convention['financing']> = {}): Convention {
  const convention = sampleConvention()
  const unitCosts = [
    { code: 'P1', label: { fr: 'Phase 1', nl: 'Fase 1' }, validFrom: '2025-01-01', amount: 115_000 },
  ]
  return { ...convention, financing: { ...convention.financing, unitCosts, ...over } }
}

export const findingCiting = (rows: readonly string[], over: Partial<Finding> = {}): Finding => ({
  ...newFinding({ id: FINDING, inspectionId: INSPECTION, number: 3 }),
  rows: rows.map((label, at) => ({ listing: 'participants', line: at + 2, label })),
  ...over,
})

export const decided = (over: Partial<InspectionSettlement> = {}): InspectionSettlement => ({
  ...{ id: settlementId(INSPECTION), inspectionId: INSPECTION, effects: [], corrections: [] },
  ...{ performance: null, advances: [], settledOn: '2026-03-02', note: '' },
  ...over,
})

/** A drawn sample of these lines, each declared at € 1,150. */
export const sampleOf = (
  lines: readonly string[],
  over: Partial<InspectionSample> = {},
): InspectionSample => ({
  ...{ id: SAMPLE, inspectionId: INSPECTION, number: 1, title: '' },
  source: {
    ...{ listing: 'participants', versionId: 'office-1', sha256: 'a'.repeat(64), filters: [] },
    ...{ amount: { kind: 'SCALE' }, stratum: null },
  },
  population: { count: 96, amount: 11_040_000, hash: 'b'.repeat(64) },
  version: 1,
  definition: { method: 'SIMPLE_RANDOM', seed: 's', confidence: 0.9, materiality: 0.02, expectedRate: 0 },
  convention: null,
  steps: [{ kind: 'DRAW', target: lines.length, on: '2026-02-02' }],
  units: lines.map((id) => ({
    ...{ id, amount: 115_000, stratum: '', part: 'SAMPLED', picked: false, unavailable: false },
  })),
  ...{ systemic: [], estimator: null, notices: [], appliedOn: null },
  ...over,
})

export const checkOf = (
  lineId: string,
  accepted: number | null,
  over: Partial<LineCheck> = {},
): LineCheck => ({
  ...{ id: lineCheckId(SAMPLE, lineId), inspectionId: INSPECTION, sampleId: SAMPLE, lineId },
  ...{
    found: accepted,
    accepted,
    wrong: false,
    cause: '',
    nature: null,
    justification: '',
    corrected: false,
  },
  ...{ note: '', findingId: null },
  ...over,
})

export const factsOf = (over: Partial<SettlementFacts> = {}): SettlementFacts => ({
  ...{ convention: unitCostConvention(), findings: [], samples: [], checks: [], projections: [] },
  ...{ references: [], decision: null },
  ...over,
})

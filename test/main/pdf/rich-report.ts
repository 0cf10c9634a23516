import { AnswerValue } from '#domain/checklist/control-grid.ts'
import { answerId } from '#domain/inspection/answer-id.ts'
import { OverallAssessment, type Answer } from '#domain/inspection/inspection.ts'
import { PartnershipType } from '#domain/convention/agreement.ts'
import { FinancingMode, FlatRateKind } from '#domain/convention/financing.ts'
import type { Convention } from '#domain/convention/convention.ts'
import { ErrorNature, EvidenceSource, FindingSeverity, type Finding } from '#domain/finding/finding.ts'
import { COLUMNS } from '#domain/listing/column-list.ts'
import type { Column } from '#domain/listing/column.ts'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import type { CheckedSample } from '#domain/report/print-sample.ts'
import type { SettledInspection } from '#domain/report/print-settlement.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import { err, ok, type AppError } from '#domain/result.ts'
import { SAMPLING_METHODS } from '#domain/sampling/definition.ts'
import { APART_KINDS, type AmountRule, type InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { SampleStep } from '#domain/sampling/sample-record.ts'
import { CAUSES } from '#domain/settlement/claim-cause.ts'
import { CostCategory } from '#domain/settlement/actual-costs.ts'
import { PARAMETER_UNITS } from '#domain/settlement/used-parameters.ts'
import { checkedSample, decided, notified, settled, withClause } from '#test/main/numbers-sample.ts'
import { controlGrid, convention, evidence, finding, inspection } from '#test/main/report-sample.ts'

/** Codes of an inspection's messages, with every detail that any of them could name. */
export const messages = (area: string, codes: readonly string[]): AppError[] =>
  codes.map((code) => ({ code: `${area}.${code}`, details: EVERY_DETAIL }))

const EVERY_DETAIL = {
  ...{ size: 12, least: 30, errors: 2, lines: 7, count: 3, id: 'P-0001', row: 'P-0002', finding: 'C-01' },
  ...{ sample: 'E-01', notice: 'METHOD', day: '2026-01-01', code: 'P3', percentage: 90, rate: 0.5 },
  ...{ method: 'MUS_STANDARD', parameter: 'unitCosts P3', kind: 'ART_54_A', listing: 'participants' },
}

const uuid = (no: number) => `0198a000-0000-7000-8000-${String(no).padStart(12, '0')}`
const because = { reason: 'Motif écrit.', on: '2026-11-22' }

const STEPS: readonly SampleStep[] = [
  { kind: 'DRAW', target: 40, on: '2026-11-20' },
  { kind: 'EXTEND', target: 60, ...because },
  { kind: 'REPLACE', id: 'P-0003', by: ['P-0009'], ...because },
  { kind: 'UNAVAILABLE', id: 'P-0004', ...because },
  { kind: 'PICK', id: 'P-0005', ...because },
  { kind: 'CONFIRM', convention: 'c0'.repeat(32), ...because },
]

const amountsBy = (column: string): AmountRule[] => [
  { kind: 'COLUMN', column },
  { kind: 'SCALE' },
  { kind: 'UNIT', column: null, cents: 100 },
  { kind: 'UNIT', column, cents: 100 },
]

/** Every value of every column that has a list of them. */
const filtersOf = (listing: (typeof LISTING_NAMES)[number]) =>
  (COLUMNS[listing] as readonly Column[]).flatMap(({ id, values, type }) => {
    if (values) return { column: id, values: [...Object.keys(values), ''] }
    return type === 'boolean' ? { column: id, values: ['true', 'false'] } : []
  })

/** One sample for each method, over each listing, each way an amount is made, each step and each kind of line. */
function samples(warnings: readonly AppError[], problems: readonly AppError[]): CheckedSample[] {
  const applied = checkedSample({}, notified)
  const { sample, checks, evaluation } = applied
  if (!evaluation.ok) throw new Error('not evaluated')
  const made = SAMPLING_METHODS.map((method, at): CheckedSample => {
    const listing = LISTING_NAMES[at % LISTING_NAMES.length] ?? 'participants'
    const amount = amountsBy(COLUMNS[listing][0].id)[at % 4]!
    const stratum = (COLUMNS[listing] as readonly Column[]).find(({ values }) => values)
    const source: InspectionSample['source'] = {
      ...{ listing, versionId: 'v1', sha256: '51'.repeat(32), filters: filtersOf(listing) },
      ...{ amount, stratum: stratum?.id ?? null, leftOut: [...APART_KINDS] },
    }
    const sigmas = stratum ? Object.fromEntries(Object.keys(stratum.values ?? {}).map((key) => [key, 5])) : {}
    const definition = { ...sample.definition, method, sigmas, minimum: { share: 0.1, lines: 10 } }
    const units = sample.units.map((unit, place) =>
      place === 3 ? { ...unit, part: 'REPLACED' as const } : unit,
    )
    const conclusion = (['MATERIAL', 'NOT_MATERIAL', 'INCONCLUSIVE'] as const)[at % 3]!
    const estimator = at % 2 === 0 ? 'MEAN' : 'RATIO'
    return {
      sample: { ...sample, number: at + 1, source, definition, units, steps: [...STEPS] },
      checks: checks.map((check, line) => ({ ...check, nature: NATURES[line % NATURES.length]! })),
      evaluation: ok({ ...evaluation.value, conclusion, estimator, warnings: [...warnings] }),
    }
  })
  const open = problems.map((error, at): CheckedSample => ({
    ...applied,
    sample: { ...sample, number: 50 + at, units: sample.units.slice(0, 1), definition: sample.definition },
    evaluation: err(error.code, error.details),
  }))
  return [...made, ...open]
}

const NATURES = ['RANDOM', 'SYSTEMIC', 'ANOMALOUS'] as const

/** A settlement with every cause, every kind of parameter, every cost line that has no name in the convention. */
function settlement(notices: readonly AppError[], mode: Convention['financing']['mode']): SettledInspection {
  const kinds = [...FlatRateKind.enum, ...CostCategory.enum]
  const causes = [...CAUSES, 'sample E-01', 'systemic E-01', 'projection E-01', 'Motif écrit']
  const line = (code: string, at: number) => ({ ...settled.settlement.lines[at % 2]!, line: code })
  return {
    settlement: {
      ...settled.settlement,
      ...{ mode, rejected: 0 },
      lines: kinds.map(line),
      adjustments: causes.map((cause) => ({ line: null, cause, amount: 100, findings: [uuid(201)] })),
      overlaps: causes.map((cause) => ({
        cause,
        amount: 100,
        findings: [uuid(201)],
        taken: ['sample E-01'],
      })),
    },
    parameters: Object.keys(PARAMETER_UNITS).flatMap((name) =>
      ['', ...kinds].map((of) => ({
        ...{ code: `${name} ${of}`.trim(), validFrom: '2025-01-01', clause: '7.2' },
        served: { from: '2025-01-01', to: '2025-12-31' },
        value: PARAMETER_UNITS[name as keyof typeof PARAMETER_UNITS] === 'FLAG' ? 'true' : '0.5',
      })),
    ),
    notices,
  }
}

const EVENTS = ['COMMITMENT', 'APPROVAL', 'REPORT_PROCESSED', 'DOCUMENTS_ACCEPTED', 'ACCEPTANCE']
const UNITS = ['PERSON', 'HOUR', 'SESSION', 'PHASE', 'CE', 'WZ', '%']

function richConvention(at: number): Convention {
  const { instalments, ...financing } = convention.financing
  return withClause({
    ...convention,
    partnershipType: PartnershipType.enum[at % PartnershipType.enum.length]!,
    financing: {
      ...financing,
      mode: FinancingMode.enum[at % FinancingMode.enum.length]!,
      instalments: EVENTS.map((dueEvent, no) => ({ ...instalments[0]!, no: no + 1, dueEvent })),
    },
    indicators: UNITS.map((unit, no) => ({ ...convention.indicators[0]!, unit, code: `OUT-${no}` })),
  })
}

const findings: Finding[] = FindingSeverity.enum.flatMap((severity, at) =>
  ErrorNature.enum.map((nature, of) => {
    const number = at * ErrorNature.enum.length + of + 1
    const pointCode = controlGrid.points[number]?.code ?? null
    return finding(number, { severity, nature, pointCode, positive: number === 20 })
  }),
)

const answers: Answer[] = controlGrid.points.map(({ code }, at) => ({
  ...{ id: answerId(inspection.id, code), inspectionId: inspection.id, pointCode: code },
  ...{ value: [...AnswerValue.enum, null][at % 5] ?? null, progress: 'DONE', comment: '' },
}))

/**
 * Everything that a report can say: each value of each list, each message. One report for each overall assessment;
 * `at` counts them.
 */
export function richInput(
  at: number,
  codes: { sampling: string[]; settlement: string[] },
): Partial<ReportInput> {
  const convention = richConvention(at)
  const sampling = messages('sampling', codes.sampling)
  const settling = messages('settlement', codes.settlement)
  return {
    convention,
    inspection: {
      ...inspection,
      overallAssessment: OverallAssessment.enum[at % OverallAssessment.enum.length]!,
      ...{ rejectedRowsExamined: true, suspiciousRowsExamined: true },
    },
    ...{ answers, findings, decided },
    evidence: EvidenceSource.enum.map((source, no) => evidence(no + 1, { source })),
    samples: samples([...sampling, ...settling], at === 0 ? [] : [...sampling, ...settling]),
    settled: ok(settlement([...sampling, ...settling], convention.financing.mode)),
  }
}

/** How many reports show everything. */
export const RICH_REPORTS = OverallAssessment.enum.length

import type { Convention } from '#domain/convention/convention.ts'
import { inForceOn } from '#domain/convention/parameters.ts'
import { findingLabel, sampleLabel } from '#domain/finding/numbering.ts'
import type { Finding } from '#domain/finding/finding.ts'
import { columnOf } from '#domain/listing/columns.ts'
import type { Result } from '#domain/result.ts'
import { applyProjection } from '#domain/sampling/apply-projection.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import type { InspectionSample, LineCheck, PopulationSource } from '#domain/sampling/inspection-sample.ts'
import { conventionOf } from '#domain/sampling/replay-steps.ts'
import type { SampleStep, SampleUnit } from '#domain/sampling/sample-record.ts'
import { SamplePart } from '#domain/sampling/sample-record.ts'
import type {
  ReportEvaluation,
  ReportSample,
  ReportSampleLine,
  ReportStep,
} from '#domain/report/numbers-model.ts'
import { printDefinition } from '#domain/report/print-definition.ts'
import { printNotices, printProblem } from '#domain/report/print-problem.ts'
import { printCell } from '#domain/report/print-cell.ts'
import type { Words } from '#domain/report/print-words.ts'

/** A sample with what was found on its lines, and what that says of its population. */
export interface CheckedSample {
  readonly sample: InspectionSample
  /** Checks of this sample or of others; those of others are left out. */
  readonly checks: readonly LineCheck[]
  readonly evaluation: Result<Evaluation>
}

/** What a sample is printed against. */
export interface SampleSurroundings {
  readonly convention: Convention
  readonly findings: readonly Finding[]
  /** All of the inspection: one may stand in place of another. */
  readonly samples?: readonly Pick<InspectionSample, 'id' | 'number'>[]
  /** The day of the report. */
  readonly on: string
}

/** A sample in words: definition, steps, lines that are not accepted as declared, evaluation, standing. */
export function printSample(
  { sample, checks, evaluation }: CheckedSample,
  surroundings: SampleSurroundings,
  words: Words,
): ReportSample {
  const { source, population, units, steps, definition } = sample
  return {
    number: sampleLabel(sample.number),
    title: sample.title,
    ...printSource(source, words),
    population,
    method: words.text(`samplingMethod.${definition.method}`),
    drawn: definition.method !== 'EXHAUSTIVE',
    ...{ seed: definition.seed, version: sample.version, convention: conventionOf(sample) ?? '' },
    parameters: printDefinition(sample, surroundings.convention, words),
    steps: steps.map((step) => printStep(step, replacementOf(sample, surroundings, words), words)),
    parts: countParts(units, words),
    ids: units.filter(({ part }) => part !== 'REPLACED').map(({ id }) => id),
    lines: printLines(sample, checks, surroundings.findings, words),
    evaluation: evaluation.ok ? printEvaluation(evaluation.value, words) : null,
    problem: evaluation.ok ? '' : printProblem('sample.notEvaluated', evaluation.error, words),
    notices: sample.notices.map(({ kind, sentOn }) =>
      words.text(`notice.${kind}`, { day: words.day(sentOn) }),
    ),
    ...printStanding(sample, evaluation, surroundings, words),
  }
}

function printSource(source: PopulationSource, words: Words) {
  const { listing, filters, amount, stratum, leftOut = [] } = source
  const column = (id: string): string => {
    const found = columnOf(listing, id)
    return found ? words.pick(found) : '–'
  }
  const unit = amount.kind === 'UNIT' && amount.column !== null ? 'UNIT_OF' : amount.kind
  return {
    listing: words.text(`listing.${listing}`),
    sha256: source.sha256,
    filters: [
      ...filters.map(({ column: id, values }) => {
        const kept = values.map((value) => printCell(columnOf(listing, id), value, words))
        return `${column(id)} = ${kept.join(', ')}`
      }),
      ...leftOut.map((kind) => words.text(`leftOut.${kind}`)),
    ],
    amountRule: words.text(`amountRule.${unit}`, {
      column: 'column' in amount && amount.column !== null ? column(amount.column) : '',
      amount: amount.kind === 'UNIT' ? words.euros(amount.cents) : '',
    }),
    stratum: stratum === null ? '' : column(stratum),
  }
}

/** Why it was drawn in place of another sample; empty where it was not. */
function replacementOf(
  { replaces }: InspectionSample,
  { samples = [] }: SampleSurroundings,
  words: Words,
): string {
  if (!replaces) return ''
  const former = samples.find(({ id }) => id === replaces.id)
  const reason = { sample: former ? sampleLabel(former.number) : '–', reason: replaces.reason }
  return words.text('sample.replaces', reason)
}

/** @param replacement what the draw itself gives as its reason */
function printStep(step: SampleStep, replacement: string, words: Words): ReportStep {
  const target = step.kind === 'DRAW' || step.kind === 'EXTEND' ? step.target : 0
  const isShare = target > 0 && target < 1
  const what = words.text(`step.${step.kind}`, {
    target: isShare ? words.percent(target) : words.figure(target),
    id: 'id' in step ? step.id : '',
    by: step.kind === 'REPLACE' ? step.by.join(', ') : '',
    convention: step.kind === 'CONFIRM' ? step.convention.slice(0, 12) : '',
  })
  return { on: words.day(step.on), what, reason: 'reason' in step ? step.reason : replacement }
}

function countParts(units: readonly SampleUnit[], words: Words): [string, number][] {
  const parts = SamplePart.enum.map((part): [string, number] => [
    words.text(`samplePart.${part}`),
    units.filter((unit) => unit.part === part).length,
  ])
  const unavailable = units.filter((unit) => unit.unavailable).length
  const all: [string, number][] = [...parts, [words.text('samplePart.UNAVAILABLE'), unavailable]]
  return all.filter(([, count]) => count > 0)
}

/** The lines that have something to say: accepted in part or not at all, wrong, not shown, picked, or replaced. */
function printLines(
  { id, units }: InspectionSample,
  checks: readonly LineCheck[],
  findings: readonly Finding[],
  words: Words,
): ReportSampleLine[] {
  const byLine = new Map(checks.flatMap((check) => (check.sampleId === id ? [[check.lineId, check]] : [])))
  const numbers = new Map(findings.map((finding) => [finding.id, findingLabel(finding.number)]))
  return units.flatMap((unit) => {
    const check = byLine.get(unit.id)
    return isTold(unit, check) ? printLine(unit, check, numbers, words) : []
  })
}

const isTold = (unit: SampleUnit, check: LineCheck | undefined): boolean =>
  unit.unavailable ||
  unit.picked ||
  unit.part === 'REPLACED' ||
  check?.wrong === true ||
  (check !== undefined && check.accepted !== null && check.accepted !== unit.amount) ||
  (check !== undefined && check.found !== null && check.found !== unit.amount)

function printLine(
  unit: SampleUnit,
  check: LineCheck | undefined,
  numbers: ReadonlyMap<string, string>,
  words: Words,
): ReportSampleLine {
  const state = unit.unavailable ? 'UNAVAILABLE' : unit.part
  return {
    id: unit.id,
    part: words.text(`samplePart.${state}`),
    declared: unit.amount,
    found: check?.found ?? check?.accepted ?? (unit.unavailable ? 0 : null),
    accepted: check?.accepted ?? (unit.unavailable ? 0 : null),
    nature: check?.nature ? words.text(`nature.${check.nature}`) : '',
    cause: check?.cause ?? '',
    justification: check?.justification ?? '',
    finding: numbers.get(check?.findingId ?? '') ?? '',
  }
}

function printEvaluation(evaluation: Evaluation, words: Words): ReportEvaluation {
  const { conclusion, estimator, warnings, lines, declared, projected, precision } = evaluation
  const { systemic, anomalous, confirmed, totalError, totalErrorRate } = evaluation
  const { upperLimit, upperLimitRate, upperConfidence, tolerable, materiality, confidence } = evaluation
  return {
    ...{ declared, projected, precision, systemic, anomalous, confirmed, totalError, totalErrorRate },
    ...{ upperLimit, upperLimitRate, upperConfidence, tolerable, materiality, confidence, lines },
    estimator: estimator === null ? '' : words.text(`estimator.${estimator}`),
    conclusion: words.text(`verdict.${conclusion}`),
    warnings: printNotices(warnings, words),
  }
}

/** Indicative, with the reason, unless it was applied on the ground it needs (`apply-projection.ts`). */
function printStanding(
  { steps, notices, appliedOn }: InspectionSample,
  evaluation: Result<Evaluation>,
  { convention, on }: SampleSurroundings,
  words: Words,
): Pick<ReportSample, 'applied' | 'standing'> {
  if (!evaluation.ok) return { applied: null, standing: '' }
  const ground = { clauses: convention.parameters, notices, drawnOn: steps[0]?.on ?? on, on: appliedOn ?? on }
  const applied = applyProjection(evaluation.value, ground)
  if (!applied.ok) return { applied: null, standing: indicative(words, words.told(applied.error)) }
  if (appliedOn === null) return { applied: null, standing: indicative(words, words.text('projection.open')) }
  const { amount } = applied.value
  const clause = inForceOn(convention.parameters, ground.drawnOn)?.validFrom ?? null
  const values = { amount: words.euros(amount), day: words.day(appliedOn), since: words.day(clause) }
  return {
    applied: { amount, on: words.day(appliedOn) },
    standing: words.text('projection.applied', values),
  }
}

const indicative = (words: Words, reason: string | null): string =>
  [words.text('projection.indicative'), reason].filter((text) => text !== null).join(' ')

import { shareRoundedUp } from '#domain/fraction.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { roundHalfUp } from '#domain/money.ts'
import { hasStrata, isNormalTheory, VISIT_MINIMUM } from '#domain/sampling/definition.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import { populationOf } from '#domain/sampling/draw-sample.ts'
import type * as shape from '#domain/sampling/evaluation.ts'
import { evaluationWarnings } from '#domain/sampling/evaluation-warnings.ts'
import { oneSidedConfidence, sumOf } from '#domain/sampling/normal.ts'
import { adviseEstimator, checkEnough, estimate } from '#domain/sampling/estimate.ts'
import { lineRates } from '#domain/sampling/line-rates.ts'
import { confidenceAfter, looksOf } from '#domain/sampling/looks.ts'
import { observeLines, type Observed } from '#domain/sampling/observe-lines.ts'
import type { Population } from '#domain/sampling/population.ts'
import type { Estimate } from '#domain/sampling/projections.ts'
import { conventionOf } from '#domain/sampling/replay-steps.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'

/** What the inspector brings to an evaluation. */
export interface EvaluationInput {
  readonly results: readonly shape.LineResult[]
  readonly systemic?: readonly shape.SystemicError[]
  readonly estimator?: shape.Estimator
  /** SHA-256 of the convention as it is now; it must be that of the draw. */
  readonly convention?: string | null
}

const rounded = (given: Estimate | null): shape.RoundedEstimate | null =>
  given && {
    error: roundHalfUp(given.error),
    precision: given.precision === null ? null : roundHalfUp(given.precision),
  }

/** Greater by more than the last digits of a product: TE itself is neither above nor below. */
const isAbove = (a: number, b: number): boolean => a - b > 1e-9 * Math.max(1, Math.abs(b))

/** Discovery: K wrong lines must not pass unseen. */
function concludeByLines(
  { wrong, projected, upperLines }: shape.LineRates,
  wrongLines: number,
): shape.Conclusion {
  if ((projected ?? wrong) >= wrongLines) return 'MATERIAL'
  return upperLines !== null && upperLines < wrongLines ? 'NOT_MATERIAL' : 'INCONCLUSIVE'
}

/** The amounts a conclusion is drawn from, in cents. */
interface Grounds {
  readonly total: number
  /** What the total must stay below: the upper limit, or the total itself where a method has none; null: nothing may. */
  readonly upper: number | null
  readonly confirmed: number
  readonly tolerable: number
}

/** TER > TE → MATERIAL; ULE < TE → NOT_MATERIAL; else INCONCLUSIVE; confirmed errors above TE decide alone. */
function concludeByAmounts({ total, upper, confirmed, tolerable }: Grounds): shape.Conclusion {
  if (isAbove(total, tolerable) || isAbove(confirmed, tolerable)) return 'MATERIAL'
  return upper !== null && isAbove(tolerable, upper) ? 'NOT_MATERIAL' : 'INCONCLUSIVE'
}

/**
 * Whether a non-statistical sample gives a verdict: the total error against the threshold, where at least a tenth of the
 * units was checked (CPR art. 79(2); EGESIF_16-0014-01, section 6.4.6). The first version of the rules gave none.
 */
export const hasJudgement = (
  { version, definition, population }: SampleRecord,
  { lines }: Pick<shape.Evaluation, 'lines'>,
): boolean =>
  version > 1 &&
  definition.method === 'NON_STATISTICAL' &&
  lines.checked >= shareRoundedUp(VISIT_MINIMUM.share, population.count)

/** Whether the upper limit has lost the confidence that was asked, by looks that followed an error. */
export const isWorthLess = ({
  upperConfidence: worth,
  confidence,
}: Pick<shape.Evaluation, 'upperConfidence' | 'confidence'>): boolean =>
  worth !== null && isAbove(confidence, worth)

/**
 * For the upper limit alone: the two-sided methods are worth more than they say, the others what they say. The limits of
 * discovery are sequential after an extension; those of amounts lose confidence with every look.
 */
function upperConfidence({ method, confidence }: SampleDefinition, looks: number): number | null {
  if (method === 'DISCOVERY') return confidence
  if (isNormalTheory(method)) return confidenceAfter(looks, oneSidedConfidence(confidence))
  return method === 'MUS_CONSERVATIVE' ? confidenceAfter(looks, confidence) : null
}

/** What an extension after an error does to the confidence. */
function looksWarning({ method }: SampleDefinition, looks: number, upper: number | null): AppError[] {
  if (looks < 2) return []
  if (method === 'DISCOVERY') return [{ code: 'sampling.sequential-limit', details: { looks } }]
  return upper === null
    ? []
    : [{ code: 'sampling.extended-after-error', details: { looks, percent: Math.round(upper * 1000) / 10 } }]
}

function assemble(
  population: Population,
  record: SampleRecord,
  observed: Observed,
  estimator: shape.Estimator,
): shape.Evaluation {
  const { amount } = population
  const { definition } = record
  const { method, materiality, confidence, wrongLines } = definition
  const estimates = estimate(observed, record, estimator)
  const { used, byMean, byRatio } = estimates
  const projected = used.error + sumOf(observed.exhaustive.map(({ error }) => error))
  const total = projected + observed.systemic + observed.anomalous
  const upper = used.precision === null ? null : total + used.precision
  const tolerable = materiality * amount
  const looks = looksOf(population, record, observed)
  const lines = lineRates(observed, definition, looks)
  const advice = adviseEstimator(observed, estimates, hasStrata(definition))
  const worth = upperConfidence(definition, looks.length)
  const isByLines = method === 'DISCOVERY' && wrongLines !== undefined
  const judged = hasJudgement(record, { lines }) ? total : null
  const bound = isWorthLess({ upperConfidence: worth, confidence }) ? null : (upper ?? judged)
  return {
    ...{ method, estimator: advice === null ? null : estimator, declared: amount, materiality, confidence },
    ...{ lines, advice, looks: looks.length },
    ...{ systemic: observed.systemic, anomalous: observed.anomalous, confirmed: observed.confirmed },
    projected: roundHalfUp(projected),
    precision: used.precision === null ? null : roundHalfUp(used.precision),
    totalError: roundHalfUp(total),
    totalErrorRate: amount === 0 ? 0 : total / amount,
    upperLimit: upper === null ? null : roundHalfUp(upper),
    upperLimitRate: upper === null || amount === 0 ? null : upper / amount,
    tolerable: roundHalfUp(tolerable),
    conclusion: isByLines
      ? concludeByLines(lines, wrongLines)
      : concludeByAmounts({ total, upper: bound, confirmed: observed.confirmed, tolerable }),
    basis: isByLines ? 'LINES' : upper === null ? 'TOTAL' : 'LIMIT',
    upperConfidence: worth,
    byMean: rounded(byMean),
    byRatio: rounded(byRatio),
    warnings: [
      ...looksWarning(definition, looks.length, worth),
      ...evaluationWarnings(record, observed, { estimator, advice, projected: total, lines }),
    ],
  }
}

/**
 * Evaluates a checked sample: errors projected by the method of the draw, precision, upper limit, conclusion
 * (EGESIF_16-0014-01, chapter 6; docs/formulas.md). The projection is indicative: `applyProjection` alone makes it count.
 * @param frozen the population of the record, when it is at hand: saves freezing it again
 * @returns errors of `populationOf` and `observeLines`, `sampling.convention-changed`, `sampling.too-few-to-evaluate`
 */
export function evaluateSample(
  record: SampleRecord,
  input: EvaluationInput,
  frozen?: Population,
): Result<shape.Evaluation> {
  const population = frozen?.hash === record.population.hash ? ok(frozen) : populationOf(record)
  if (!population.ok) return population
  if (input.convention !== undefined && input.convention !== conventionOf(record))
    return err('sampling.convention-changed')
  const observed = observeLines(population.value, record, input.results, input.systemic ?? [])
  if (!observed.ok) return observed
  const enough = checkEnough(observed.value, record)
  if (!enough.ok) return enough
  return ok(assemble(population.value, record, observed.value, input.estimator ?? 'MEAN'))
}

import { err, ok, type Result } from '#domain/result.ts'
import { roundHalfUp } from '#domain/money.ts'
import { isMus, isNormalTheory, type SampleDefinition } from '#domain/sampling/definition.ts'
import { populationOf } from '#domain/sampling/draw-sample.ts'
import type * as shape from '#domain/sampling/evaluation.ts'
import { evaluationWarnings } from '#domain/sampling/evaluation-warnings.ts'
import { oneSidedConfidence, sumOf } from '#domain/sampling/normal.ts'
import { observeLines, type Observed } from '#domain/sampling/observe-lines.ts'
import type { Population } from '#domain/sampling/population.ts'
import * as project from '#domain/sampling/projections.ts'
import { conventionOf } from '#domain/sampling/replay-steps.ts'
import { zOf } from '#domain/sampling/required-size.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import { clopperPearsonUpper, mostWrongUnits } from '#domain/sampling/tails.ts'

/** What the inspector brings to an evaluation. */
export interface EvaluationInput {
  readonly results: readonly shape.LineResult[]
  readonly systemic?: readonly shape.SystemicError[]
  readonly estimator?: shape.Estimator
  /** SHA-256 of the convention as it is now; it must be that of the draw. */
  readonly convention?: string | null
}

interface Estimates {
  readonly used: project.Estimate
  readonly byMean: project.Estimate | null
  readonly byRatio: project.Estimate | null
}

const withoutPrecision = ({ error }: project.Estimate): project.Estimate => ({ error, precision: null })

function estimateStrata({ strata, sample }: Observed, z: number): project.Estimate {
  const parts = [...strata].map(([code, lines]) => ({
    ...{ lines, sample: sample.filter(({ stratum }) => stratum === code) },
  }))
  return project.estimateByStratum(parts, z)
}

/** The estimates a method has for the part that was sampled. */
function estimate(observed: Observed, definition: SampleDefinition, estimator: shape.Estimator): Estimates {
  const { sample, lines, amount } = observed
  const { method, confidence } = definition
  const z = zOf(definition)
  if (sample.length === 0) return { used: { error: 0, precision: 0 }, byMean: null, byRatio: null }
  if (method === 'MUS_STANDARD')
    return { used: project.estimateByMus(amount, sample, z), byMean: null, byRatio: null }
  if (method === 'MUS_CONSERVATIVE') {
    const used = project.estimateByConservativeMus(amount, sample, confidence)
    return { used, byMean: null, byRatio: null }
  }
  if (method === 'STRATIFIED') return { used: estimateStrata(observed, z), byMean: null, byRatio: null }
  const byMean = project.estimateByMean(lines, sample, z)
  if (method === 'DIFFERENCE') return { used: byMean, byMean, byRatio: null }
  const byRatio = project.estimateByRatio(lines, amount, sample, z)
  const chosen = estimator === 'RATIO' && byRatio ? byRatio : byMean
  return { used: isNormalTheory(method) ? chosen : withoutPrecision(chosen), byMean, byRatio }
}

/** Every stratum that is not checked whole needs two lines, and so does every sample without strata. */
function checkEnough({ sample, lines, strata }: Observed, { method }: SampleDefinition): Result<null> {
  const sizes =
    method === 'STRATIFIED'
      ? [...strata].map(
          ([code, all]) => [sample.filter(({ stratum }) => stratum === code).length, all] as const,
        )
      : [[sample.length, lines] as const]
  const fewest = isNormalTheory(method) ? 2 : 1
  const short = sizes.find(([size, all]) => size < Math.min(fewest, all))
  return short ? err('sampling.too-few-to-evaluate', { lines: short[0] }) : ok(null)
}

const rounded = (given: project.Estimate | null): shape.RoundedEstimate | null =>
  given && {
    error: roundHalfUp(given.error),
    precision: given.precision === null ? null : roundHalfUp(given.precision),
  }

function lineRates({ sample, exhaustive, lines }: Observed, definition: SampleDefinition): shape.LineRates {
  const { method, confidence } = definition
  const wrong = sample.filter(({ isWrong }) => isWrong).length
  const known = exhaustive.filter(({ isWrong }) => isWrong).length
  const [size, all] = [sample.length, Math.max(1, lines + exhaustive.length)]
  const counts = { checked: size + exhaustive.length, wrong: wrong + known }
  if (size === 0) return { ...counts, projected: known, upperLines: known, upperRate: known / all }
  if (isMus(method) || method === 'STRATIFIED')
    return { ...counts, projected: null, upperLines: null, upperRate: null }
  return {
    ...counts,
    projected: known + (lines * wrong) / size,
    upperLines: known + mostWrongUnits(lines, size, wrong, confidence),
    upperRate: (known + lines * clopperPearsonUpper(wrong, size, confidence)) / all,
  }
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

/** TER > TE → MATERIAL; ULE < TE → NOT_MATERIAL; else INCONCLUSIVE; confirmed errors above TE decide alone. */
function concludeByAmounts(
  total: number,
  upper: number | null,
  confirmed: number,
  tolerable: number,
): shape.Conclusion {
  if (isAbove(total, tolerable) || isAbove(confirmed, tolerable)) return 'MATERIAL'
  return upper !== null && isAbove(tolerable, upper) ? 'NOT_MATERIAL' : 'INCONCLUSIVE'
}

/** For the upper limit alone: the two-sided methods are worth more than they say, the others what they say. */
function upperConfidence({ method, confidence }: SampleDefinition): number | null {
  if (isNormalTheory(method)) return oneSidedConfidence(confidence)
  return method === 'MUS_CONSERVATIVE' || method === 'DISCOVERY' ? confidence : null
}

function assemble(
  population: Population,
  definition: SampleDefinition,
  observed: Observed,
  estimator: shape.Estimator,
): shape.Evaluation {
  const { amount } = population
  const { method, materiality, confidence, wrongLines } = definition
  const { used, byMean, byRatio } = estimate(observed, definition, estimator)
  const projected = used.error + sumOf(observed.exhaustive.map(({ error }) => error))
  const total = projected + observed.systemic + observed.anomalous
  const upper = used.precision === null ? null : total + used.precision
  const tolerable = materiality * amount
  const lines = lineRates(observed, definition)
  const isSimple = byMean !== null && byRatio !== null
  const advice = isSimple ? (project.isRatioBetter(observed.sample) ? 'RATIO' : 'MEAN') : null
  const byLines = method === 'DISCOVERY' && wrongLines !== undefined
  return {
    ...{
      method,
      estimator: isSimple ? estimator : null,
      declared: amount,
      materiality,
      confidence,
      lines,
      advice,
    },
    ...{ systemic: observed.systemic, anomalous: observed.anomalous, confirmed: observed.confirmed },
    projected: roundHalfUp(projected),
    precision: used.precision === null ? null : roundHalfUp(used.precision),
    totalError: roundHalfUp(total),
    totalErrorRate: amount === 0 ? 0 : total / amount,
    upperLimit: upper === null ? null : roundHalfUp(upper),
    upperLimitRate: upper === null || amount === 0 ? null : upper / amount,
    tolerable: roundHalfUp(tolerable),
    conclusion: byLines
      ? concludeByLines(lines, wrongLines)
      : concludeByAmounts(total, upper, observed.confirmed, tolerable),
    upperConfidence: upperConfidence(definition),
    byMean: rounded(byMean),
    byRatio: rounded(byRatio),
    warnings: evaluationWarnings(definition, observed, { estimator, advice, projected: total, lines }),
  }
}

/**
 * Evaluates a checked sample: errors projected by the method of the draw, precision, upper limit, conclusion
 * (`domain.md` §E.1, §E.3). The projection is indicative: `applyProjection` alone makes it count.
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
  const enough = checkEnough(observed.value, record.definition)
  if (!enough.ok) return enough
  return ok(assemble(population.value, record.definition, observed.value, input.estimator ?? 'MEAN'))
}

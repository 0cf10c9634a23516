import type { AppError } from '#domain/result.ts'
import { hasStrata, isMus, isNormalTheory, type SampleDefinition } from '#domain/sampling/definition.ts'
import { sampledStrata } from '#domain/sampling/estimate.ts'
import type { Estimator, LineRates } from '#domain/sampling/evaluation.ts'
import { sumOf } from '#domain/sampling/normal.ts'
import type { Observed } from '#domain/sampling/observe-lines.ts'
import { residualsOf } from '#domain/sampling/projections.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import { skewOfEstimate } from '#domain/sampling/skewness.ts'
import { FEW_ERRORS, FEW_LINES, MOST_SKEWED_AMOUNTS } from '#domain/sampling/size-warnings.ts'

/** Fewest errors of equal weight that an estimate by the normal theory may rest on. */
const FEW_EFFECTIVE = 10

/** Most skewness of the estimate of the errors that were seen. */
const MOST_SKEWED_ERRORS = 0.3

interface Outcome {
  readonly estimator: Estimator
  readonly advice: Estimator | null
  readonly projected: number
  readonly lines: LineRates
}

type Rules = Pick<SampleRecord, 'version' | 'definition'>
type Rule = (
  definition: SampleDefinition,
  observed: Observed,
  outcome: Outcome,
  rules: Rules,
) => AppError | null

/** (ΣE)²/ΣE²: how many errors of equal size would carry the same information (Kish). */
function effectiveErrors({ sample }: Observed, { method }: SampleDefinition): number {
  const errors = sample.map(({ error, amount }) =>
    Math.abs(method === 'MUS_STANDARD' ? error / amount : error),
  )
  const squares = sumOf(errors.map((error) => error ** 2))
  return squares === 0 ? 0 : sumOf(errors) ** 2 / squares
}

/** Skewness of the estimate, by what it is made of: errors, what the ratio leaves of them, or taintings. */
function errorSkew(observed: Observed, rules: Rules, estimator: Estimator): number {
  const isMoney = isMus(rules.definition)
  const parts = sampledStrata(observed, rules).filter(({ sample, lines }) => sample.length < lines)
  return skewOfEstimate(
    parts.map(({ lines, amount, sample }) => ({
      ...{ weight: isMoney ? amount : lines, size: sample.length },
      values: isMoney
        ? sample.map((line) => line.error / line.amount)
        : estimator === 'RATIO'
          ? residualsOf(sample)
          : sample.map(({ error }) => error),
    })),
  )
}

/** Skewness of the same estimate of the declared amounts, all of which are known. */
function amountSkew(observed: Observed, rules: Rules): number {
  const amounts = new Map<string, number[]>()
  const isStratified = hasStrata(rules.definition)
  for (const { stratum = '', amount } of observed.rest) {
    const code = isStratified ? stratum : ''
    const some = amounts.get(code)
    if (some) some.push(amount)
    else amounts.set(code, [amount])
  }
  const parts = sampledStrata(observed, rules).filter(({ sample, lines }) => sample.length < lines)
  return skewOfEstimate(
    parts.map(({ code, lines, sample }) => ({
      ...{ weight: lines, size: sample.length, values: amounts.get(code) ?? [] },
    })),
  )
}

const hasPrecision = ({ method }: SampleDefinition, { sample }: Observed): boolean =>
  isNormalTheory(method) && sample.length > 0

const wrongOf = ({ sample }: Observed): number => sample.filter(({ isWrong }) => isWrong).length

const RULES: readonly Rule[] = [
  (definition, observed) =>
    hasPrecision(definition, observed) && observed.sample.length < FEW_LINES
      ? { code: 'sampling.small-sample', details: { size: observed.sample.length, least: FEW_LINES } }
      : null,
  (definition, observed) => {
    const errors = wrongOf(observed)
    const size = observed.sample.length
    return hasPrecision(definition, observed) && (errors < FEW_ERRORS * size || errors < FEW_EFFECTIVE)
      ? { code: 'sampling.few-errors', details: { errors, size } }
      : null
  },
  (definition, observed, { estimator }, rules) =>
    hasPrecision(definition, observed) &&
    wrongOf(observed) > 0 &&
    (effectiveErrors(observed, definition) < FEW_EFFECTIVE ||
      errorSkew(observed, rules, estimator) > MOST_SKEWED_ERRORS)
      ? { code: 'sampling.skewed-errors' }
      : null,
  (definition, observed, _, rules) =>
    hasPrecision(definition, observed) &&
    !isMus(definition) &&
    amountSkew(observed, rules) > MOST_SKEWED_AMOUNTS
      ? { code: 'sampling.skewed-amounts', details: { size: observed.sample.length } }
      : null,
  (_, __, { lines }) =>
    lines.checked > 0 && lines.wrong === lines.checked ? { code: 'sampling.all-in-error' } : null,
  ({ method }) =>
    method === 'VALUE_SHARE' || method === 'NON_STATISTICAL' ? { code: 'sampling.no-precision' } : null,
  (_, { confirmed }, { projected }) =>
    confirmed > projected + 0.5 ? { code: 'sampling.confirmed-above-projection' } : null,
  (_, __, { estimator, advice }) =>
    advice === 'RATIO' && estimator === 'MEAN' ? { code: 'sampling.ratio-advised' } : null,
]

/** What must stand beside an evaluation: where its numbers promise more than they hold. */
export const evaluationWarnings = (rules: Rules, observed: Observed, outcome: Outcome): AppError[] =>
  RULES.flatMap((rule) => rule(rules.definition, observed, outcome, rules) ?? [])

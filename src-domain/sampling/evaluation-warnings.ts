import type { AppError } from '#domain/result.ts'
import { isNormalTheory, type SampleDefinition } from '#domain/sampling/definition.ts'
import type { Estimator, LineRates } from '#domain/sampling/evaluation.ts'
import { sumOf } from '#domain/sampling/normal.ts'
import type { Observed } from '#domain/sampling/observe-lines.ts'
import { FEW_ERRORS, FEW_LINES } from '#domain/sampling/size-warnings.ts'

/** Fewest errors of equal weight that an estimate by the normal theory may rest on. */
const FEW_EFFECTIVE = 10

interface Outcome {
  readonly estimator: Estimator
  readonly advice: Estimator | null
  readonly projected: number
  readonly lines: LineRates
}

type Rule = (definition: SampleDefinition, observed: Observed, outcome: Outcome) => AppError | null

/** (ΣE)²/ΣE²: how many errors of equal size would carry the same information (Kish). */
function effectiveErrors({ sample }: Observed, { method }: SampleDefinition): number {
  const errors = sample.map(({ error, amount }) =>
    Math.abs(method === 'MUS_STANDARD' ? error / amount : error),
  )
  const squares = sumOf(errors.map((error) => error ** 2))
  return squares === 0 ? 0 : sumOf(errors) ** 2 / squares
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
  (definition, observed) =>
    hasPrecision(definition, observed) &&
    wrongOf(observed) > 0 &&
    effectiveErrors(observed, definition) < FEW_EFFECTIVE
      ? { code: 'sampling.skewed-errors' }
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
export const evaluationWarnings: (...about: Parameters<Rule>) => AppError[] = (...about) =>
  RULES.flatMap((rule) => rule(...about) ?? [])

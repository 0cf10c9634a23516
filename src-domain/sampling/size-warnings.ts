import type { AppError } from '#domain/result.ts'
import { isNormalTheory, VISIT_MINIMUM, type SampleDefinition } from '#domain/sampling/definition.ts'
import type { Population } from '#domain/sampling/population.ts'
import { skewOfEstimate } from '#domain/sampling/skewness.ts'

/** Fewest lines on which the normal theory may rest (`docs/formulas.md`). */
export const FEW_LINES = 30
/** Most skewness of the estimate of the amounts themselves, which errors follow at the worst; found by simulation. */
export const MOST_SKEWED_AMOUNTS = 0.25
/** Share of wrong lines below which the normal theory does not reach its confidence (`docs/formulas.md`). */
export const FEW_ERRORS = 0.1

type Rule = (
  population: Population,
  definition: SampleDefinition,
  size: number,
  needed: number | null,
) => AppError | null

const RULES: readonly Rule[] = [
  ({ count }, { method }, size) =>
    isNormalTheory(method) && size < FEW_LINES && size < count
      ? { code: 'sampling.small-sample', details: { size, least: FEW_LINES } }
      : null,
  ({ count }, { method, finiteCorrection }, size) =>
    isNormalTheory(method) && !finiteCorrection && size > count / 10
      ? { code: 'sampling.large-fraction', details: { size, lines: count } }
      : null,
  ({ count, lines }, { method }, size) =>
    (method === 'SIMPLE_RANDOM' || method === 'DIFFERENCE') &&
    size < count &&
    lines.length > 0 &&
    skewOfEstimate([{ weight: 1, size, values: lines.map(({ amount }) => amount) }]) > MOST_SKEWED_AMOUNTS
      ? { code: 'sampling.skewed-amounts', details: { size } }
      : null,
  (_, { method, expectedLineRate }) =>
    isNormalTheory(method) && expectedLineRate !== undefined && expectedLineRate < FEW_ERRORS
      ? { code: 'sampling.few-errors-expected' }
      : null,
  (_, __, size, needed) =>
    needed !== null && size < needed
      ? { code: 'sampling.below-required-size', details: { size, needed } }
      : null,
  ({ count }, _, size) =>
    size < Math.min(count, Math.max(VISIT_MINIMUM.lines, VISIT_MINIMUM.share * count))
      ? { code: 'sampling.below-visit-minimum', details: { size, lines: count } }
      : null,
  (_, { materiality }) => (materiality > 0.02 ? { code: 'sampling.materiality-high' } : null),
]

/** What must stand beside a size: it is used, but not silently. */
export const sizeWarnings: (...asked: Parameters<Rule>) => AppError[] = (...asked) =>
  RULES.flatMap((rule) => rule(...asked) ?? [])

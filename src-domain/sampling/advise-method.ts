import { NON_STATISTICAL_BELOW, type SamplingMethod } from '#domain/sampling/definition.ts'
import type { Population } from '#domain/sampling/population.ts'

/** Up to this number of lines everything is checked (`docs/formulas.md`). */
export const EXHAUSTIVE_UP_TO = 20

/**
 * Methods that fit a population, the best first: those whose confidence holds even when few lines are wrong, which is
 * what a visit finds (`docs/formulas.md`).
 */
export function adviseMethods({ count, amount }: Pick<Population, 'count' | 'amount'>): SamplingMethod[] {
  if (count <= EXHAUSTIVE_UP_TO) return ['EXHAUSTIVE']
  if (amount === 0) return ['DISCOVERY']
  return count < NON_STATISTICAL_BELOW ? ['DISCOVERY', 'VALUE_SHARE'] : ['MUS_CONSERVATIVE', 'DISCOVERY']
}

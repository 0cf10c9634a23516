import { expect } from 'vitest'
import type { Result } from '#domain/result.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import { freezePopulation, type Population, type PopulationLine } from '#domain/sampling/population.ts'

/** The value of a result that must be good. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.details)}`)
  return result.value
}

/** The code of a result that must be bad. */
export function codeOf(result: Result<unknown>): string {
  expect(result.ok, JSON.stringify(result)).toBe(false)
  return result.ok ? '' : result.error.code
}

/** Lines `L-0001`… with these amounts. */
export const linesWith = (amounts: readonly number[], strata: readonly string[] = []): PopulationLine[] =>
  amounts.map((amount, at) => {
    const stratum = strata[at % strata.length]
    return {
      id: `L-${String(at + 1).padStart(6, '0')}`,
      amount,
      ...(stratum === undefined ? {} : { stratum }),
    }
  })

export const populationWith = (amounts: readonly number[], strata?: readonly string[]): Population =>
  valueOf(freezePopulation(linesWith(amounts, strata)))

/** A definition with the usual parameters. */
export const define = (given: Partial<SampleDefinition>): SampleDefinition => ({
  ...{ method: 'SIMPLE_RANDOM', seed: 'ACT-2025-0042|INSP-2025-0107' },
  ...{ confidence: 0.9, materiality: 0.02, expectedRate: 0.004 },
  ...given,
})

/** A small generator of chance with a seed (mulberry32), for synthetic populations. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

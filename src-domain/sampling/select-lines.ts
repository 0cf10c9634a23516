import { allocate } from '#domain/sampling/allocate.ts'
import { isMus, type SampleDefinition } from '#domain/sampling/definition.ts'
import { amountOf, splitByValue, strataOf } from '#domain/sampling/frame.ts'
import type { Population, PopulationLine } from '#domain/sampling/population.ts'
import { atLeast } from '#domain/sampling/required-size.ts'
import { selectMus } from '#domain/sampling/select-mus.ts'
import { inDrawOrder, type Selection } from '#domain/sampling/selection.ts'

/** First `count` lines of the order that were not replaced. */
const firstOf = (
  seed: string,
  lines: readonly PopulationLine[],
  count: number,
  replaced: ReadonlySet<string>,
): PopulationLine[] =>
  inDrawOrder(seed, replaced.size === 0 ? lines : lines.filter(({ id }) => !replaced.has(id)), count)

function selectStratified(
  { lines }: Population,
  definition: SampleDefinition,
  target: number,
  replaced: ReadonlySet<string>,
): Selection {
  const { exhaustive, sampled } = splitByValue(lines, definition.highValueFrom)
  const strata = strataOf(sampled)
  const sizes = [...strata].map(([code, { length }]) => ({ code, lines: length }))
  const parts = allocate(target - exhaustive.length, sizes)
  const chosen = [...strata].flatMap(([code, stratum]) =>
    firstOf(definition.seed, stratum, parts.get(code) ?? 0, replaced),
  )
  return { exhaustive, sampled: chosen }
}

/** In the order of the draw until the share of the amount is reached (`domain.md` §E.3). */
function selectShare(
  { lines, amount, count }: Population,
  definition: SampleDefinition,
  share: number,
  replaced: ReadonlySet<string>,
): Selection {
  if (share >= 1) return { exhaustive: lines, sampled: [] }
  const order = firstOf(definition.seed, lines, count, replaced)
  let reached = 0
  let size = 0
  while (size < order.length && reached < share * amount) reached += order[size++]?.amount ?? 0
  return { exhaustive: [], sampled: order.slice(0, atLeast(size, count, definition)) }
}

/** Share of the amount that lines reach. */
export const shareOf = (lines: readonly PopulationLine[], { amount }: Population): number =>
  amountOf(lines) / amount

/** How far a sample goes: what the first draw wanted, what is wanted now, and what was replaced. */
export interface Reach {
  /** Lines in all, or for VALUE_SHARE the share of the amount. */
  readonly first: number
  readonly target: number
  /** Ids that are passed over, so that the next of the order takes their place. */
  readonly replaced: ReadonlySet<string>
}

/** Chooses the lines of a definition: decided by the population, the definition and the reach alone. */
export function selectLines(
  population: Population,
  definition: SampleDefinition,
  { first, target, replaced }: Reach,
): Selection {
  const { method, seed } = definition
  if (method === 'VALUE_SHARE') return selectShare(population, definition, target, replaced)
  if (target >= population.count) return { exhaustive: population.lines, sampled: [] }
  if (isMus(method)) return selectMus(population.lines, seed, first, target)
  if (method === 'STRATIFIED') return selectStratified(population, definition, target, replaced)
  return { exhaustive: [], sampled: firstOf(seed, population.lines, target, replaced) }
}

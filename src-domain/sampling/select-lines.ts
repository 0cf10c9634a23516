import { reachesShare } from '#domain/fraction.ts'
import { shareOut, type StratumSize } from '#domain/sampling/allocate.ts'
import { hasStrata, isMus, type SampleDefinition } from '#domain/sampling/definition.ts'
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

/** What the share of a stratum is measured by: its amount (MUS), its lines, or these times its deviation (Neyman). */
function sizeOf(code: string, lines: readonly PopulationLine[], definition: SampleDefinition): StratumSize {
  const size = { code, lines: lines.length }
  if (isMus(definition)) return { ...size, weight: [amountOf(lines)] }
  if (definition.allocation !== 'NEYMAN') return size
  return { ...size, weight: [lines.length, definition.sigmas?.[code] ?? definition.sigma ?? 0] }
}

const shareStrata = (
  size: number,
  strata: ReadonlyMap<string, readonly PopulationLine[]>,
  definition: SampleDefinition,
): Map<string, number> =>
  shareOut(
    size,
    [...strata].map(([code, lines]) => sizeOf(code, lines, definition)),
  )

function selectStratified(
  { lines }: Population,
  definition: SampleDefinition,
  { target, replaced }: Reach,
): Selection {
  const { exhaustive, sampled } = splitByValue(lines, definition.highValueFrom)
  const strata = strataOf(sampled)
  const parts = shareStrata(target - exhaustive.length, strata, definition)
  const chosen = [...strata].flatMap(([code, stratum]) =>
    firstOf(definition.seed, stratum, parts.get(code) ?? 0, replaced),
  )
  return { exhaustive, sampled: chosen }
}

/** Every stratum with its own interval and start (EGESIF_16-0014-01, section 6.3.2). */
function selectMusByStratum(
  { lines }: Population,
  definition: SampleDefinition,
  { first, target }: Reach,
): Selection {
  const strata = strataOf(lines)
  const [before, now] = [first, target].map((size) => shareStrata(size, strata, definition))
  const chosen = [...strata].map(([code, stratum]) => {
    const drawn = before?.get(code) ?? 0
    // a larger allocation may give a stratum less: what it had stays
    const wanted = Math.max(drawn, now?.get(code) ?? 0)
    if (wanted >= stratum.length) return { exhaustive: stratum, sampled: [] }
    return selectMus(stratum, definition.seed, drawn, wanted, code)
  })
  return {
    exhaustive: chosen.flatMap(({ exhaustive }) => exhaustive),
    sampled: chosen.flatMap(({ sampled }) => sampled),
  }
}

/** Whether the amount reaches the share; by the first version of the rules as binary numbers compare. */
const isReached = (version: number, reached: number, share: number, amount: number): boolean =>
  version === 1 ? reached >= share * amount : reachesShare(reached, share, amount)

/** In the order of the draw to the first line with which the share of the amount is reached, and the least of a visit. */
function selectShare(
  { lines, amount, count }: Population,
  definition: SampleDefinition,
  { target: share, replaced, version }: Reach,
): Selection {
  if (share >= 1) return { exhaustive: lines, sampled: [] }
  const order = firstOf(definition.seed, lines, count, replaced)
  let reached = 0
  let size = 0
  while (size < order.length && !isReached(version, reached, share, amount))
    reached += order[size++]?.amount ?? 0
  return { exhaustive: [], sampled: order.slice(0, atLeast(size, count, definition)) }
}

/** How far a sample goes: what the first draw wanted, what is wanted now, and what was replaced. */
export interface Reach {
  /** The version of the rules. */
  readonly version: number
  /** Lines in all, or for VALUE_SHARE the share of the amount. */
  readonly first: number
  readonly target: number
  /** Ids that are passed over, so that the next of the order takes their place. */
  readonly replaced: ReadonlySet<string>
}

/** Chooses the lines of a definition: decided by the population, the definition and the reach alone. */
export function selectLines(population: Population, definition: SampleDefinition, reach: Reach): Selection {
  const { method, seed } = definition
  const { first, target, replaced } = reach
  if (method === 'VALUE_SHARE') return selectShare(population, definition, reach)
  if (target >= population.count) return { exhaustive: population.lines, sampled: [] }
  if (method === 'STRATIFIED') return selectStratified(population, definition, reach)
  if (hasStrata(definition)) return selectMusByStratum(population, definition, reach)
  if (isMus(definition)) return selectMus(population.lines, seed, first, target)
  return { exhaustive: [], sampled: firstOf(seed, population.lines, target, replaced) }
}

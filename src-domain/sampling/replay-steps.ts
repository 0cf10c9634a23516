import { reachesShare } from '#domain/fraction.ts'
import { VALUE_SHARES, type SampleDefinition } from '#domain/sampling/definition.ts'
import type { Population, PopulationLine } from '#domain/sampling/population.ts'
import type { SamplePart, SampleRecord, SampleUnit } from '#domain/sampling/sample-record.ts'
import { selectLines, type Reach } from '#domain/sampling/select-lines.ts'
import type { Selection } from '#domain/sampling/selection.ts'

const idsOf = ({ exhaustive, sampled }: Selection): Set<string> =>
  new Set([...exhaustive, ...sampled].map(({ id }) => id))

/** What was done to a sample, and by which version of the rules. */
export type SampleHistory = Pick<SampleRecord, 'version' | 'definition' | 'steps'>

/** How far the steps go. */
export function reachOf({ version, steps }: Pick<SampleHistory, 'version' | 'steps'>): Reach {
  const targets = steps.flatMap((step) => (step.kind === 'DRAW' || step.kind === 'EXTEND' ? step.target : []))
  return {
    version,
    first: targets[0] ?? 0,
    target: targets.at(-1) ?? 0,
    replaced: new Set(steps.flatMap((step) => (step.kind === 'REPLACE' ? step.id : []))),
  }
}

/** SHA-256 of the convention the sample rests on: that of the draw, or the last one confirmed since. */
export const conventionOf = ({
  convention,
  steps,
}: Pick<SampleRecord, 'convention' | 'steps'>): string | null =>
  steps.flatMap((step) => (step.kind === 'CONFIRM' ? step.convention : [])).at(-1) ?? convention

/**
 * The smallest reach from `reach.target` on whose lines hold all of `kept`: a larger allocation may take a line away
 * from a stratum, an extension never.
 */
export function reachKeeping(
  population: Population,
  definition: SampleDefinition,
  reach: Reach,
  kept: ReadonlySet<string>,
): Reach {
  const isShare = definition.method === 'VALUE_SHARE'
  for (let target = reach.target; ; target++) {
    const wider = { ...reach, target }
    const ids = idsOf(selectLines(population, definition, wider))
    if (isShare || target >= population.count || [...kept].every((id) => ids.has(id))) return wider
  }
}

/** The next share to be reached, above what is reached already; 1: everything. @param reached cents of `amount` */
export const nextShare = (reached: number, amount: number): number =>
  VALUE_SHARES.find((share) => !reachesShare(reached, share, amount)) ?? 1

function placed(lines: readonly PopulationLine[], part: SamplePart): [string, SamplePart][] {
  return lines.map(({ id }) => [id, part])
}

/** Draws a sample again from its steps: exhaustive lines first, then the order of the draw, then picks and replaced. */
export function replaySteps(population: Population, history: SampleHistory): SampleUnit[] {
  const { definition, steps } = history
  const reach = reachOf(history)
  const { exhaustive, sampled } = selectLines(population, definition, reach)
  const picks = new Set(steps.flatMap((step) => (step.kind === 'PICK' ? step.id : [])))
  const unavailable = new Set(steps.flatMap((step) => (step.kind === 'UNAVAILABLE' ? step.id : [])))
  const parts = new Map<string, SamplePart>([
    ...[...picks].map((id): [string, SamplePart] => [id, 'PICKED']),
    ...[...reach.replaced].map((id): [string, SamplePart] => [id, 'REPLACED']),
    ...placed(exhaustive, 'EXHAUSTIVE'),
    ...placed(sampled, 'SAMPLED'),
  ])
  const chosen = [...exhaustive, ...sampled]
  const drawn = new Set(chosen.map(({ id }) => id))
  const hasOthers = parts.size > drawn.size
  const others = hasOthers ? population.lines.filter(({ id }) => parts.has(id) && !drawn.has(id)) : []
  return [...chosen, ...others].map(({ id, amount, stratum = '' }) => ({
    ...{ id, amount, stratum, part: parts.get(id) ?? 'SAMPLED' },
    ...{ picked: picks.has(id), unavailable: unavailable.has(id) },
  }))
}

import { drawnUnits } from '#domain/sampling/change-sample.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { evaluateSample } from '#domain/sampling/evaluate-sample.ts'
import type { Estimator } from '#domain/sampling/evaluation.ts'
import { freezePopulation, type PopulationLine } from '#domain/sampling/population.ts'
import { chance, define, valueOf } from '#test/domain/sampling/support.ts'

/** Populations as partners have them: unequal amounts, a few very large lines, few or many wrong ones, tainted or whole. */
export const WORLDS = [200, 600].flatMap((lines) =>
  [0.4, 1, 1.6].flatMap((spread) =>
    [0, 0.02].flatMap((large) =>
      [0.02, 0.06, 0.12, 0.25, 0.5].flatMap((wrong) =>
        (['whole', 'half', 'small'] as const).map((taint) => ({ lines, spread, large, wrong, taint })),
      ),
    ),
  ),
)
export type LimitWorld = (typeof WORLDS)[number]

export const METHODS: readonly (readonly [name: string, given: Partial<SampleDefinition>, by: Estimator])[] =
  [
    ['mean', { method: 'SIMPLE_RANDOM' }, 'MEAN'],
    ['ratio', { method: 'SIMPLE_RANDOM' }, 'RATIO'],
    ['stratified mean', { method: 'STRATIFIED' }, 'MEAN'],
    ['stratified ratio', { method: 'STRATIFIED' }, 'RATIO'],
    ['MUS', { method: 'MUS_STANDARD' }, 'MEAN'],
    ['MUS by strata', { method: 'MUS_STANDARD', byStratum: true }, 'MEAN'],
  ]

/** Warnings that say that the upper limit is not worth its confidence. */
const DOUBTS = ['few-errors', 'skewed-errors', 'skewed-amounts', 'small-sample'].map(
  (code) => `sampling.${code}`,
)

/** Strata of 70, 25 and 5 % of the lines. */
const stratumOf = (random: number): string => (random < 0.7 ? 'A' : random < 0.95 ? 'B' : 'C')

function taintOf(taint: LimitWorld['taint'], random: number): number {
  if (taint === 'whole') return 1
  return taint === 'half' ? 0.5 + random / 2 : Math.min(1, -0.1 * Math.log(1 - random))
}

function makeLines({ lines, spread, large, wrong, taint }: LimitWorld, random: () => number) {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Array.from({ length: lines }, (_, at): PopulationLine & { error: number } => {
    const amount = Math.round(1e5 * Math.exp(spread * normal()) * (random() < large ? 20 : 1)) + 1
    const error = random() < wrong ? Math.ceil(amount * taintOf(taint, random())) : 0
    return { id: `L-${String(at)}`, amount, stratum: stratumOf(random()), error }
  })
}

/** Whether the upper limit covers the true error, and whether a warning stands beside it; null: not evaluated. */
function look(world: LimitWorld, [, given, estimator]: (typeof METHODS)[number], size: number, seed: number) {
  const lines = makeLines(world, chance(seed))
  const errors = new Map(lines.map(({ id, error }) => [id, error]))
  const population = valueOf(
    freezePopulation(lines.map(({ id, amount, stratum = '' }) => ({ id, amount, stratum }))),
  )
  const definition = define({ ...given, size, seed: `world ${String(seed)}` })
  const { record } = valueOf(drawSample(population, definition, '2025-11-20'))
  const results = drawnUnits(record).map(({ id, amount }) => {
    const accepted = amount - (errors.get(id) ?? 0)
    return { id, accepted, found: accepted, cause: 'SYNTHETIC', nature: 'RANDOM' as const }
  })
  const evaluated = evaluateSample(record, { results, estimator }, population)
  if (!evaluated.ok) return null
  const { upperLimit, warnings } = evaluated.value
  const error = lines.reduce((sum, line) => sum + line.error, 0)
  return {
    isCovered: (upperLimit ?? 0) >= error,
    isWarned: warnings.some(({ code }) => DOUBTS.includes(code)),
  }
}

/** How often a method was looked at, missed, and missed without a warning. */
export interface LimitCounts {
  readonly method: string
  looks: number
  missed: number
  unwarned: number
  unwarnedMissed: number
}

/** Draws from every world with every method and size, `runs` times. @param first number of the first seed */
export function simulateLimits(
  runs: number,
  sizes: readonly number[],
  worlds = WORLDS,
  first = 1,
): LimitCounts[] {
  return METHODS.map((method) => {
    const counts = { method: method[0], looks: 0, missed: 0, unwarned: 0, unwarnedMissed: 0 }
    let seed = first
    for (const world of worlds) {
      for (const size of sizes.filter((one) => one <= world.lines / 3)) {
        for (let run = 0; run < runs; run++) {
          const seen = look(world, method, size, seed++)
          if (!seen) continue
          counts.looks++
          counts.missed += Number(!seen.isCovered)
          counts.unwarned += Number(!seen.isWarned)
          counts.unwarnedMissed += Number(!seen.isWarned && !seen.isCovered)
        }
      }
    }
    return counts
  })
}

import type { Observed, ObservedLine } from '#domain/sampling/observe-lines.ts'
import type { Population } from '#domain/sampling/population.ts'
import { replaySteps } from '#domain/sampling/replay-steps.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import type { Look } from '#domain/sampling/tails.ts'

const wrongOf = (lines: readonly ObservedLine[]): number => lines.filter(({ isWrong }) => isWrong).length

/**
 * How often the sample was looked at: before each extension that followed an error, and now. Confidence is that of one
 * look; one that is taken again because of what it showed is another.
 * @returns lines that stand for others, cumulated; the last look is the present one
 */
export function looksOf(
  population: Population,
  record: SampleRecord,
  { sample, exhaustive }: Pick<Observed, 'sample' | 'exhaustive'>,
): Look[] {
  const last = { size: sample.length, wrong: wrongOf(sample) }
  const earlier = record.steps.flatMap((step, at) => {
    if (step.kind !== 'EXTEND') return []
    const units = replaySteps(population, { ...record, steps: record.steps.slice(0, at) })
    const drawn = new Set(
      units.flatMap(({ id, part }) => (part === 'SAMPLED' || part === 'EXHAUSTIVE' ? id : [])),
    )
    const [seen, whole] = [sample, exhaustive].map((lines) => lines.filter(({ id }) => drawn.has(id)))
    const hasError = wrongOf(seen ?? []) + wrongOf(whole ?? []) > 0
    const size = seen?.length ?? 0
    return hasError && size > 0 && size < last.size ? { size, wrong: wrongOf(seen ?? []) } : []
  })
  return [...earlier, last]
}

/** The confidence that each of some looks must have for all of them together to have the one asked (Bonferroni). */
export const confidenceOfEach = (looks: number, confidence: number): number => 1 - (1 - confidence) / looks

/** What a confidence is still worth after some looks, whatever made the sample grow (Bonferroni). */
export const confidenceAfter = (looks: number, confidence: number): number =>
  Math.max(0, 1 - looks * (1 - confidence))

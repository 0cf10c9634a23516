import { drawOrder } from '#domain/sampling/draw-order.ts'
import type { PopulationLine } from '#domain/sampling/population.ts'

/** Lines chosen for the projected sample: those all checked, and those that stand for others. */
export interface Selection {
  readonly exhaustive: readonly PopulationLine[]
  readonly sampled: readonly PopulationLine[]
}

/** The first lines in the order of the draw, by SHA-256(`seed|id`); all of them when no number is given. */
export function inDrawOrder(
  seed: string,
  lines: readonly PopulationLine[],
  count = lines.length,
): PopulationLine[] {
  const order = drawOrder(
    seed,
    lines.map(({ id }) => id),
  )
  const first: PopulationLine[] = []
  for (const place of order.slice(0, count)) {
    const line = lines[place]
    if (line) first.push(line)
  }
  return first
}

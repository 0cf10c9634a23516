import { drawOrder } from '#domain/sampling/draw-order.ts'
import type { PopulationLine } from '#domain/sampling/population.ts'

/** Lines chosen for the projected sample: those all checked, and those that stand for others. */
export interface Selection {
  readonly exhaustive: readonly PopulationLine[]
  readonly sampled: readonly PopulationLine[]
}

/** Lines in the order of the draw: by SHA-256(`seed|id`). */
export function inDrawOrder(seed: string, lines: readonly PopulationLine[]): PopulationLine[] {
  const order = drawOrder(
    seed,
    lines.map(({ id }) => id),
  )
  return order.flatMap((place) => lines[place] ?? [])
}

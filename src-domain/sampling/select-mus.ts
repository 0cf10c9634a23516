import { drawFraction } from '#domain/sampling/draw-order.ts'
import { splitForMus } from '#domain/sampling/frame.ts'
import { inDrawOrder, type Selection } from '#domain/sampling/selection.ts'
import type { PopulationLine } from '#domain/sampling/population.ts'

/** Lines that hold one of the points start, start + step, …: each is hit in proportion to its amount. */
function linesHit(order: readonly PopulationLine[], start: number, step: number): PopulationLine[] {
  const hit: PopulationLine[] = []
  let point = start
  let end = 0
  for (const line of order) {
    end += line.amount
    if (point >= end) continue
    hit.push(line)
    point += Math.ceil((end - point) / step) * step
  }
  return hit
}

/**
 * Systematic selection with probability proportional to amount: lines larger than the interval are all taken, the rest
 * is cumulated in the order of the draw and hit at equal steps from a start that the seed decides. An extension
 * halves the step until the target is reached: every line taken before stays in.
 * @param first lines of the first draw, which fixes the interval
 * @param target lines wanted now, at least `first`
 * @param stratum the stratum that the lines are of, where each has its own start
 */
export function selectMus(
  lines: readonly PopulationLine[],
  seed: string,
  first: number,
  target: number,
  stratum = '',
): Selection {
  const frame = splitForMus(lines, first)
  const order = inDrawOrder(seed, frame.sampled)
  const fraction = drawFraction(seed, stratum)
  for (let parts = 1; ; parts *= 2) {
    const step = frame.interval / parts
    const hit = linesHit(order, ((fraction * parts) % 1) * step, step)
    if (frame.exhaustive.length + hit.length >= target || hit.length === order.length || parts >= 2 ** 30) {
      const isCertain = ({ amount }: PopulationLine): boolean => amount > step
      return {
        exhaustive: [...frame.exhaustive, ...hit.filter(isCertain)],
        sampled: hit.filter((line) => !isCertain(line)),
      }
    }
    if (parts === 1 && target <= first) return { exhaustive: frame.exhaustive, sampled: hit }
  }
}

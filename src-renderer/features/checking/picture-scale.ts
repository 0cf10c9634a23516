import type { Evaluation } from '#domain/sampling/evaluation.ts'

/** Where amounts stand on a line that shows them all. */
export interface PictureScale {
  /** The place of an amount in cents: `37.5%`. */
  readonly at: (cents: number) => string
  /** The two ends of the estimate with its precision; the estimate itself where there is none. */
  readonly low: number
  readonly high: number
}

/** Room left at both ends, in percent. */
const MARGIN = 4

/** Fits zero, estimate, both ends of the precision and the tolerable error on one line. */
export function pictureScale({
  totalError,
  precision,
  tolerable,
}: Pick<Evaluation, 'totalError' | 'precision' | 'tolerable'>): PictureScale {
  const [low, high] = [totalError - (precision ?? 0), totalError + (precision ?? 0)]
  const shown = [0, low, high, totalError, tolerable]
  const [from, to] = [Math.min(...shown), Math.max(...shown)]
  const width = Math.max(1, to - from)
  const at = (cents: number): string => {
    const place = MARGIN + ((cents - from) / width) * (100 - 2 * MARGIN)
    return `${Math.round(place * 100) / 100}%`
  }
  return { at, low, high }
}

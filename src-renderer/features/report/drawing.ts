import { Type, type Static } from 'typebox'

const Point = Type.Object({ x: Type.Number(), y: Type.Number() })
type Point = Static<typeof Point>
/** One line drawn without lifting the pen, in CSS pixels; no times, no pressure. */
export const Stroke = Type.Array(Point)
export type Stroke = Static<typeof Stroke>

/** Largest drawing that an acknowledgement takes, in characters. */
export const MAX_DRAWING = 200_000
const PEN = 2.2
const MARGIN = 6

/**
 * The strokes as an SVG whose `viewBox` holds all of them. Curves go through the middles between the points, so the
 * line is smooth at any zoom. One too long is thinned by every second point until it fits.
 */
export function drawingSvg(strokes: readonly Stroke[]): string {
  const points = strokes.flat()
  const [left, right] = extent(points.map(({ x }) => x))
  const [top, bottom] = extent(points.map(({ y }) => y))
  const box = [left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN]
  const paths = strokes.filter((stroke) => stroke.length > 0).map((stroke) => path(stroke))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.map(tenth).join(' ')}">${paths.join('')}</svg>`
  return svg.length <= MAX_DRAWING ? svg : drawingSvg(strokes.map(thin))
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [values[0] ?? 0, values[0] ?? 0],
  )
}

function path(stroke: Stroke): string {
  return `<path d="${line(stroke)}" fill="none" stroke="#16213a" stroke-width="${PEN}" stroke-linecap="round" stroke-linejoin="round"/>`
}

function line(stroke: Stroke): string {
  const [first = { x: 0, y: 0 }, ...rest] = stroke
  const last = rest.at(-1) ?? { x: first.x + 0.1, y: first.y }
  const curves = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1] ?? last
    return `Q${place(point)} ${place({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`
  })
  return `M${place(first)}${curves.join('')}L${place(last)}`
}

/** Keeps the ends, and of what lies between every second point. */
const thin = (stroke: Stroke): Stroke =>
  stroke.filter((_, at) => at === 0 || at === stroke.length - 1 || at % 2 === 0)

/** Finer than a tenth of a pixel nothing is seen. */
export const tenth = (value: number): number => Math.round(value * 10) / 10
const place = ({ x, y }: Point): string => `${tenth(x)},${tenth(y)}`

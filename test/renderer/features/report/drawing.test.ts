import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawingSvg, MAX_DRAWING, type Stroke } from '#renderer/features/report/drawing.ts'

const coordinate = fc.double({ min: 0, max: 2000, noNaN: true })
const stroke = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 60 })

/** The numbers of the `viewBox`, and every pair that a path goes through or bends towards. */
function read(svg: string) {
  const box = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number)
  const places = [...svg.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
  return { box, places }
}

test('the view box holds every stroke, and every stroke is drawn', () => {
  fc.assert(
    fc.property(fc.array(stroke, { minLength: 1, maxLength: 8 }), (strokes) => {
      const svg = drawingSvg(strokes)
      const { box, places } = read(svg)
      const [left = 0, top = 0, width = 0, height = 0] = box
      expect(svg.match(/<path/g)).toHaveLength(strokes.length)
      for (const [x, y] of places) {
        expect(x).toBeGreaterThanOrEqual(left)
        expect(x).toBeLessThanOrEqual(left + width)
        expect(y).toBeGreaterThanOrEqual(top)
        expect(y).toBeLessThanOrEqual(top + height)
      }
    }),
  )
})

test('a dot is a stroke with an extent', () => {
  expect(drawingSvg([[{ x: 10, y: 20 }]])).toContain('d="M10,20L10.1,20"')
})

test('a very long drawing is thinned until it fits, and keeps its ends', () => {
  const long: Stroke = Array.from({ length: 60_000 }, (_, at) => ({ x: at / 10, y: (at * 7) % 300 }))
  const svg = drawingSvg([long])
  expect(svg.length).toBeLessThanOrEqual(MAX_DRAWING)
  expect(svg).toContain('M0,0')
  expect(svg).toMatch(/L5999\.9,[\d.]+"/)
})

test('tells neither times nor pressure', () => {
  const points = [
    { x: 1, y: 2, time: 1_763_000_000_123, pressure: 0.731 },
    { x: 3, y: 4, time: 1_763_000_000_223, pressure: 0.732 },
  ]
  expect(drawingSvg([points])).not.toMatch(/1763|0\.73|time|pressure/)
})

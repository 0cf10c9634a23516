import { describe, expect, it } from 'vitest'
import { drawnUnits, extendSample, pickLine } from '#domain/sampling/change-sample.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { evaluateSample } from '#domain/sampling/evaluate-sample.ts'
import type { Evaluation, LineResult, SystemicError } from '#domain/sampling/evaluation.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import { mostWrongAfterLooks, mostWrongUnits } from '#domain/sampling/tails.ts'
import { chance, define, populationWith, valueOf } from '#test/domain/sampling/support.ts'

const because = { reason: 'Signalé.', on: '2025-11-21' }
const population = populationWith(Array.from({ length: 120 }, () => 10_000))
const draw = (seed = 's', given: Parameters<typeof define>[0] = {}): SampleRecord =>
  valueOf(
    drawSample(population, define({ method: 'DISCOVERY', wrongLines: 6, seed, ...given }), '2025-11-20'),
  ).record
const record = draw()
const undrawn = population.lines.filter(({ id }) => !record.units.some((unit) => unit.id === id))

const evaluate = (
  of: SampleRecord,
  isWrong: (id: string, at: number) => boolean,
  systemic: SystemicError[] = [],
): Evaluation => {
  const units = of.units.filter(({ part }) => part !== 'REPLACED')
  const results = units.map(({ id, amount }, at): LineResult => {
    const accepted = isWrong(id, at) ? 0 : amount
    return { id, found: accepted, accepted, cause: 'NO_PROOF', nature: 'RANDOM' }
  })
  return valueOf(evaluateSample(of, { results, systemic }))
}
const withPicks = (count: number): SampleRecord =>
  undrawn.slice(0, count).reduce((of, { id }) => valueOf(pickLine(of, id, because)), record)

describe('the conclusion of discovery', () => {
  it('counts confirmed errors of lines picked for their risk', () => {
    const picked = withPicks(6)
    const isPicked = (id: string): boolean => undrawn.some((line) => line.id === id)
    const all = evaluate(picked, isPicked)
    expect(all.conclusion).toBe('MATERIAL')
    expect(all.lines).toMatchObject({ checked: 38, wrong: 0, apart: 6, projected: 6 })
    // three known ones, and up to four more that 38 clean lines of 117 cannot exclude
    const three = evaluate(withPicks(3), isPicked)
    expect(three.conclusion).toBe('INCONCLUSIVE')
    expect(three.lines.upperLines).toBe(3 + mostWrongUnits(117, 38, 0, 0.9))
    expect(evaluate(picked, () => false).conclusion).toBe('NOT_MATERIAL')
  })

  it('counts the lines of delimited systemic errors', () => {
    const ids = undrawn.slice(0, 6).map(({ id }) => id)
    const error = (some: string[]): SystemicError[] => [
      { code: 'S1', description: '', ids: some, amount: 100 },
    ]
    expect(evaluate(record, () => false, error(ids)).conclusion).toBe('MATERIAL')
    const two = evaluate(record, () => false, error(ids.slice(0, 2)))
    expect(two.conclusion).toBe('INCONCLUSIVE')
    expect(two.lines).toMatchObject({ apart: 2, upperLines: 2 + mostWrongUnits(118, 38, 0, 0.9) })
  })
})

describe('a sample extended after an error', () => {
  /** The first drawn line is wrong, then nothing more. */
  const isFirst = (_: string, at: number): boolean => at === 0
  const extended = (target: number): SampleRecord => valueOf(extendSample(record, target, because))

  it('has sequential limits: a look more is never free', () => {
    const oneLook = mostWrongUnits(120, 75, 1, 0.9)
    const { lines, looks, warnings, conclusion } = evaluate(extended(75), isFirst)
    expect(oneLook).toBeLessThan(6)
    expect(looks).toBe(2)
    expect(lines.upperLines).toBeGreaterThan(oneLook)
    expect(conclusion).toBe('INCONCLUSIVE')
    expect(warnings.map(({ code }) => code)).toContain('sampling.sequential-limit')
    expect(evaluate(extended(110), isFirst).conclusion).toBe('NOT_MATERIAL')
  })

  it('is one look when nothing was wrong before', () => {
    const { looks, lines } = evaluate(extended(60), (_, at) => at === 50)
    expect(looks).toBe(1)
    expect(lines.upperLines).toBe(mostWrongUnits(120, 60, 1, 0.9))
  })

  it('keeps its confidence over all looks together, where single looks do not', () => {
    // a line of work: 38 lines; after an error 60; after another 80
    const sizes = [38, 60, 80]
    const runs = 2000
    const random = chance(8)
    const passed = { single: 0, sequential: 0 }
    for (let run = 0; run < runs; run++) {
      const places = Array.from({ length: 120 }, (_, at) => ({ at, key: random() })).sort(
        (a, b) => a.key - b.key,
      )
      const isWrong = places.map(({ at }) => at < 6)
      const looks = sizes.map((size) => ({ size, wrong: isWrong.slice(0, size).filter(Boolean).length }))
      const at = (limit: (look: number) => number): boolean => {
        for (let look = 0; look < looks.length; look++) {
          if (limit(look) < 6) return true
          if (looks[look]!.wrong === 0) return false
        }
        return false
      }
      if (at((look) => mostWrongUnits(120, looks[look]!.size, looks[look]!.wrong, 0.9))) passed.single++
      if (at((look) => mostWrongAfterLooks(120, looks.slice(0, look + 1), 6, 0.9))) passed.sequential++
    }
    const most = 0.1 + 3.09 * Math.sqrt((0.1 * 0.9) / runs)
    expect(passed.single / runs).toBeGreaterThan(most)
    expect(passed.sequential / runs).toBeLessThanOrEqual(most)
  })

  // recomputed with scipy.stats.hypergeom 1.17.1, look by look, by a program of its own
  it.each([
    [120, 6, 0.9, [38, 1, 75, 1], 6],
    [120, 6, 0.9, [38, 1, 60, 2, 90, 2], 6],
    [200, 10, 0.95, [51, 1, 120, 2], 10],
    [60, 6, 0.9, [19, 1, 40, 1], 5],
  ])(
    'is the limit that others compute: N = %i, K = %i at %d, looks %j',
    (lines, wrongLines, level, flat, most) => {
      const looks = flat.flatMap((size, at) => (at % 2 === 0 ? { size, wrong: flat[at + 1] ?? 0 } : []))
      expect(mostWrongAfterLooks(lines, looks, wrongLines, level)).toBe(most)
    },
  )

  it('is a single look for the limits of one look', () => {
    for (const [size, wrong] of [
      [38, 0],
      [38, 1],
      [60, 3],
    ] as const)
      expect(mostWrongAfterLooks(120, [{ size, wrong }], 6, 0.9)).toBe(mostWrongUnits(120, size, wrong, 0.9))
  })

  it('loses confidence where amounts are projected, and the verdict with it', () => {
    const given = { size: 40, expectedRate: 0, sigma: 100 }
    const grown = (method: 'MUS_CONSERVATIVE' | 'SIMPLE_RANDOM', targets: number[]): SampleRecord =>
      targets.reduce(
        (of, target) => valueOf(extendSample(of, target, because)),
        draw('s', { ...given, method, materiality: 0.2 }),
      )
    const small = (of: SampleRecord): Evaluation => {
      const [first] = grown(of.definition.method as 'SIMPLE_RANDOM', []).units
      const results = drawnUnits(of).map(({ id, amount }): LineResult => {
        const accepted = id === first?.id ? amount - 10 : amount
        return { id, found: accepted, accepted, cause: 'x', nature: 'RANDOM' }
      })
      return valueOf(evaluateSample(of, { results }))
    }
    expect(small(grown('SIMPLE_RANDOM', []))).toMatchObject({ looks: 1, conclusion: 'NOT_MATERIAL' })
    const twice = small(grown('SIMPLE_RANDOM', [60]))
    expect(twice.upperConfidence).toBeCloseTo(0.9, 12)
    expect(twice).toMatchObject({ looks: 2, conclusion: 'NOT_MATERIAL' })
    expect(twice.warnings[0]).toMatchObject({ code: 'sampling.extended-after-error', details: { looks: 2 } })
    expect(small(grown('SIMPLE_RANDOM', [60, 80]))).toMatchObject({ looks: 3, conclusion: 'INCONCLUSIVE' })
    expect(small(grown('MUS_CONSERVATIVE', [80]))).toMatchObject({ looks: 2, conclusion: 'INCONCLUSIVE' })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as project from '#domain/sampling/projections.ts'
import { reliabilityFactor } from '#domain/sampling/tails.ts'

describe('projections of the guidance (docs/formulas.md)', () => {
  it('SRS-mean', () => {
    expect(project.meanError(3852, 53, 7797)).toBeCloseTo(566_680.08, 2)
    expect(project.linePrecision(3852, 53, 1.282, 758)).toBeCloseTo(514_168.63, 2)
  })

  it('SRS-ratio', () => {
    expect(project.ratioError(46_501_186, 7797, 661_580)).toBeCloseTo(548_036.14, 2)
    expect(project.linePrecision(3852, 53, 1.282, 755)).toBeCloseTo(512_133.66, 2)
    expect(548_036.14 + 512_133.66).toBeCloseTo(1_060_169.8, 2)
  })

  it('MUS-proj', () => {
    const interval = 3_413_044_943 / 69
    expect(Math.round(interval)).toBe(49_464_419)
    expect(Math.round(interval * 1.096 + 7_616_805)).toBe(61_829_809)
    expect(Math.round(project.musPrecision(3_413_044_943, 69, 1.645, 0.09))).toBe(60_831_129)
  })
})

const rule = (z: number): project.PrecisionRule => ({ z, isFinite: false })
const sample = [
  { amount: 100, error: 10 },
  { amount: 200, error: 0 },
  { amount: 300, error: 90 },
  { amount: 400, error: 0 },
]

describe('estimates', () => {
  it('by mean and by ratio, recomputed by hand', () => {
    const whole = { lines: 40, amount: 9000, sample }
    const byMean = project.estimateByMean([whole], rule(2))
    expect(byMean.error).toBe(1000)
    const s = Math.sqrt((15 ** 2 + 25 ** 2 + 65 ** 2 + 25 ** 2) / 3)
    expect(byMean.precision).toBeCloseTo((40 * 2 * s) / 2, 9)
    const residuals = [0, -20, 60, -40]
    const ratio = project.estimateByRatio([whole], rule(2))
    expect(ratio?.error).toBe(900)
    expect(ratio?.precision).toBeCloseTo(
      (40 * 2 * Math.sqrt(residuals.reduce((sum, one) => sum + one ** 2, 0) / 3)) / 2,
      9,
    )
    const empty = { lines: 40, amount: 9000, sample: [{ amount: 0, error: 0 }] }
    expect(project.estimateByRatio([whole, empty], rule(2))).toBeNull()
  })

  it('by stratum are N·z·s_w/√n where the parts are proportional', () => {
    const strata = [
      { lines: 10, amount: 90, sample: [1, 5].map((error) => ({ amount: 9, error })) },
      { lines: 20, amount: 180, sample: [0, 4, 4, 8].map((error) => ({ amount: 9, error })) },
    ]
    const weighted = Math.sqrt((10 / 30) * 8 + (20 / 30) * (32 / 3))
    const { error, precision } = project.estimateByMean(strata, rule(1.5))
    expect(error).toBe(30 + 80)
    expect(precision).toBeCloseTo((30 * 1.5 * weighted) / Math.sqrt(6), 9)
  })

  it('by stratum have no precision to lose where a stratum is checked whole', () => {
    const whole = {
      ...{ lines: 2, amount: 10 },
      sample: [
        { amount: 1, error: 0 },
        { amount: 9, error: 9 },
      ],
    }
    expect(project.estimateByMean([whole], rule(2))).toEqual({ error: 9, precision: 0 })
  })

  it('are narrower by √(1 − n/N) where the population is finite', () => {
    const strata = [
      { lines: 16, amount: 4000, sample },
      { lines: 8, amount: 2000, sample },
    ]
    for (const estimate of [project.estimateByMean, project.estimateByRatio]) {
      const [wide, narrow] = [false, true].map(
        (isFinite) => estimate(strata, { z: 2, isFinite })?.precision ?? 0,
      )
      const [first, second] = strata.map((one) => estimate([one], rule(2))?.precision ?? 0)
      expect(wide).toBeCloseTo(Math.hypot(first ?? 0, second ?? 0), 9)
      expect(narrow).toBeCloseTo(
        Math.hypot((first ?? 0) * Math.sqrt(3 / 4), (second ?? 0) * Math.sqrt(1 / 2)),
        9,
      )
    }
  })

  it('by conservative MUS, recomputed by hand', () => {
    const factor = (at: number): number => reliabilityFactor(at, 0.9)
    const { error, precision } = project.estimateByConservativeMus(4000, sample, 0.9)
    expect(error).toBeCloseTo(1000 * (0.3 + 0.1), 9)
    const increments = (factor(1) - factor(0) - 1) * 0.3 + (factor(2) - factor(1) - 1) * 0.1
    expect(precision).toBeCloseTo(1000 * (factor(0) + increments), 9)
  })

  it('by conservative MUS do not depend on the order of rows', () => {
    const lines = fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: 10_000 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(lines, (given) => {
        const rows = given.map(({ amount, share }) => ({ amount, error: Math.round(amount * share) }))
        const estimates = [rows, [...rows].reverse()].map((some) =>
          project.estimateByConservativeMus(1e6, some, 0.9),
        )
        expect(estimates[0]).toEqual(estimates[1])
      }),
    )
  })

  it('advise the ratio when errors follow the amounts, the mean when they do not', () => {
    const following = [100, 200, 300, 400].map((amount) => ({ amount, error: amount / 10 }))
    expect(project.isRatioBetter(following)).toBe(true)
    expect(project.isRatioBetter(following.map(({ amount }) => ({ amount, error: 25 })))).toBe(false)
    expect(project.isRatioBetter(following.map(({ error }) => ({ amount: 100, error })))).toBe(false)
    expect(project.isRatioBetter([])).toBe(false)
  })
})

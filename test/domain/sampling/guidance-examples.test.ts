import { describe, expect, it } from 'vitest'
import { shareOut } from '#domain/sampling/allocate.ts'
import { twoSidedZ } from '#domain/sampling/normal.ts'
import * as project from '#domain/sampling/projections.ts'
import * as formula from '#domain/sampling/size-formulas.ts'

/** Worked examples of EGESIF_16-0014-01 (20/01/2017), by section; figures as printed, unless a misprint is named. */

/** A sample with these sums and this deviation; the guidance prints no more. */
function sampleWith(size: number, errors: number, deviation: number, amounts = size): project.Observation[] {
  const mean = errors / size
  const pairs = Math.floor(size / 2)
  const spread = deviation * Math.sqrt((size - 1) / (2 * pairs))
  return Array.from({ length: size }, (_, at) => ({
    amount: amounts / size,
    error: mean + (at >= 2 * pairs ? 0 : at % 2 === 0 ? spread : -spread),
  }))
}

const rule = (z: number): project.PrecisionRule => ({ z, isFinite: false })
const sharesOf = (size: number, strata: Parameters<typeof shareOut>[1]): number[] => [
  ...shareOut(size, strata).values(),
]

describe('stratified simple random sampling (6.1.2.6)', () => {
  const amount = 1_396_535_319
  const strata = [
    { weight: 3582, sigma: 444 },
    { weight: 1225, sigma: 9818 },
  ]

  it('needs 121 lines beside the 5 that are all checked, 90 and 31', () => {
    // the guidance divides by 4,802 instead of 4,807 and gets 24,737,134; the size is the same
    expect(formula.weightedSigma(strata) ** 2).toBeCloseTo(24_711_404, -1)
    const room = { tolerable: 0.02 * amount, anticipated: 0.018 * amount }
    const size = formula.simpleRandomSize(4807, 1.282, formula.weightedSigma(strata), room)
    expect(formula.wholeLines(size)).toBe(121)
    const parts = strata.map(({ weight }, at) => ({ code: `${at}`, lines: weight }))
    expect(sharesOf(121, parts)).toEqual([90, 31])
  })

  it('projects by mean and by the separate ratio', () => {
    const exhaustive = 889
    const of = (sigmas: readonly [number, number]) => [
      { lines: 3582, amount: 43_226_801, sample: sampleWith(90, 11_378, sigmas[0], 1_055_043) },
      { lines: 1225, amount: 1_348_417_361, sample: sampleWith(31, 102_899, sigmas[1], 35_377_240) },
    ]
    const byMean = project.estimateByMean(of([698, 13_012]), rule(1.282))
    // printed from averages rounded to whole euros: 4,519,900
    expect(Math.abs(byMean.error + exhaustive - 4_519_900)).toBeLessThan(10)
    const byRatio = project.estimateByRatio(of([695, 13_148]), rule(1.282))!
    expect(Math.abs(byRatio.error + exhaustive - 4_389_095)).toBeLessThan(10)
    // deviations are printed in whole euros, and SE by N·z·s_w/√n: within a thousandth
    expect(byMean.precision! / 3_695_304).toBeCloseTo(1, 2)
    expect(byRatio.precision! / 3_733_563).toBeCloseTo(1, 2)
  })
})

describe('stratified difference estimation (6.2.2.6)', () => {
  it('needs 51 lines beside the 5 that are all checked, 16 and 35', () => {
    const strata = [
      { weight: 1520, sigma: 21_312 },
      { weight: 3347, sigma: 215_546 },
    ]
    expect(Math.round(formula.weightedSigma(strata) ** 2)).toBe(32_092_103_451)
    const amount = 6_440_727_190
    const room = { tolerable: 0.02 * amount, anticipated: 0.004 * amount }
    // the guidance prints z = 0.845 and the result of z = 0.842
    const size = formula.simpleRandomSize(4867, 0.842, formula.weightedSigma(strata), room)
    expect(formula.wholeLines(size)).toBe(51)
    expect(
      sharesOf(
        51,
        strata.map(({ weight }, at) => ({ code: `${at}`, lines: weight })),
      ),
    ).toEqual([16, 35])
  })
})

describe('monetary unit sampling by strata (6.3.2.7)', () => {
  const amounts = [2_506_626_292, 1_693_255_732]
  const amount = 4_199_882_024

  it('needs 148 selections, shared by amount', () => {
    const strata = [Math.sqrt(0.000045), Math.sqrt(0.010909)].map((sigma, at) => ({
      ...{ weight: amounts[at]!, sigma },
    }))
    expect(formula.weightedSigma(strata) ** 2).toBeCloseTo(0.004425, 6)
    const room = { tolerable: 0.02 * amount, anticipated: 0.011 * amount }
    const size = formula.musSize(amount, 1.645, formula.weightedSigma(strata), room)
    expect(formula.wholeLines(size)).toBe(148)
    // 88.33 and 59.67: the guidance rounds the first up (89 and 59), the largest remainder does not
    const parts = amounts.map((weight, at) => ({ code: `${at}`, lines: 2000, weight: [weight] }))
    expect(sharesOf(148, parts)).toEqual([88, 60])
  })

  it('projects each stratum by its own interval', () => {
    const of = (taintings: number, size: number, variance: number, sampled: number) => ({
      amount: sampled,
      sample: sampleWith(size, taintings, Math.sqrt(variance)),
    })
    const { error, precision } = project.estimateByMus(
      [of(1.0234, 73, 0.000036, 1_643_963_923), of(1.176, 47, 0.0081, 1_059_467_668)],
      1.645,
    )
    expect(Math.abs(15_460_340 + error - 65_016_597)).toBeLessThan(2)
    expect(Math.abs(precision! - 22_958_216)).toBeLessThan(2)
  })
})

describe('conservative monetary unit sampling (6.3.5.7)', () => {
  it('needs 136 selections by the printed factors', () => {
    const amount = 4_199_882_024
    const room = { tolerable: 0.02 * amount, anticipated: 0.002 * amount }
    expect(formula.expansionFactorAt(0.9)).toBe(1.5)
    expect(formula.wholeLines(formula.conservativeMusSize(amount, 0.9, 1.5, room))).toBe(136)
  })

  it.each([
    ...([
      [0.99, 1.9],
      [0.95, 1.6],
      [0.9, 1.5],
      [0.85, 1.4],
      [0.8, 1.3],
    ] as const),
    ...([
      [0.75, 1.25],
      [0.7, 1.2],
      [0.6, 1.1],
      [0.5, 1],
    ] as const),
    // between two levels of the table: that of the higher one
    ...([
      [0.92, 1.6],
      [0.63, 1.2],
      [0.995, undefined],
    ] as const),
  ])('has the expansion factor of every confidence: %d → %d', (confidence, factor) => {
    expect(formula.expansionFactorAt(confidence)).toBe(factor)
  })
})

describe('non-statistical sampling in proportion to amounts (6.4.7)', () => {
  it('projects 4 sampled of 36 units, beside 4 that are all checked', () => {
    const strata = [{ amount: 9_619_263, sample: sampleWith(4, 0.0272, 0) }]
    expect(Math.abs(80_028 + project.estimateByMus(strata, 1).error - 145_439)).toBeLessThan(1)
  })
})

describe('the exact z', () => {
  it.each([
    [0.6, 0.842],
    [0.7, 1.036],
    [0.8, 1.282],
    [0.9, 1.645],
    [0.95, 1.96],
  ])('is the printed one, rounded: %d (table 3)', (confidence, printed) => {
    expect(Math.abs(twoSidedZ(confidence) - printed)).toBeLessThan(0.0006)
  })
})

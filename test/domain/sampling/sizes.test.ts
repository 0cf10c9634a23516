import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, shareOut } from '#domain/sampling/allocate.ts'
import { splitForMus } from '#domain/sampling/frame.ts'
import { twoSidedZ } from '#domain/sampling/normal.ts'
import { requiredSize } from '#domain/sampling/required-size.ts'
import * as formula from '#domain/sampling/size-formulas.ts'
import { codeOf, define, linesWith, populationWith, valueOf } from '#test/domain/sampling/support.ts'

describe('sizes of the guidance (docs/formulas.md)', () => {
  const room = { tolerable: 930_024, anticipated: 576_615 }

  it('SRS-size: raw with the printed z, n with the exact one too', () => {
    expect(formula.simpleRandomSize(3852, 1.282, 518, room)).toBeCloseTo(52.3905, 4)
    expect(formula.wholeLines(formula.simpleRandomSize(3852, twoSidedZ(0.8), 518, room))).toBe(53)
  })

  it('MUS-size and its cut-off', () => {
    const amount = 4_199_882_024
    const size = formula.musSize(amount, 1.645, 0.085, {
      tolerable: 0.02 * amount,
      anticipated: 0.004 * amount,
    })
    expect(size).toBeCloseTo(76.37, 2)
    expect(formula.wholeLines(size)).toBe(77)
    expect(Math.trunc(amount / 77)).toBe(54_543_922)
  })

  it('ART79-2: 187 units → 19', () => {
    const population = populationWith(Array.from({ length: 187 }, () => 100))
    const size = valueOf(requiredSize(population, define({ method: 'NON_STATISTICAL' })))
    expect(size).toMatchObject({ raw: 18.7, target: 19 })
  })

  it('conservative MUS: BV·RF/(TE−AE·EF)', () => {
    const size = formula.conservativeMusSize(1_000_000, 0.9, 1.5, { tolerable: 20_000, anticipated: 2000 })
    expect(size).toBeCloseTo((1_000_000 * 2.302585093) / 17_000, 6)
  })
})

describe('discovery (docs/formulas.md)', () => {
  it.each([
    [40, 4, 0.9, 17],
    [60, 3, 0.9, 32],
    [60, 6, 0.9, 19],
    [120, 6, 0.9, 38],
    [200, 10, 0.95, 51],
    [300, 15, 0.95, 54],
    // a probability of exactly 1 − CL is reached
    [10, 1, 0.9, 9],
    [20, 20, 0.9, 1],
    [200_000, 1000, 0.95, 597],
  ])('N=%i, K=%i at %d → %i', (lines, wrong, confidence, size) => {
    expect(formula.discoverySize(lines, wrong, confidence)).toBe(size)
  })
})

describe('allocation (docs/formulas.md)', () => {
  it('is proportional by largest remainder, ties by code', () => {
    const parts = shareOut(20, [
      { code: 'B', lines: 50 },
      { code: 'A', lines: 50 },
      { code: 'C', lines: 31 },
    ])
    expect(Object.fromEntries(parts)).toEqual({ A: 8, B: 7, C: 5 })
  })

  it('gives every stratum three lines or all it has, from the largest parts', () => {
    const parts = shareOut(20, [
      { code: 'A', lines: 500 },
      { code: 'B', lines: 5 },
      { code: 'C', lines: 2 },
    ])
    expect(Object.fromEntries(parts)).toEqual({ A: 15, B: 3, C: 2 })
  })

  it('refuses a stratum given twice, and more lines than there are', () => {
    const strata = [
      { code: 'A', lines: 5 },
      { code: 'B', lines: 9 },
    ]
    expect(valueOf(allocate(14, strata))).toEqual(new Map(Object.entries({ A: 5, B: 9 })))
    expect(codeOf(allocate(15, strata))).toBe('sampling.size-above-population')
    expect(codeOf(allocate(8, [...strata, { code: 'A', lines: 1 }]))).toBe('sampling.stratum-twice')
  })

  it('is exact where numbers are not', () => {
    // shares of 1/3 and 2/3 of amounts whose products are beyond 2^53, and weights that are decimals
    const amounts = [3_000_000_000_000_001, 6_000_000_000_000_002].map((amount, at) => ({
      ...{ code: `S${at}`, lines: 5000, weight: [amount] },
    }))
    expect([...shareOut(3000, amounts).values()]).toEqual([1000, 2000])
    const decimals = [0.1, 0.2].map((sigma, at) => ({ code: `S${at}`, lines: 30, weight: [30, sigma] }))
    expect([...shareOut(9, decimals).values()]).toEqual([3, 6])
  })

  it('by lines and deviation (Neyman): a stratum that is allotted more than it has is taken whole', () => {
    const strata = [
      { code: 'small', lines: 40, weight: [40, 900] },
      { code: 'large', lines: 4000, weight: [4000, 1] },
    ]
    expect(Object.fromEntries(shareOut(100, strata))).toEqual({ small: 40, large: 60 })
    // Cochran 5.9: n_h in proportion to N_h·σ_h
    const three = [
      { code: 'A', lines: 1000, weight: [1000, 5] },
      { code: 'B', lines: 500, weight: [500, 20] },
      { code: 'C', lines: 250, weight: [250, 60] },
    ]
    expect(Object.fromEntries(shareOut(60, three))).toEqual({ A: 10, B: 20, C: 30 })
  })

  it('adds up to n, never above a stratum, at least three each, whatever the order', () => {
    const strata = fc
      .array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 })
      .map((sizes) => sizes.map((lines, at) => ({ code: `S${at}`, lines })))
    fc.assert(
      fc.property(strata, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const total = given.reduce((sum, { lines }) => sum + lines, 0)
        const least = given.reduce((sum, { lines }) => sum + Math.min(3, lines), 0)
        const size = Math.max(least, Math.round(share * total))
        const parts = shareOut(size, given)
        expect([...parts.values()].reduce((sum, part) => sum + part, 0)).toBe(size)
        for (const { code, lines } of given) {
          expect(parts.get(code)).toBeLessThanOrEqual(lines)
          expect(parts.get(code)).toBeGreaterThanOrEqual(Math.min(3, lines))
        }
        expect(shareOut(size, [...given].reverse())).toEqual(parts)
      }),
    )
  })
})

describe('the high-value part of a monetary unit sample', () => {
  it('is set apart again until nothing is larger than the interval', () => {
    // 5: BV/n = 240; without 700: 500/4 = 125; without 200: 300/3 = 100
    const frame = splitForMus(linesWith([700, 200, 100, 100, 50, 50]), 5)
    expect(frame.exhaustive.map(({ amount }) => amount)).toEqual([700, 200])
    expect(frame).toMatchObject({ selections: 3, interval: 100 })
  })

  it('leaves no line larger than the interval and at least one selection', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 2, maxLength: 80 }), (amounts) => {
        const frame = splitForMus(linesWith(amounts), Math.ceil(amounts.length / 2))
        if (frame.sampled.length === 0) return
        expect(frame.selections).toBeGreaterThan(0)
        for (const { amount } of frame.sampled) expect(amount).toBeLessThanOrEqual(frame.interval)
      }),
    )
  })
})

describe('the size of a definition', () => {
  const population = populationWith(Array.from({ length: 400 }, (_, at) => 10_000 + at))

  it('takes stratum deviations, and the high-value part on top', () => {
    const amounts = Array.from({ length: 400 }, (_, at) => (at < 10 ? 1_000_000 : 10_000))
    const definition = define({
      method: 'STRATIFIED',
      sigma: 400,
      sigmas: { B: 800 },
      highValueFrom: 500_000,
    })
    const size = valueOf(requiredSize(populationWith(amounts, ['A', 'B']), definition))
    const sigma = Math.sqrt((400 ** 2 + 800 ** 2) / 2)
    const room = 0.016 * (10 * 1_000_000 + 390 * 10_000)
    expect(size.raw).toBeCloseTo(10 + ((390 * twoSidedZ(0.9) * sigma) / room) ** 2, 8)
  })

  it('needs no deviation where every line is of high value', () => {
    const definition = define({ method: 'STRATIFIED', highValueFrom: 1 })
    expect(valueOf(requiredSize(population, definition)).target).toBe(400)
  })

  it('lowers it by the finite correction and raises it to the least of a visit', () => {
    const raw = valueOf(requiredSize(population, define({ sigma: 1500 }))).raw ?? 0
    const target = (more: object): number =>
      valueOf(requiredSize(population, define({ sigma: 1500, ...more }))).target
    expect(target({})).toBe(Math.ceil(raw))
    expect(target({ finiteCorrection: true })).toBe(Math.ceil(raw / (1 + raw / 400)))
    expect(target({ sigma: 100, minimum: { share: 0.1, lines: 10 } })).toBe(40)
  })

  it('warns where the normal theory is thin', () => {
    const codes = (more: object): string[] =>
      valueOf(requiredSize(population, define({ sigma: 500, ...more }))).warnings.map(({ code }) => code)
    expect(codes({ size: 20 })).toContain('sampling.small-sample')
    expect(codes({ size: 100 })).toContain('sampling.large-fraction')
    expect(codes({ size: 100, finiteCorrection: true })).not.toContain('sampling.large-fraction')
    expect(codes({ expectedLineRate: 0.05 })).toContain('sampling.few-errors-expected')
    expect(codes({ sigma: 3000, size: 40 })).toContain('sampling.below-required-size')
    expect(codes({ size: 39 })).toContain('sampling.below-visit-minimum')
    expect(codes({ materiality: 0.05 })).toContain('sampling.materiality-high')
    expect(codes({ size: 40 })).toEqual([])
  })

  it.each([
    ['no deviation', { method: 'SIMPLE_RANDOM' }, 'sampling.parameter-missing'],
    ['no deviation of rates', { method: 'MUS_STANDARD' }, 'sampling.parameter-missing'],
    [
      'no EF above 99 %, where errors are expected',
      { method: 'MUS_CONSERVATIVE', confidence: 0.995 },
      'sampling.parameter-missing',
    ],
    ['no number of wrong lines', { method: 'DISCOVERY' }, 'sampling.parameter-missing'],
    [
      'more wrong lines than lines',
      { method: 'DISCOVERY', wrongLines: 401 },
      'sampling.wrong-lines-too-many',
    ],
    ['expected error at materiality', { sigma: 500, expectedRate: 0.02 }, 'sampling.expected-error-too-high'],
    [
      'expected error times EF at materiality',
      { method: 'MUS_CONSERVATIVE', expectedRate: 0.015 },
      'sampling.expected-error-too-high',
    ],
    ['a size above the population', { size: 401 }, 'sampling.size-above-population'],
    ['a computed size above the population', { sigma: 1e6 }, 'sampling.size-above-population'],
    ['a size of nothing', { size: 0 }, 'sampling.size-not-positive'],
    ['a size that is no number', { size: NaN }, 'sampling.size-not-positive'],
    ['half a line', { size: 12.5 }, 'sampling.size-not-positive'],
    ['certainty', { sigma: 5, confidence: 1 }, 'sampling.confidence-wrong'],
    ['a deviation that is no number', { sigma: NaN }, 'sampling.parameter-wrong'],
    ['300 units without statistics', { method: 'NON_STATISTICAL' }, 'sampling.too-many-for-non-statistical'],
  ] as const)('refuses %s', (_, given, code) => {
    expect(codeOf(requiredSize(population, define(given)))).toBe(code)
  })

  it('refuses one line, zero amounts where amounts weigh, and nothing at all', () => {
    const one = populationWith([100])
    expect(codeOf(requiredSize(one, define({ sigma: 1 })))).toBe('sampling.one-line-population')
    expect(valueOf(requiredSize(one, define({ method: 'EXHAUSTIVE' }))).target).toBe(1)
    const zeros = populationWith([0, 100, 200])
    const mus = define({ method: 'MUS_STANDARD', rateDeviation: 0.1 })
    expect(codeOf(requiredSize(zeros, mus))).toBe('sampling.amount-zero')
    expect(codeOf(requiredSize(zeros, define({ method: 'VALUE_SHARE' })))).toBe('sampling.amount-zero')
    expect(codeOf(requiredSize(populationWith([0, 0]), define({ sigma: 1 })))).toBe('sampling.no-amount')
  })
})

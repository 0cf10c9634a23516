import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviationOf, normalQuantile, oneSidedConfidence, sumOf, twoSidedZ } from '#domain/sampling/normal.ts'
import { clopperPearsonUpper, mostWrongUnits, reliabilityFactor, showsFewer } from '#domain/sampling/tails.ts'

describe('the normal quantile', () => {
  it.each([
    [0.6, 0.8416212335729143],
    [0.7, 1.0364333894937898],
    [0.8, 1.2815515655446004],
    [0.9, 1.6448536269514722],
    [0.95, 1.959963984540054],
    [0.99, 2.5758293035489004],
  ])('knows z of %d, two-sided', (confidence, z) => {
    expect(twoSidedZ(confidence)).toBeCloseTo(z, 12)
  })

  it('is exact far out and the same on both sides', () => {
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 10)
    expect(normalQuantile(1e-30)).toBeCloseTo(-11.464024688443617, 9)
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.5, noNaN: true }), (p) => {
        expect(normalQuantile(p)).toBeCloseTo(-normalQuantile(1 - p), 8)
      }),
    )
  })

  it('refuses what is no probability', () => {
    for (const p of [0, 1, NaN, -1]) expect(() => normalQuantile(p)).toThrow(RangeError)
  })

  it('says what a two-sided confidence is worth on one side', () => {
    expect(oneSidedConfidence(0.9)).toBeCloseTo(0.95, 12)
  })
})

describe('sums and deviations', () => {
  it('lose nothing, in whatever order', () => {
    expect(sumOf([1e16, 1, -1e16])).toBe(1)
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        expect(sumOf(values)).toBe(sumOf([...values].reverse()))
      }),
    )
  })

  it('divide by n − 1', () => {
    expect(deviationOf([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.138089935, 8)
    expect(deviationOf([5])).toBe(0)
  })
})

describe('Clopper–Pearson (docs/formulas.md)', () => {
  it.each([
    [0, 25, 0.9, 8.8],
    [2, 25, 0.9, 19.91],
    [0, 30, 0.95, 9.5],
    // 1 − 0.1^(1/10)
    [0, 10, 0.9, 20.57],
  ])('%i of %i at %d', (errors, size, confidence, percent) => {
    expect(clopperPearsonUpper(errors, size, confidence) * 100).toBeCloseTo(percent, 2)
  })

  it('is 100 % when all are wrong', () => {
    expect(clopperPearsonUpper(7, 7, 0.9)).toBe(1)
  })

  it('solves its own equation, for thousands of lines too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (size, share) => {
          const errors = Math.floor(share * size)
          const limit = clopperPearsonUpper(errors, size, 0.95)
          expect(limit).toBeGreaterThan(errors / size)
          expect(limit).toBeLessThanOrEqual(1)
          expect(binomialTail(errors, size, limit)).toBeCloseTo(0.05, 6)
        },
      ),
    )
  })
})

/** P(k or fewer), term by term from the start, in logarithms. */
function binomialTail(errors: number, size: number, rate: number): number {
  let logTerm = size * Math.log1p(-rate)
  let sum = Math.exp(logTerm)
  for (let at = 1; at <= errors; at++) {
    logTerm += Math.log(((size - at + 1) * rate) / (at * (1 - rate)))
    sum += Math.exp(logTerm)
  }
  return sum
}

describe('reliability factors (docs/formulas.md)', () => {
  it('start with −ln(1 − CL), exactly', () => {
    expect(reliabilityFactor(0, 0.9)).toBe(-Math.log(1 - 0.9))
    expect(reliabilityFactor(0, 0.7)).toBeCloseTo(1.204, 3)
    expect(reliabilityFactor(0, 0.5)).toBeCloseTo(0.693, 3)
  })

  // the printed Poisson tables of audit sampling
  it.each([
    [1, 0.9, 3.89],
    [2, 0.9, 5.33],
    [3, 0.9, 6.69],
    [10, 0.9, 15.41],
    [1, 0.95, 4.75],
    [5, 0.95, 10.52],
    [20, 0.95, 29.07],
  ])('know RF(%i) at %d', (errors, confidence, factor) => {
    expect(reliabilityFactor(errors, confidence)).toBeGreaterThan(factor - 0.011)
    expect(reliabilityFactor(errors, confidence)).toBeLessThan(factor + 0.011)
  })

  it('grow by more than one each time', () => {
    const factors = Array.from({ length: 800 }, (_, at) => reliabilityFactor(at, 0.9))
    factors.slice(1).forEach((factor, at) => expect(factor - (factors[at] ?? 0)).toBeGreaterThan(1))
  })
})

describe('the finite population', () => {
  it('counts a probability equal to 1 − CL as reached', () => {
    // C(9, 1)/C(10, 1) = 0.9 for one line; 1 of 10 unseen after 9 has exactly 0.1
    expect(showsFewer(10, 1, 9, 0.9)).toBe(true)
    expect(showsFewer(10, 1, 8, 0.9)).toBe(false)
  })

  it('knows how many may be wrong, from none found to all', () => {
    expect(mostWrongUnits(40, 17, 0, 0.9)).toBe(3)
    expect(mostWrongUnits(60, 32, 0, 0.9)).toBe(2)
    expect(mostWrongUnits(10, 10, 4, 0.9)).toBe(4)
    expect(mostWrongUnits(50, 10, 10, 0.9)).toBe(50)
  })

  it('comes near Clopper–Pearson in a large population and never above it by more than a unit', () => {
    for (const found of [0, 1, 5]) {
      const rate = mostWrongUnits(100_000, 50, found, 0.9) / 100_000
      expect(rate).toBeCloseTo(clopperPearsonUpper(found, 50, 0.9), 3)
    }
  })
})

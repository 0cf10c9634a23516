import { describe, expect, it } from 'vitest'
import { upperLimits } from '#domain/sampling/upper-limits.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'

describe('the most that may be wrong', () => {
  it('is a rate, and a number of lines of a finite population', () => {
    expect(valueOf(upperLimits({ wrong: 2, size: 25, confidence: 0.9 }))).toMatchObject({ lines: null })
    const { rate, lines } = valueOf(upperLimits({ wrong: 2, size: 25, confidence: 0.9, lines: 120 }))
    expect(rate).toBeCloseTo(0.1991, 4)
    expect(lines).toBe(22)
  })

  it.each([
    ['more wrong than checked', { wrong: 26, size: 25 }, 'sampling.more-wrong-than-checked'],
    ['more checked than there are', { wrong: 0, size: 121, lines: 120 }, 'sampling.size-above-population'],
    [
      'looks that shrink',
      { wrong: 1, size: 25, lines: 120, looks: [{ size: 30, wrong: 1 }], wrongLines: 6 },
      'sampling.looks-wrong',
    ],
    [
      'errors that vanish',
      { wrong: 0, size: 40, lines: 120, looks: [{ size: 30, wrong: 1 }], wrongLines: 6 },
      'sampling.looks-wrong',
    ],
    [
      'looks without what they looked for',
      { wrong: 1, size: 40, lines: 120, looks: [{ size: 30, wrong: 1 }] },
      'sampling.parameter-missing',
    ],
  ])('refuses %s', (_, given, code) => {
    expect(codeOf(upperLimits({ confidence: 0.9, ...given }))).toBe(code)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedFigure, numberFormat } from '#domain/i18n/number-format.ts'
import { formatEuros, parseEuros } from '#domain/money.ts'

/** A minus sign of any kind before nothing but zeros. */
const LESS_THAN_NOTHING = /[-−][^1-9]*$/

describe.each(['fr', 'nl', 'en'])('a number in %s', (language) => {
  it('is never minus nothing', () => {
    for (const nothing of [-0, -0.001, -0.0000001]) {
      expect(formatEuros(nothing, language)).not.toMatch(LESS_THAN_NOTHING)
      expect(numberFormat(language, { maximumFractionDigits: 2 }).format(nothing)).toBe('0')
      expect(numberFormat(language, { style: 'percent' }).format(nothing)).not.toMatch(LESS_THAN_NOTHING)
    }
  })

  it('keeps the minus of an amount, and has none more', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }), (cents) => {
        expect(/[-−]/.test(formatEuros(cents, language))).toBe(cents < 0)
      }),
    )
  })
})

it('writes and reads plain figures without minus nothing', () => {
  expect([-0.001, -0, 0.004, -0.005, -1.2].map((value) => fixedFigure(value))).toEqual([
    ...['0.00', '0.00', '0.00', '-0.01', '-1.20'],
  ])
  expect(Object.is(parseEuros('-0,00'), 0)).toBe(true)
})

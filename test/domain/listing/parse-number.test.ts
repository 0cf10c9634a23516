import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalStyleOf, isScientific, parseDecimal, parseWhole } from '#domain/listing/parse-number.ts'

describe('parseDecimal (docs/domain/files.md)', () => {
  it.each([
    ['1.234,56', 1234.56],
    ['1 234,56', 1234.56],
    ['1\u00a0234,56', 1234.56],
    ['1\u202f234,56', 1234.56],
    ['1234,56', 1234.56],
    ['-12,5', -12.5],
    ['12,50 €', 12.5],
    ['€ 12,50', 12.5],
    ['1.234.567', 1_234_567],
    ['7', 7],
  ])('reads %j', (text, value) => {
    expect(parseDecimal(text, 'unknown')).toBe(value)
  })

  it('takes the point of 1.234 for thousands only where the column has commas', () => {
    expect(parseDecimal('1.234', 'comma')).toBe(1234)
    expect(parseDecimal('1.234', 'point')).toBe(1.234)
    expect(parseDecimal('1.234', 'unknown')).toBe('ambiguous')
  })

  it('does not mix points into a column of commas, nor the other way round', () => {
    expect(parseDecimal('12.5', 'comma')).toBe('invalid')
    expect(parseDecimal('12,5', 'point')).toBe('invalid')
    expect(parseDecimal('1,234.56', 'point')).toBe(1234.56)
  })

  it.each(['', 'douze', '1,2,3', '12,', '--1', '1.23.456'])('refuses %j', (text) => {
    expect(parseDecimal(text, 'unknown')).toBe('invalid')
  })

  it('reads back every amount as Belgium prints it', () => {
    const print = new Intl.NumberFormat('nl-BE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    fc.assert(
      fc.property(fc.integer({ min: -900_000_000, max: 900_000_000 }), (cents) => {
        expect(parseDecimal(print.format(cents / 100), 'unknown')).toBeCloseTo(cents / 100, 6)
      }),
    )
  })
})

describe('decimalStyleOf', () => {
  it.each([
    [['1.234', '7,5'], 'comma'],
    [['1.234', '7.5'], 'point'],
    [['7.5', '7,5'], 'comma'],
    [['1.234', '12', ''], 'unknown'],
  ])('of %j is %s', (cells, style) => {
    expect(decimalStyleOf(cells)).toBe(style)
  })
})

describe('parseWhole', () => {
  it('reads thousands, and decimals that are none', () => {
    expect(parseWhole('1.234')).toBe(1234)
    expect(parseWhole('12,00')).toBe(12)
    expect(parseWhole('12,5')).toBe('invalid')
  })
})

describe('isScientific', () => {
  it('knows numbers that a spreadsheet shortened', () => {
    expect(isScientific('8,50730E+10')).toBe(true)
    expect(isScientific('E10')).toBe(false)
  })
})

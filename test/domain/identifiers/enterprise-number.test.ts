import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEnterpriseNumber, parseEnterpriseNumber } from '#domain/identifiers/enterprise-number.ts'

describe('parseEnterpriseNumber (docs/domain/identifiers.md)', () => {
  it.each([
    ['0239.843.188', '0239843188'],
    ['0314.595.348', '0314595348'],
    ['0403.019.261', '0403019261'],
    ['BE 428759497', '0428759497'],
    ['(0)403019261', '0403019261'],
    ['1999.990.144', '1999990144'],
    ['1999.990.243', '1999990243'],
  ])('reads %s', (text, digits) => {
    expect(parseEnterpriseNumber(text)).toBe(digits)
  })

  it.each(['BE431150351', '2000021323', '0000000000', '', '12345', '0239.843.18X'])('refuses %j', (text) => {
    expect(parseEnterpriseNumber(text)).toBeNull()
  })

  it('refuses every number of which one digit was changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, step) => {
        const digits = '0239843188'
        const other = (Number(digits[at]) + step) % 10
        expect(parseEnterpriseNumber(`${digits.slice(0, at)}${other}${digits.slice(at + 1)}`)).toBeNull()
      }),
    )
  })

  it('prints a number with its points', () => {
    expect(formatEnterpriseNumber('0239843188')).toBe('0239.843.188')
  })
})

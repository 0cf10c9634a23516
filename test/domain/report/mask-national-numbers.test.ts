import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskNationalNumbers } from '#domain/report/mask-national-numbers.ts'

const masked = (text: string) => maskNationalNumbers(text, '[x]')

describe('masking national numbers', () => {
  it.each(['85.07.30-033.28', '00.02.02-001.79', '98.47.28-997.65', '01490700185', '85 07 30-033 28'])(
    'masks %s',
    (niss) => {
      expect(masked(`Dossier ${niss}, vu.`)).toBe('Dossier [x], vu.')
    },
  )

  it('masks a punctuated one whatever its check digits', () => {
    expect(masked('96.03.14-998.00')).toBe('[x]')
  })

  it.each(['12345678901', '0412.345.678', 'BE71 0961 2345 6769', '2026-11-23T15:04:05.000Z', '1 265,35 €'])(
    'leaves %s alone',
    (text) => {
      expect(masked(text)).toBe(text)
    },
  )

  it('leaves hashes and identifiers alone', () => {
    const hex = fc.string({
      unit: fc.constantFrom('0', '1', '5', '8', '9', 'a', 'f'),
      minLength: 64,
      maxLength: 64,
    })
    fc.assert(
      fc.property(fc.uuid(), hex, (uuid, hash) => {
        expect(maskNationalNumbers({ uuid, list: [hash] }, '[x]')).toEqual({ uuid, list: [hash] })
      }),
    )
  })

  it('masks every valid number of any year', () => {
    const births = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.boolean())
    fc.assert(
      fc.property(births, ([first, isYoung]) => {
        const nine = String(first).padStart(9, '0')
        const check = 97 - (Number(isYoung ? `2${nine}` : nine) % 97)
        expect(masked(nine + String(check).padStart(2, '0'))).toBe('[x]')
      }),
    )
  })
})

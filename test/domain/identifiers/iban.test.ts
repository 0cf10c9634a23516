import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIban, parseBelgianIban } from '#domain/identifiers/iban.ts'

describe('parseBelgianIban (docs/domain/identifiers.md)', () => {
  it.each(['BE68 5390 0754 7034', 'BE32 1234 5678 9002', 'be48 3200 7018 4927', 'BE54 3101 0027 0097'])(
    'reads %s',
    (text) => {
      expect(parseBelgianIban(text)).toBe(text.toUpperCase().replaceAll(' ', ''))
    },
  )

  it.each(['BE54 3101 0027 0000', 'FR76 3000 6000 0112 3456 7890 189', 'BE68539007547035', ''])(
    'refuses %j',
    (text) => {
      expect(parseBelgianIban(text)).toBeNull()
    },
  )

  it('refuses every number of which two neighbours were swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 14 }), (at) => {
        const iban = 'BE68539007547034'
        const swapped = `${iban.slice(0, at)}${iban[at + 1] ?? ''}${iban[at] ?? ''}${iban.slice(at + 2)}`
        expect(parseBelgianIban(swapped)).toBe(swapped === iban ? iban : null)
      }),
    )
  })

  it('prints a number in fours', () => {
    expect(formatIban('BE68539007547034')).toBe('BE68 5390 0754 7034')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEnterpriseNumber, parseEstablishmentNumber } from '#domain/identifiers/enterprise-number.ts'
import { parseBelgianIban } from '#domain/identifiers/iban.ts'
import { parseNiss } from '#domain/identifiers/niss.ts'
import { parseOnssNumber } from '#domain/identifiers/onss-number.ts'
import {
  parseCardNumber,
  parseStructuredCommunication,
} from '#domain/identifiers/structured-communication.ts'

const TODAY = '2026-06-30'

/** One kind of number: how it is read, and its rule said once more in another way (`docs/domain/identifiers.md`). */
interface Kind {
  readonly name: string
  readonly read: (text: string) => string | null
  readonly length: number
  /** Whether digits of that length are right. */
  readonly holds: (digits: string) => boolean
  /** Right digits made from random ones. */
  readonly complete: (digits: string) => string
  /** Marks people put between the digits. */
  readonly marks: string
  readonly before?: string
}

const big = (digits: string): bigint => BigInt(digits)
const two = (value: bigint | number): string => String(value).padStart(2, '0')
const twelve = (digits: string): string => digits.slice(0, 10) + two(big(digits.slice(0, 10)) % 97n || 97n)
const ten = (digits: string): string => digits.slice(0, 8) + two(97n - (big(digits.slice(0, 8)) % 97n))
const from = (first: string, digits: string): string =>
  `${(first.includes(digits[0] ?? '') ? digits : first).slice(0, 1)}${digits.slice(1)}`

const month = (digits: string): number => Number(digits.slice(2, 4))
const isMonth = (digits: string): boolean =>
  [0, 20, 40].some((base) => month(digits) >= base && month(digits) <= base + 12)
const nissChecks = (digits: string): string[] =>
  (Number(digits.slice(0, 2)) <= 26 ? ['', '2'] : ['']).map((century) =>
    two(97n - (big(century + digits.slice(0, 9)) % 97n)),
  )

const KINDS: readonly Kind[] = [
  {
    name: 'NISS',
    read: (text) => {
      const niss = parseNiss(text, TODAY)
      return typeof niss === 'string' ? null : niss.digits
    },
    length: 11,
    holds: (digits) => isMonth(digits) && nissChecks(digits).includes(digits.slice(9)),
    complete: (digits) => {
      const base =
        digits.slice(0, 2) + two([0, 7, 12, 20, 32, 41, 52][month(digits) % 7]!) + digits.slice(4, 9)
      return base + nissChecks(base).at(-(Number(digits[10]) % 2))!
    },
    marks: ' .-',
  },
  {
    name: 'enterprise number',
    read: parseEnterpriseNumber,
    length: 10,
    holds: (digits) => /^[01]/.test(digits) && digits === ten(digits) && digits !== '0000000000',
    complete: (digits) => ten(from('01', digits)),
    marks: ' .-/',
    before: 'BE ',
  },
  {
    name: 'establishment number',
    read: parseEstablishmentNumber,
    length: 10,
    holds: (digits) => /^[2-8]/.test(digits) && digits === ten(digits),
    complete: (digits) => ten(from('2345678', digits)),
    marks: ' .-/',
  },
  {
    name: 'structured communication',
    read: parseStructuredCommunication,
    length: 12,
    holds: (digits) => digits === twelve(digits),
    complete: twelve,
    marks: '+/*. -',
    before: '+++',
  },
  {
    name: 'card number',
    read: parseCardNumber,
    length: 12,
    holds: (digits) => digits === twelve(digits),
    complete: twelve,
    marks: '- ',
  },
  {
    name: 'Belgian account number',
    read: (text) => parseBelgianIban(text)?.slice(2) ?? null,
    length: 14,
    holds: (digits) => digits === account(digits),
    complete: (digits) => account(digits),
    marks: ' .-',
    before: 'BE',
  },
]

/** ISO check digits and fourteen digits whose last two are the national check. */
function account(digits: string): string {
  const national = twelve(digits.slice(2))
  return two(98n - (big(`${national}111400`) % 97n)) + national
}

const digitsOf = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''))
/** The same digits with marks anywhere between them. */
const dressed = (digits: string, { marks, before = '' }: Kind) =>
  fc
    .array(fc.constantFrom('', '', ...marks.split('')), {
      minLength: digits.length,
      maxLength: digits.length,
    })
    .map((between) => before + Array.from(digits, (digit, at) => digit + (between[at] ?? '')).join(''))

describe.each(KINDS)('any $name', (kind) => {
  const { read, length, holds, complete } = kind
  const written = (digits: string): string => (kind.before === 'BE' ? `BE${digits}` : digits)

  it('is read when its check digits are right', () => {
    fc.assert(
      fc.property(digitsOf(length), (digits) => {
        expect(read(written(complete(digits)))).toBe(complete(digits))
      }),
    )
  })

  it('is refused when they are not', () => {
    fc.assert(
      fc.property(
        digitsOf(length),
        fc.nat({ max: length - 1 }),
        fc.integer({ min: 1, max: 9 }),
        (random, at, step) => {
          const right = complete(random)
          const changed = `${right.slice(0, at)}${(Number(right[at]) + step) % 10}${right.slice(at + 1)}`
          for (const digits of [random, changed])
            expect(read(written(digits))).toBe(holds(digits) ? digits : null)
        },
      ),
    )
  })

  it('is refused when a digit is missing, added or no digit', () => {
    fc.assert(
      fc.property(digitsOf(length), fc.nat({ max: length - 1 }), (random, at) => {
        const right = complete(random)
        expect(read(written(`${right}0`))).toBeNull()
        expect(read(written(`${right.slice(0, at)}O${right.slice(at + 1)}`))).toBeNull()
        if (kind.name !== 'enterprise number') expect(read(written(right.slice(1)))).toBeNull()
      }),
    )
  })

  it('has one verdict however it is written', () => {
    const number = digitsOf(length).chain((random) => fc.constantFrom(random, complete(random)))
    const forms = number.chain((digits) => fc.tuple(fc.constant(digits), dressed(digits, kind)))
    fc.assert(
      fc.property(forms, ([digits, text]) => {
        expect(read(text)).toBe(read(written(digits)))
      }),
    )
  })
})

describe('a number that only one office knows', () => {
  it('is taken as it is, without its marks', () => {
    expect(parseOnssNumber('1234567-89')).toBe('123456789')
    expect(['', 'RSZ 12', '12a'].map(parseOnssNumber)).toEqual([null, null, null])
  })
})

describe('a NISS with a fictitious date', () => {
  it.each(['000001', '002001', '004001'])('of %s is valid and says no date', (start) => {
    const digits = start + '001' + two(97n - (big(`${start}001`) % 97n))
    expect(parseNiss(digits, TODAY)).toMatchObject({ digits, birthDate: null })
  })
})

import { dayOf, type IsoDay } from '#domain/dates.ts'

/** A national register number (NN) or BIS number whose check digits are right. */
export interface Niss {
  /** Eleven digits. */
  readonly digits: string
  readonly kind: 'NN' | 'BIS'
  /** Null when the number does not say it: unknown month or day. */
  readonly birthDate: IsoDay | null
  /** Null for a BIS number given before the sex was known. */
  readonly sex: 'M' | 'F' | null
}

/** Why a text is no NISS. */
export type NissFault = 'length' | 'checksum' | 'month'

const checkOf = (number: number): number => 97 - (number % 97)

const ELEVEN_DIGITS = /^\d{11}$/

/** 1900 or 2000 by the check digits, null when neither fits; 20YY is not tried in the future. */
function centuryOf(number: number, asOf: IsoDay): number | null {
  const base = Math.floor(number / 100)
  const check = number % 100
  if (checkOf(base) === check) return 1900
  const mayBe2000 = 2000 + digitsAt(number, 9) <= Number(asOf.slice(0, 4))
  return mayBe2000 && checkOf(2_000_000_000 + base) === check ? 2000 : null
}

/** Two digits of a number, those before its last `places`. */
const digitsAt = (number: number, places: number): number => Math.floor(number / 10 ** places) % 100

/**
 * Reads a NISS, with or without punctuation (`docs/domain/identifiers.md`).
 * @param asOf the day the listing was extracted: a birth year after it is of the century before
 */
export function parseNiss(text: string, asOf: IsoDay): Niss | NissFault {
  const digits = ELEVEN_DIGITS.test(text) ? text : text.replace(/[\s.-]/g, '')
  if (!ELEVEN_DIGITS.test(digits)) return 'length'
  const number = Number(digits)
  const century = centuryOf(number, asOf)
  if (century === null) return 'checksum'
  const month = digitsAt(number, 7)
  if (month % 20 > 12 || month > 52) return 'month'
  const odd = digitsAt(number, 2) % 2 === 1
  return {
    digits,
    kind: month < 20 ? 'NN' : 'BIS',
    birthDate: dayOf(century + digitsAt(number, 9), month % 20, digitsAt(number, 5)),
    sex: month >= 20 && month < 40 ? null : odd ? 'M' : 'F',
  }
}

/** `85073003328` → `85.07.30-033.28`. */
export const formatNiss = (digits: string): string =>
  digits.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})(\d\d)$/, '$1.$2.$3-$4.$5')

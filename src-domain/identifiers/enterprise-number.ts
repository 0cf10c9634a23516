/**
 * Reads an enterprise number (BCE/KBO): `0239.843.188`, `BE 428759497`, `(0)403019261` (`docs/domain/identifiers.md`).
 * @returns ten digits, or null when it is none
 */
export function parseEnterpriseNumber(text: string): string | null {
  const plain = plainNumber(text)
  const digits = /^\d{9}$/.test(plain) ? `0${plain}` : plain
  return /^[01]\d{9}$/.test(digits) && hasRightCheck(digits) ? digits : null
}

const plainNumber = (text: string): string =>
  text
    .toUpperCase()
    .replace(/^\s*BE/, '')
    .replace('(0)', '0')
    .replace(/[\s.\-/]/g, '')

/** Why a text is no enterprise number; null when it is one. */
export function enterpriseNumberFault(
  text: string,
): 'character' | 'country' | 'length' | 'range' | 'check' | null {
  const plain = plainNumber(text)
  if (/^[A-Z]{2}\d/.test(plain)) return 'country'
  if (!/^\d*$/.test(plain)) return 'character'
  if (plain.length !== 9 && plain.length !== 10) return 'length'
  if (plain.length === 10 && !/^[01]/.test(plain)) return 'range'
  return parseEnterpriseNumber(plain) === null ? 'check' : null
}

/** The last two of ten digits complete the first eight to a multiple of 97. */
function hasRightCheck(digits: string): boolean {
  const check = Number(digits.slice(8))
  return check > 0 && (Number(digits.slice(0, 8)) + check) % 97 === 0
}

/**
 * Reads the number of an establishment unit: the same check, first digit 2 to 8 (`docs/domain/identifiers.md`).
 * @returns ten digits, or null when it is none
 */
export function parseEstablishmentNumber(text: string): string | null {
  const digits = text.replace(/[\s.\-/]/g, '')
  return /^[2-8]\d{9}$/.test(digits) && hasRightCheck(digits) ? digits : null
}

/** `0239843188` → `0239.843.188`. */
export const formatEnterpriseNumber = (digits: string): string =>
  digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3')

/** Twelve digits of which the last two are the first ten mod 97, 97 for 0; null otherwise. */
function checkedTwelve(digits: string): string | null {
  if (!/^\d{12}$/.test(digits)) return null
  const check = Number(digits.slice(0, 10)) % 97 || 97
  return check === Number(digits.slice(10)) ? digits : null
}

/**
 * Reads a structured communication (OGM/VCS) as people write it: with plus signs, stars or none, in groups set apart by
 * slashes, dots, hyphens or blanks → twelve digits, or null when they are not twelve or the check digits are wrong
 * (`docs/domain/identifiers.md`).
 */
export const parseStructuredCommunication = (text: string): string | null =>
  checkedTwelve(text.replace(/[\s+*/.-]/g, ''))

/** `010806817183` → `+++010/8068/17183+++`. */
export const formatStructuredCommunication = (digits: string): string =>
  digits.replace(/^(\d{3})(\d{4})(\d{5})$/, '+++$1/$2/$3+++')

/** Reads the number of an eID card: `591-1917064-58` → twelve digits, or null (`docs/domain/identifiers.md`). */
export const parseCardNumber = (text: string): string | null => checkedTwelve(text.replace(/[\s-]/g, ''))

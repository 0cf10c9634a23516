/** Eleven digits in the grouping of a national number, `85.07.30-033.28`, separators optional. */
const SHAPE = /(?<![\w-])(\d{2})([ .]?)(\d{2})\2(\d{2})([ .-]?)(\d{3})([ .]?)(\d{2})(?![\w-])/g

/**
 * Replaces every national number (NISS/BIS) in every text of a value: a typed-in one must not reach a report
 * (`docs/domain/report.md`). Punctuated ones are replaced whatever their check digits; bare digits only when these fit.
 */
export function maskNationalNumbers<T>(value: T, mask: string): T {
  if (typeof value === 'string') return maskText(value, mask) as T
  if (Array.isArray(value)) return value.map((item: unknown) => maskNationalNumbers(item, mask)) as T
  if (typeof value !== 'object' || value === null) return value
  const masked = Object.entries(value).map(([key, item]) => [key, maskNationalNumbers<unknown>(item, mask)])
  return Object.fromEntries(masked) as T
}

function maskText(text: string, mask: string): string {
  return text.replace(SHAPE, (found, ...groups: string[]) => {
    const [year, , month, day, dash, serial, , check] = groups
    const isPunctuated = dash !== '' && found.length >= 13
    return isPunctuated || checkFits(`${year}${month}${day}${serial}`, Number(check)) ? mask : found
  })
}

/** 97 − (first nine digits mod 97), with a 2 before them for those born from 2000 on (`docs/domain/identifiers.md`). */
function checkFits(nine: string, check: number): boolean {
  return [nine, `2${nine}`].some((digits) => 97 - (Number(digits) % 97) === check)
}

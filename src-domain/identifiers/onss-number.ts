/**
 * Reads an ONSS/RSZ number: digits that say nothing. It has a control number in social messages, but its rule was not
 * confirmed (`docs/domain/identifiers.md`), so none is checked.
 * @returns the digits, or null when there is anything but digits and marks between them
 */
export function parseOnssNumber(text: string): string | null {
  const digits = text.replace(/[\s.\-/]/g, '')
  return /^\d+$/.test(digits) ? digits : null
}

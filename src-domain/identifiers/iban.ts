/** The remainder mod 97 of a number of any length, as ISO 7064 wants it. */
const mod97 = (digits: string): number => Number(BigInt(digits) % 97n)

/**
 * Reads a Belgian account number: ISO check and national check (`docs/domain/identifiers.md`).
 * @returns `BE` and fourteen digits, or null when it is none
 */
export function parseBelgianIban(text: string): string | null {
  const plain = plainIban(text)
  const match = /^BE(\d{2})(\d{10})(\d{2})$/.exec(plain)
  if (!match) return null
  const [, check = '', account = '', national = ''] = match
  const isoHolds = mod97(`${account}${national}1114${check}`) === 1
  const nationalHolds = (Number(account) % 97 || 97) === Number(national)
  return isoHolds && nationalHolds ? plain : null
}

const plainIban = (text: string): string => text.toUpperCase().replace(/[\s.-]/g, '')

/** Why a text is no Belgian account number; null when it is one. */
export function ibanFault(text: string): 'character' | 'country' | 'length' | 'check' | null {
  const plain = plainIban(text)
  if (!/^[A-Z0-9]*$/.test(plain)) return 'character'
  if (!plain.startsWith('BE')) return 'country'
  if (!/^BE\d*$/.test(plain)) return 'character'
  if (plain.length !== 'BE68539007547034'.length) return 'length'
  return parseBelgianIban(plain) === null ? 'check' : null
}

/** `BE68539007547034` → `BE68 5390 0754 7034`. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')

import { Type } from 'typebox'

/** An amount of money: whole euro cents, so that sums are exact. */
export const Cents = Type.Integer({ minimum: -9_000_000_000_000, maximum: 9_000_000_000_000 })

/** Money as an inspector types it: `1.234,56`, `1 234,56 €`, `1234.5`; null when it is not an amount. */
export function parseEuros(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '')
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?$/.exec(plain)
  if (!match) return null
  const [, sign, whole = '', cents = ''] = match
  const amount = Number(whole.replaceAll('.', '')) * 100 + Number(cents.padEnd(2, '0'))
  return amount <= 9_000_000_000_000 ? (sign ? -amount : amount) : null
}

/** `1265000` → `12 650,00 €` (fr) or `€ 12.650,00` (nl): the Belgian forms. */
export function formatEuros(cents: number, language: string): string {
  return new Intl.NumberFormat(`${language}-BE`, { style: 'currency', currency: 'EUR' }).format(cents / 100)
}

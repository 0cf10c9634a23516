import { Type } from 'typebox'
import { numberFormat } from '#domain/i18n/number-format.ts'

/** An amount of money: whole euro cents, so that sums are exact. */
export const Cents = Type.Integer({ minimum: -9_000_000_000_000, maximum: 9_000_000_000_000 })

/** Money as an inspector types it: `1.234,56`, `1 234,56 €`, `1234.5`; null when it is not an amount. */
export function parseEuros(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '')
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?$/.exec(plain)
  if (!match) return null
  const [, sign, whole = '', cents = ''] = match
  const amount = Number(whole.replaceAll('.', '')) * 100 + Number(cents.padEnd(2, '0'))
  return amount <= 9_000_000_000_000 ? (sign && amount ? -amount : amount) : null
}

/** The nearest whole number; halves away from zero, for negatives too (`domain.md` §E.0). */
export const roundHalfUp = (value: number): number =>
  Math.sign(value) * Math.floor(Math.abs(value) + 0.5) || 0

/**
 * factors multiplied, divided by `divisor`, rounded half up: exact for whole numbers of any size.
 * @returns whole cents when the quotient is in cents
 */
export function multiplyExactly(factors: readonly number[], divisor: number): number {
  const plain = factors.reduce((left, factor) => left * factor, 1)
  const doubled = 2 * Math.abs(plain) + divisor
  // below 2^53 every step of the plain way is exact too
  if (doubled < Number.MAX_SAFE_INTEGER)
    return (Math.sign(plain) * (doubled - (doubled % (2 * divisor)))) / (2 * divisor) || 0
  const product = factors.reduce((left, factor) => left * BigInt(factor), 1n)
  const [size, by] = [product < 0n ? -product : product, BigInt(divisor)]
  const nearest = Number((2n * size + by) / (2n * by))
  return product < 0n ? -nearest || 0 : nearest
}

/** `1265000` → `12 650,00 €` (fr) or `€ 12.650,00` (nl): the Belgian forms. */
export function formatEuros(cents: number, language: string): string {
  return numberFormat(language, { style: 'currency', currency: 'EUR' }).format(cents / 100)
}

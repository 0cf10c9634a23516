import { Type } from 'typebox'
import { Exact } from '#domain/exact.ts'
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

/** The nearest whole number; halves away from zero, for negatives too (`docs/formulas.md`). */
export const roundHalfUp = (value: number): number =>
  Math.sign(value) * Math.floor(Math.abs(value) + 0.5) || 0

/**
 * factors multiplied, divided by `divisor`, rounded once: to the nearest whole number, halves away from zero. Exact for
 * numbers of any size and for decimals as they are written (0.1 is one tenth).
 * @returns whole cents when the quotient is in cents
 */
export function multiplyExactly(factors: readonly number[], divisor = 1): number {
  const plain = factors.reduce((left, factor) => left * factor, 1)
  const doubled = 2 * Math.abs(plain) + divisor
  // below 2^53 every step of the plain way is exact too
  if (doubled < Number.MAX_SAFE_INTEGER && [...factors, divisor].every(Number.isInteger))
    return (Math.sign(plain) * (doubled - (doubled % (2 * divisor)))) / (2 * divisor) || 0
  const product = factors.reduce((left, factor) => left.times(Exact.of(factor)), Exact.of(1))
  return product.over(Exact.of(divisor)).rounded()
}

/** `1265000` → `12 650,00 €` (fr) or `€ 12.650,00` (nl): the Belgian forms. */
export function formatEuros(cents: number, language: string): string {
  return numberFormat(language, { style: 'currency', currency: 'EUR' }).format(cents / 100)
}

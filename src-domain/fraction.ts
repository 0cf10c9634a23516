/** A number as a fraction of whole numbers, exact. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

/**
 * A decimal number as it is written: 0.55 is 55/100, whatever the binary number nearest to it.
 * @param value finite
 */
export function fractionOf(value: number): Fraction {
  const [digits = '', exponent = '0'] = String(value).split('e')
  const [whole = '', decimals = ''] = digits.split('.')
  const power = Number(exponent) - decimals.length
  const over = BigInt(whole + decimals)
  return power >= 0
    ? { over: over * 10n ** BigInt(power), under: 1n }
    : { over, under: 10n ** BigInt(-power) }
}

/** The product of decimal numbers, exact. */
export const productOf = (factors: readonly number[]): Fraction =>
  factors
    .map(fractionOf)
    .reduce((product, one) => ({ over: product.over * one.over, under: product.under * one.under }), {
      over: 1n,
      under: 1n,
    })

/** Whether `part` is at least `share` of `whole`; whole numbers, compared without rounding. */
export function reachesShare(part: number, share: number, whole: number): boolean {
  const { over, under } = fractionOf(share)
  return BigInt(part) * under >= over * BigInt(whole)
}

/** `share` of `whole`, rounded up to a whole number; exact. */
export function shareRoundedUp(share: number, whole: number): number {
  const { over, under } = fractionOf(share)
  return Number((over * BigInt(whole) + under - 1n) / under)
}

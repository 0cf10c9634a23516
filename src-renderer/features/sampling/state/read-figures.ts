import { parseEuros } from '#domain/money.ts'

/** A number as typed (`0,085`, `1 234.5`); null when it is none. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** Per cent as typed → 0 to 1; null when it is no number up to 100. Exact to the millionth, as it was typed. */
export function readShare(text: string): number | null {
  const value = readNumber(text)
  return value === null || value > 100 ? null : Number((value / 100).toFixed(8))
}

/** Euros as typed → cents, zero or more. */
export function readEuros(text: string): number | null {
  const cents = parseEuros(text)
  return cents === null || cents < 0 ? null : cents
}

/** `0.004` → `0,4`. */
export const writeShare = (share: number): string =>
  String(Number((share * 100).toFixed(6))).replace('.', ',')

/** `115000` → `1150,00`. */
export const writeEuros = (cents: number): string =>
  `${Math.floor(cents / 100)},${String(Math.round(cents) % 100).padStart(2, '0')}`

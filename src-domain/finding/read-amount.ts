import { parseEuros } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'

/**
 * The amount of a finding as typed, in cents; null for an empty field.
 * Errors: `finding.not-an-amount`, `finding.negative-amount`.
 */
export function readAmount(text: string): Result<number | null> {
  if (text.trim() === '') return ok(null)
  const cents = parseEuros(text)
  if (cents === null) return err('finding.not-an-amount')
  return cents < 0 ? err('finding.negative-amount') : ok(cents)
}

/** `1265000` → `12 650,00`: the amount as an inspector would type it; empty for none. */
export function writeAmount(cents: number | null): string {
  if (cents === null) return ''
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${whole},${String(cents % 100).padStart(2, '0')}`
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAmount, writeAmount } from '#domain/finding/read-amount.ts'

describe('amount of a finding', () => {
  test.each([
    ['1.234,56', 123_456],
    ['1 234,56 €', 123_456],
    ['1234.5', 123_450],
    ['0', 0],
    ['  ', null],
  ])('reads %j', (text, cents) => {
    expect(readAmount(text)).toEqual({ ok: true, value: cents })
  })

  test.each(['douze', '1,234,5', '12,345', '1.23.4'])('says that %j is not an amount', (text) => {
    expect(readAmount(text)).toMatchObject({ ok: false, error: { code: 'finding.not-an-amount' } })
  })

  test('refuses an amount below zero', () => {
    expect(readAmount('-5')).toMatchObject({ ok: false, error: { code: 'finding.negative-amount' } })
  })

  test('what it writes, it reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), (cents) => {
        expect(readAmount(writeAmount(cents))).toEqual({ ok: true, value: cents })
      }),
    )
    expect(writeAmount(null)).toBe('')
    expect(writeAmount(1_265_000)).toBe('12\u00a0650,00')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failureClass, isUnreachable, retryDelay } from '#renderer/sync/failure-class.ts'

describe('what is done about a failure', () => {
  it.each([
    ['sync.gap', 'gap'],
    ['sync.epoch', 'epoch'],
    ['sync.forked', 'forked'],
    ['session.expired', 'sign-in'],
    ['session.wait', 'retry'],
    ['request.too-large', 'halve'],
    ['sync.app-too-old', 'update'],
    ['sync.scope-revoked', 'revoked'],
    ['request.unexpected', 'retry'],
    ['central.unreachable', 'retry'],
  ] as const)('%s: %s', (code, way) => expect(failureClass({ code })).toBe(way))

  it('tells an unreachable central store from one that answers badly', () => {
    expect(isUnreachable({ code: 'central.unreachable' })).toBe(true)
    expect(isUnreachable({ code: 'request.unexpected' })).toBe(false)
  })
})

describe('retryDelay', () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

  it('is between nothing and a bound that doubles up to five minutes', () => {
    fc.assert(
      fc.property(fc.nat(60), chance, (attempt, luck) => {
        const delay = retryDelay(attempt, luck)
        expect(delay).toBeGreaterThanOrEqual(0)
        expect(delay).toBeLessThanOrEqual(Math.min(300_000, 2_000 * 2 ** attempt))
      }),
    )
  })

  it('is never shorter than what the central store asked for', () => {
    fc.assert(
      fc.property(fc.nat(20), chance, fc.nat(600), (attempt, luck, seconds) => {
        const error = { code: 'session.wait', details: { seconds } }
        expect(retryDelay(attempt, luck, error)).toBeGreaterThanOrEqual(seconds * 1000)
      }),
    )
  })
})

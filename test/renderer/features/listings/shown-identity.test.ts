import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  hideIdentity,
  revealIdentity,
  useShownIdentity,
  type Identity,
} from '#renderer/features/listings/state/shown-identity.ts'

const nadia: Identity = { rowKey: 'P-0001', fields: [{ title: 'Nom', value: 'ALPHA' }] }
const ilias: Identity = { rowKey: 'P-0002', fields: [{ title: 'Nom', value: 'BRAVO' }] }
const seen = () => useShownIdentity.getState()

describe('an identity in sight', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => {
    hideIdentity()
    vi.useRealTimers()
  })

  it('counts down from 30 seconds and is gone at the end', () => {
    revealIdentity(nadia)
    expect(seen()).toEqual({ shown: nadia, secondsLeft: 30 })
    vi.advanceTimersByTime(1000)
    expect(seen().secondsLeft).toBe(29)
    vi.advanceTimersByTime(28_000)
    expect(seen()).toEqual({ shown: nadia, secondsLeft: 1 })
    vi.advanceTimersByTime(1000)
    expect(seen()).toEqual({ shown: null, secondsLeft: 0 })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is gone at once when it is hidden, and never comes back by itself', () => {
    revealIdentity(nadia)
    vi.advanceTimersByTime(5000)
    hideIdentity()
    expect(seen().shown).toBeNull()
    vi.advanceTimersByTime(60_000)
    expect(seen().shown).toBeNull()
  })

  it('makes place for another, whose time is its own', () => {
    revealIdentity(nadia)
    vi.advanceTimersByTime(20_000)
    revealIdentity(ilias)
    vi.advanceTimersByTime(15_000)
    expect(seen()).toEqual({ shown: ilias, secondsLeft: 15 })
  })

  it('is gone after a sleep of the laptop that was longer than its time', () => {
    revealIdentity(nadia)
    vi.setSystemTime(Date.now() + 3_600_000)
    vi.advanceTimersByTime(1000)
    expect(seen().shown).toBeNull()
  })
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lockWhenAway } from '#main/services/auto-lock.ts'

let open = true
let idle = 0
const listeners = new Map<string, () => void>()
const locked: string[] = []

beforeEach(() => {
  vi.useFakeTimers()
  open = true
  idle = 0
  locked.length = 0
  lockWhenAway({
    monitor: { getSystemIdleTime: () => idle, on: (event, listener) => void listeners.set(event, listener) },
    idleSeconds: 600,
    isOpen: () => open,
    lock: (reason) => {
      open = false
      locked.push(reason)
    },
  })
})
afterEach(() => vi.useRealTimers())

it('locks once after ten minutes without a touch', () => {
  idle = 599
  vi.advanceTimersByTime(60_000)
  expect(locked).toEqual([])
  idle = 600
  vi.advanceTimersByTime(60_000)
  expect(locked).toEqual(['idle'])
})

it('locks when the computer sleeps or its screen is locked, and does nothing while locked', () => {
  listeners.get('suspend')?.()
  expect(locked).toEqual(['suspend'])
  listeners.get('lock-screen')?.()
  expect(locked).toHaveLength(1)
  open = true
  listeners.get('lock-screen')?.()
  expect(locked).toHaveLength(2)
})

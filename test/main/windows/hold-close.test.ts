import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LEAVE_LIMIT_MS, type LeaveAnswer } from '#main/services/leave.ts'
import { holdClose } from '#main/windows/hold-close.ts'

const SAVED: LeaveAnswer = { atStake: 0, reason: null }
const FULL: LeaveAnswer = { atStake: 2, reason: 'store.disk-full' }

let close: () => boolean
let open = true
let crashed = false
let destroyed = 0
/** What the page was asked, to be answered by the test. */
let answers: ((answer: LeaveAnswer) => void)[] = []
/** What the user was asked, and how it is answered. */
let asked: ('silent' | LeaveAnswer)[] = []
let closesAnyway = false
let silences: AbortSignal[] = []

beforeEach(() => {
  vi.useFakeTimers()
  ;[open, crashed, destroyed, closesAnyway] = [true, false, 0, false]
  ;[answers, asked, silences] = [[], [], []]
  const window = {
    webContents: { isCrashed: () => crashed },
    on: (_: 'close', listener: (event: { preventDefault(): void }) => void) => {
      close = () => {
        let held = false
        listener({ preventDefault: () => void (held = true) })
        return held
      }
    },
    destroy: () => {
      destroyed += 1
    },
  }
  holdClose(window, {
    isOpen: () => open,
    ask: () => new Promise((resolve) => answers.push(resolve)),
    whenSilent: (answered) => {
      asked.push('silent')
      silences.push(answered)
      return closesAnyway
        ? Promise.resolve(true)
        : new Promise((resolve) => answered.addEventListener('abort', () => resolve(false)))
    },
    whenAtStake: (answer) => {
      asked.push(answer)
      return Promise.resolve(closesAnyway)
    },
  })
})

afterEach(() => vi.useRealTimers())

/** Everything that is due happens; no time passes. */
const settled = () => vi.advanceTimersByTimeAsync(0)

describe('the window', () => {
  it('stays until the page has answered that all is saved, then closes', async () => {
    expect(close()).toBe(true)
    expect(destroyed).toBe(0)
    answers[0]?.(SAVED)
    await settled()
    expect(destroyed).toBe(1)
    expect(asked).toEqual([])
  })

  it('asks the page once, however often it is closed meanwhile', () => {
    close()
    expect(close()).toBe(true)
    expect(answers).toHaveLength(1)
  })

  it('stays when a text can’t be saved and the user goes back, and asks again the next time', async () => {
    close()
    answers[0]?.(FULL)
    await settled()
    expect([asked, destroyed]).toEqual([[FULL], 0])
    close()
    answers[1]?.(SAVED)
    await settled()
    expect(destroyed).toBe(1)
  })

  it('closes with what is lost when the user says so', async () => {
    closesAnyway = true
    close()
    answers[0]?.(FULL)
    await settled()
    expect(destroyed).toBe(1)
    expect(asked).toEqual([FULL])
  })

  it('asks the user about a page that does not answer, and takes the question back when it does', async () => {
    close()
    await vi.advanceTimersByTimeAsync(LEAVE_LIMIT_MS)
    expect(asked).toEqual(['silent'])
    answers[0]?.(SAVED)
    await settled()
    expect(destroyed).toBe(1)
    expect(silences[0]?.aborted).toBe(true)
  })

  it('closes without the answer of the page when the user does not wait', async () => {
    closesAnyway = true
    close()
    await vi.advanceTimersByTimeAsync(LEAVE_LIMIT_MS)
    expect(destroyed).toBe(1)
    expect(asked).toEqual(['silent'])
  })

  it.each([
    ['a locked vault', () => (open = false)],
    ['a page that crashed', () => (crashed = true)],
  ])('closes at once with %s: nothing typed is there', (_, arrange) => {
    arrange()
    expect(close()).toBe(false)
    expect(answers).toEqual([])
  })
})

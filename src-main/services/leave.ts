import type { InputOf, PayloadOf } from '#bridge/contract.ts'
import type { Announce } from '#main/windows/announce.ts'

/** What the page says when it has written what it could: how many texts it could not, and why the first of them. */
export type LeaveAnswer = Pick<InputOf<'leave:answer'>, 'atStake' | 'reason'>

/** How long main waits for the page before it goes on, or asks the user. */
export const LEAVE_LIMIT_MS = 5_000

export interface Leave {
  /** Asks the page to bring everything typed to the disk; resolves when it says that it has. */
  readonly ask: (why: PayloadOf<'leave:asked'>['why']) => Promise<LeaveAnswer>
  readonly answer: (answer: InputOf<'leave:answer'>) => void
}

/** Nothing is closed or locked before the page was heard: only it knows what is typed. */
export function createLeave(announce: Announce): Leave {
  const waiting = new Map<number, (answer: LeaveAnswer) => void>()
  let turns = 0
  return {
    ask: (why) =>
      new Promise((resolve) => {
        turns += 1
        waiting.set(turns, resolve)
        announce('leave:asked', { turn: turns, why })
      }),
    answer: ({ turn, ...answer }) => {
      waiting.get(turn)?.(answer)
      waiting.delete(turn)
    },
  }
}

/** What `promise` becomes, or null when it takes longer than `limitMs`. */
export async function within<T>(promise: Promise<T>, limitMs: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs)
  })
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

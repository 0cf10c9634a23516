import path from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { readIfPresent, writeAll, writeAtomically } from '#main/services/atomic-file.ts'

const Attempts = Type.Object({ failures: Type.Integer({ minimum: 0 }), lastAt: Type.Number() })
const FREE_TRIES = 3
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 15 * 60_000

/** Counts wrong passphrases in a file, so that a restart doesn't shorten the wait. */
export interface AttemptCounter {
  /** Milliseconds until another passphrase may be tried. */
  waitMs(): Promise<number>
  /** Counts a try as failed; called before it is made, so that killing the app in between gains nothing. */
  begin(): Promise<void>
  succeed(): Promise<void>
}

/** The wait after so many wrong tries: none for the first three, then 2 s, 4 s, 8 s … 15 min. */
export function waitAfter(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_TRIES))
}

/** @param now milliseconds since 1970 */
export function attemptCounter(folder: string, now: () => number): AttemptCounter {
  const file = path.join(folder, 'attempts.json')
  const save = (failures: number): Promise<void> => {
    const text = JSON.stringify({ failures, lastAt: now() })
    return writeAtomically(file, (handle) => writeAll(handle, Buffer.from(text)))
  }
  return {
    waitMs: async () => {
      const { failures, lastAt } = await readAttempts(file)
      // A clock set back must not lengthen the wait beyond its own length, nor one set forward make it negative.
      const left = lastAt + waitAfter(failures) - now()
      return Math.max(0, Math.min(left, waitAfter(failures)))
    },
    begin: async () => save((await readAttempts(file)).failures + 1),
    succeed: () => save(0),
  }
}

async function readAttempts(file: string): Promise<{ failures: number; lastAt: number }> {
  const text = await readIfPresent(file)
  try {
    const read: unknown = text === null ? null : JSON.parse(text.toString('utf8'))
    return Value.Check(Attempts, read) ? read : { failures: 0, lastAt: 0 }
  } catch {
    return { failures: 0, lastAt: 0 }
  }
}

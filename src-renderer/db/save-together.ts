import type { AppError, Result } from '#domain/result.ts'
import { ok } from '#domain/result.ts'
import { actTables } from '#renderer/db/records.ts'
import { currentStore } from '#renderer/db/store.ts'

class Refused extends Error {
  readonly error: AppError
  constructor(error: AppError) {
    super(error.code)
    this.error = error
  }
}

/**
 * Several records in one act, all or none, in the order given: one strict transaction around the transactions of
 * `saveRecord`. The first refusal undoes those before it and is the answer.
 */
export async function saveTogether(acts: readonly (() => Promise<Result<null>>)[]): Promise<Result<null>> {
  const { db } = currentStore()
  try {
    await db.transaction('rw', actTables(db), async () => {
      for (const act of acts) {
        const saved = await act()
        if (!saved.ok) throw new Refused(saved.error)
      }
    })
    return ok(null)
  } catch (cause) {
    if (cause instanceof Refused) return { ok: false, error: cause.error }
    throw cause
  }
}

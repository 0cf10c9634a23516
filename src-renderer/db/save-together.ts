import type { Table } from 'dexie'
import { ok, type AppError, type Result } from '#domain/result.ts'
import { actTables } from '#renderer/db/records.ts'
import { currentStore } from '#renderer/db/store.ts'

class Refused extends Error {
  readonly error: AppError
  constructor(error: AppError) {
    super(error.code)
    this.error = error
  }
}

/** Runs `act` in one strict transaction around those of its parts; a failure, its own or of a part, undoes it all. */
export async function allOrNothing<T>(
  tables: readonly Table[],
  act: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await currentStore().db.transaction('rw', [...tables], async () => {
      const done = await act()
      if (!done.ok) throw new Refused(done.error)
      return done
    })
  } catch (cause) {
    if (cause instanceof Refused) return { ok: false, error: cause.error }
    throw cause
  }
}

/** Several records in one act, all or none, in the order given; the first refusal is the answer. What was refused before
 * may be let go in the same act. */
export async function saveTogether(acts: readonly (() => Promise<Result<null>>)[]): Promise<Result<null>> {
  const { db } = currentStore()
  return await allOrNothing([...actTables(db), db.refused, db.bin], async () => {
    for (const act of acts) {
      const saved = await act()
      if (!saved.ok) return saved
    }
    return ok(null)
  })
}

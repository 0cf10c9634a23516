import { err, ok, type Result } from '#domain/result.ts'
import { mayWrite } from '#renderer/db/guards.ts'
import { queueMutation, withViews } from '#renderer/db/log.ts'
import { viewedInspection } from '#renderer/db/records.ts'
import type { BinRow, RecordRow, RefusedRow } from '#renderer/db/rows.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'
import { fillerOf } from '#renderer/db/sync-log.ts'

export type RefusedItem = RefusedRow
export type BinItem = BinRow

/** What the central store refused, oldest first, with the reason as an error code. Live. */
export async function listRefused(scope?: string): Promise<RefusedItem[]> {
  const { refused } = currentStore().db
  return scope === undefined
    ? await refused.orderBy('mid').toArray()
    : await refused.where({ scope }).sortBy('mid')
}

/** What was let go, newest first. Live. */
export async function listBin(): Promise<BinItem[]> {
  return await currentStore().db.bin.orderBy('mid').reverse().toArray()
}

/**
 * Sends a refused change once more, as a new one at the end of the log, with the values that the record shows by now: a
 * correction made since is not undone. Errors: `store.not-refused`, and those of
 * `mayWrite` where the inspection does not stand where such a change belongs.
 */
export async function retryRefused(mid: number): Promise<Result<null>> {
  return await takeOut('refused', mid, async (db, refused, row) => {
    const { mutation } = refused
    const shown = Object.entries(row.view ?? {}).filter(([field]) => field in mutation.patch)
    const patch = { ...mutation.patch, ...Object.fromEntries(shown) }
    return await queueAgain(db, { ...refused, mutation: { ...mutation, patch } }, row)
  })
}

/** Lets a refused change go: it moves to the bin, and the record shows what the central store holds. */
export async function discardRefused(mid: number): Promise<Result<null>> {
  return await takeOut('refused', mid, async (db, refused) => {
    await db.bin.put({ ...refused, discardedAt: new Date().toISOString() })
    return ok(null)
  })
}

/** Puts a change that was let go into work again: it waits to be sent once more. Errors as `retryRefused`. */
export async function takeBack(mid: number): Promise<Result<null>> {
  return await takeOut('bin', mid, queueAgain)
}

/** Removes a change that was let go, and its copy in the log; nothing of it is left on this laptop. */
export async function removeForGood(mid: number): Promise<Result<null>> {
  return await takeOut('bin', mid, async (db, { scope }) => {
    if ((await db.outbox.get(mid)) !== undefined) await db.outbox.put(fillerOf(mid, scope))
    return ok(null)
  })
}

type Then = (db: LocalDb, change: RefusedRow, row: RecordRow) => Promise<Result<null>>

async function queueAgain(db: LocalDb, { scope, kind, mutation }: RefusedRow, row: RecordRow) {
  const allowed = mayWrite(await viewedInspection(db, scope), kind, mutation.patch)
  if (allowed.ok) await queueMutation(db, row, mutation)
  return allowed
}

/** Takes a change out of a table, and does with it what is wanted; a refusal leaves it where it is. */
async function takeOut(from: 'refused' | 'bin', mid: number, then: Then): Promise<Result<null>> {
  const { db } = currentStore()
  const tables = [db.refused, db.bin, db.outbox, db.records, db.meta]
  return await guarded(
    async () =>
      await db.transaction('rw', tables, async () => {
        const change = await db[from].get(mid)
        if (change === undefined) return err('store.not-refused')
        const row = (await db.records.get([change.kind, change.rec])) ?? emptyRow(change)
        const done = await then(db, change, row)
        if (!done.ok) return done
        await db[from].delete(mid)
        await db.records.bulkPut(await withViews(db, [row]))
        return ok(null)
      }),
  )
}

const emptyRow = ({ kind, rec, scope }: RefusedRow): RecordRow => ({
  ...{ kind, scope, id: rec },
  ...{ ver: 0, base: null, view: null },
})

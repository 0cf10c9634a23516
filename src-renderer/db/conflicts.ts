import { err, ok, type Result } from '#domain/result.ts'
import { queueMutation } from '#renderer/db/log.ts'
import type { ConflictRow, Data } from '#renderer/db/rows.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'

/** Open conflicts of an inspection: per field the value kept and the one that lost. Live. */
export async function listConflicts(inspectionId: string): Promise<ConflictRow[]> {
  const rows = await currentStore().db.conflicts.where('scope').equals(inspectionId).toArray()
  return rows.filter(({ resolved }) => !resolved).sort((a, b) => a.seq - b.seq)
}

/**
 * Closes a conflict with the values chosen, which become those of the record; one transaction.
 * Errors: `store.no-conflict`, `store.disk-full`.
 * @param chosen the value of each field in conflict, either of the two or a new one
 */
export async function resolveConflict(id: string, chosen: Data): Promise<Result<null>> {
  const { db } = currentStore()
  return await guarded(
    async () =>
      await db.transaction('rw', [db.conflicts, db.records, db.outbox, db.meta], async () => {
        const conflict = await db.conflicts.get(id)
        const row = conflict && (await db.records.get([conflict.kind, conflict.rec]))
        if (conflict === undefined || row === undefined || conflict.resolved) return err('store.no-conflict')
        await queueMutation(db, row, { op: 'resolve', patch: chosen, resolves: id })
        await db.records.put({ ...row, view: { ...row.view, ...chosen } })
        await db.conflicts.put({ ...conflict, resolved: true })
        return ok(null)
      }),
  )
}

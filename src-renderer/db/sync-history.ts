import type { HandshakeResponse, PullResponse } from '#domain/sync/protocol.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readCounter, withViews, writeMeta } from '#renderer/db/log.ts'
import type { RecordRow, ScopeRow } from '#renderer/db/rows.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { currentStore } from '#renderer/db/store.ts'

/** The central store's history as this laptop knows it, or null before the first sync. */
export async function readEpoch(): Promise<string | null> {
  const row = await currentStore().db.meta.get('epoch')
  return typeof row?.value === 'string' ? row.value : null
}

/**
 * Compares marks with the central store. When its history is another one (restored from a backup), everything it no
 * longer has is sent again, files too, and everything is pulled anew. `sync.forked`: it knows changes of this device
 * that this laptop never made, so the profile was copied or set back.
 */
export async function matchHistory({ epoch, lastMid }: HandshakeResponse): Promise<Result<null>> {
  const { db } = currentStore()
  return await db.transaction('rw', [db.meta, db.scopes, db.uploads], async () => {
    if (lastMid > (await readCounter(db, 'mid'))) return err('sync.forked')
    const known = await db.meta.get('epoch')
    if (known?.value === epoch) return ok(null)
    await writeMeta(db, 'epoch', epoch)
    if (known !== undefined) await restart(db, lastMid)
    return ok(null)
  })
}

async function restart(db: LocalDb, lastMid: number): Promise<void> {
  if (lastMid < (await readCounter(db, 'acked'))) await writeMeta(db, 'acked', lastMid)
  const scopes = await db.scopes.toArray()
  await db.scopes.bulkPut(scopes.map((scope) => ({ ...scope, cursor: 0, ackedSeq: 0 })))
  const uploads = await db.uploads.toArray()
  await db.uploads.bulkPut(uploads.map((upload) => ({ ...upload, state: 0 as const })))
}

/** Goes back to the number that the central store expects next; sends again from there. */
export async function goBackTo(expectedMid: number): Promise<void> {
  const { db } = currentStore()
  await db.transaction('rw', [db.meta], async () => {
    const acked = await readCounter(db, 'acked')
    if (expectedMid <= acked) await writeMeta(db, 'acked', Math.max(0, expectedMid - 1))
  })
}

export const pullTables = (db: LocalDb) => [
  db.records,
  db.conflicts,
  db.scopes,
  db.outbox,
  db.refused,
  db.meta,
]

/**
 * Takes in one page of a scope: records, conflicts and the cursor in one transaction, own unsent changes stay on top.
 * @param whole true when `page` is everything there is: what it does not name is gone
 */
export async function applyPage(scopeId: string, page: PullResponse, whole = false): Promise<void> {
  const { db } = currentStore()
  await db.transaction('rw', pullTables(db), async () => {
    const scope = await db.scopes.get(scopeId)
    if (scope === undefined) return
    if (whole) await dropUnnamed(db, scopeId, page)
    const rows = page.changes.map(({ kind, id, seq, deleted, data }): RecordRow => {
      const base = deleted ? null : (data ?? null)
      return { kind, id, scope: scopeId, ver: seq, base, view: null }
    })
    await db.records.bulkPut(await withViews(db, rows))
    await db.conflicts.bulkPut(page.conflicts.map((conflict) => ({ ...conflict, scope: scopeId })))
    await db.scopes.put({ ...scope, cursor: page.next })
  })
}

async function dropUnnamed(db: LocalDb, scope: string, page: PullResponse): Promise<void> {
  const named = new Set(page.changes.map(({ kind, id }) => kind + id))
  const rows = await db.records.where('scope').equals(scope).toArray()
  const gone = rows.filter(({ kind, id }) => !named.has(kind + id))
  const emptied = gone.map((row) => ({ ...row, base: null, ver: 0 }))
  await db.records.bulkPut(await withViews(db, emptied))
}

/** Adds or renews the line of a scope on this laptop. */
export async function keepScope(id: string, access: ScopeRow['access']): Promise<ScopeRow> {
  const { db } = currentStore()
  return await db.transaction('rw', [db.scopes], async () => {
    const known = await db.scopes.get(id)
    if (known?.access === access) return known
    const fresh = { id, cursor: 0, ackedSeq: 0, lastAttemptAt: null, failure: null }
    const kept = { ...(known ?? fresh), access }
    await db.scopes.put(kept)
    return kept
  })
}

export const listScopes = async (): Promise<ScopeRow[]> => await currentStore().db.scopes.toArray()

/** Notes that sending was tried, and how it went: an error code, or null. */
export async function noteAttempt(failure: string | null, only?: string): Promise<void> {
  const { db } = currentStore()
  const lastAttemptAt = new Date().toISOString()
  await db.transaction('rw', [db.scopes], async () => {
    const scopes = only === undefined ? await db.scopes.toArray() : [await db.scopes.get(only)]
    const known = scopes.filter((scope) => scope !== undefined)
    await db.scopes.bulkPut(known.map((scope) => ({ ...scope, lastAttemptAt, failure })))
  })
}

const KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** Lets acknowledged changes older than 30 days go; until then a restored central store gets them back. */
export async function purgeLog(now: number): Promise<void> {
  const { db } = currentStore()
  await db.transaction('rw', [db.outbox, db.meta], async () => {
    const acked = await readCounter(db, 'acked')
    const oldest = await db.outbox.where('mid').belowOrEqual(acked).limit(500).toArray()
    const old = oldest.filter(({ clientAt }) => Date.parse(clientAt) < now - KEPT_MS)
    await db.outbox.bulkDelete(old.map(({ mid }) => mid))
  })
}

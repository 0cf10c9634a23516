import Dexie from 'dexie'
import { ACT_KINDS } from '#domain/sync/records.ts'
import { newId } from '#renderer/db/new-id.ts'
import { layered, without, type Patch } from '#renderer/db/patches.ts'
import type { MetaRow, OutboxRow, RecordRow } from '#renderer/db/rows.ts'
import type { LocalDb } from '#renderer/db/schema.ts'

type Counter = 'mid' | 'sent' | 'acked'

/**
 * Three counters tell the state of the whole log: up to `acked` the central store has answered, up to `sent` a
 * mutation may already be there (never change it), up to `mid` it exists.
 */
export async function readCounter(db: LocalDb, key: Counter): Promise<number> {
  const row = await db.meta.get(key)
  return typeof row?.value === 'number' ? row.value : 0
}

export const writeMeta = async (db: LocalDb, key: MetaRow['key'], value: number | string) =>
  await db.meta.put({ key, value })

/** Puts a change of `row` (as it stands after it) at the end of the log; must run in the act's transaction. */
export async function queueMutation(db: LocalDb, row: RecordRow, change: Patch): Promise<void> {
  const last = await readCounter(db, 'mid')
  const newest = await db.outbox.get(last)
  const sent = await readCounter(db, 'sent')
  if (newest !== undefined && last > sent && isContinued(newest, row, change)) {
    const patch = { ...newest.patch, ...change.patch }
    await db.outbox.put({ ...newest, patch, clientAt: new Date().toISOString() })
    return
  }
  await db.outbox.add(mutationOf(row, last + 1, change))
  await writeMeta(db, 'mid', last + 1)
}

/** Keystrokes on one record, one after the other, are one mutation as long as it has not left. */
const isContinued = (newest: OutboxRow, row: RecordRow, change: Patch) =>
  newest.kind === row.kind && newest.rec === row.id && newest.op === 'upsert' && change.op === 'upsert'

const mutationOf = (
  { scope, kind, id, ver }: RecordRow,
  mid: number,
  { op, patch, resolves }: Patch,
): OutboxRow => ({
  ...(resolves === undefined ? {} : { resolves }),
  id: newId(),
  mid,
  scope,
  kind,
  rec: id,
  op,
  baseVer: ver,
  patch,
  clientAt: new Date().toISOString(),
})

/**
 * Rows with their view worked out anew: own changes that are not in `base` (those unsent, those refused but not
 * discarded) on top of it. Must run in the transaction that changed the base or the log.
 */
export async function withViews(db: LocalDb, rows: readonly RecordRow[]): Promise<RecordRow[]> {
  const acked = await readCounter(db, 'acked')
  const anyRefused = (await db.refused.count()) > 0
  return await Promise.all(
    rows.map(async (row) => {
      const refused = anyRefused ? await refusedOf(db, row) : []
      return { ...row, view: layered(row.base, [...refused, ...(await unsentOf(db, row, acked))]) }
    }),
  )
}

const unsentOf = async (db: LocalDb, { kind, id }: RecordRow, acked: number): Promise<Patch[]> =>
  await db.outbox
    .where('[kind+rec+mid]')
    .between([kind, id, acked], [kind, id, Dexie.maxKey], false, true)
    .toArray()

/** A refused step or act is not shown as taken: how an inspection stands is what the central store says. */
async function refusedOf(db: LocalDb, { kind, id }: RecordRow): Promise<Patch[]> {
  if (ACT_KINDS.includes(kind)) return []
  const refused = await db.refused.where({ kind, rec: id }).sortBy('mid')
  return refused.map(({ mutation: { op, patch } }) => ({
    op,
    patch: kind === 'inspection' ? without(patch, 'state') : patch,
  }))
}

import Dexie from 'dexie'
import { err, ok, type Result } from '#domain/result.ts'
import type { RecordKind } from '#domain/sync/records.ts'
import { readCounter, withViews, writeMeta } from '#renderer/db/log.ts'
import type { RefusedItem } from '#renderer/db/refused.ts'
import type { OutboxRow } from '#renderer/db/rows.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { currentStore } from '#renderer/db/store.ts'
import { fillerOf } from '#renderer/db/sync-log.ts'

/**
 * What of a record the central store does not hold: it waits to be sent, may be there but was not answered, or was
 * refused (`refused` says why; the newest refusal). A record without any is held as shown.
 */
export type RecordChange =
  { readonly state: 'waiting' | 'sending' } | { readonly state: 'refused'; readonly refused: RefusedItem }
export type Changes = ReadonlyMap<string, RecordChange>

export const changeKey = (kind: RecordKind, id: string): string => `${kind}/${id}`

/** The changes of an inspection that the central store does not hold, by `changeKey`. Live. */
export async function listChanges(scope: string): Promise<Changes> {
  const { db } = currentStore()
  const [acked, sent] = [await readCounter(db, 'acked'), await readCounter(db, 'sent')]
  const unanswered = await db.outbox
    .where('[scope+mid]')
    .between([scope, acked], [scope, Dexie.maxKey], false, true)
    .toArray()
  const refused = await db.refused.where({ scope }).sortBy('mid')
  return new Map([
    ...unanswered.map((row) => [changeKey(row.kind, row.rec), unansweredChange(row, sent)] as const),
    ...refused.map((one) => [changeKey(one.kind, one.rec), { state: 'refused', refused: one }] as const),
  ])
}

const unansweredChange = ({ mid }: OutboxRow, sent: number): RecordChange => ({
  state: mid > sent ? 'waiting' : 'sending',
})

/** What of one record the central store does not hold; null when it holds it as shown. Live. */
export async function changeOf(kind: RecordKind, id: string): Promise<RecordChange | null> {
  const { db } = currentStore()
  const refused = (await db.refused.where({ kind, rec: id }).sortBy('mid')).at(-1)
  if (refused !== undefined) return { state: 'refused', refused }
  const last = (await unansweredOf(db, kind, id)).at(-1)
  return last === undefined ? null : unansweredChange(last, await readCounter(db, 'sent'))
}

async function unansweredOf(db: LocalDb, kind: RecordKind, id: string): Promise<OutboxRow[]> {
  const acked = await readCounter(db, 'acked')
  return await db.outbox
    .where('[kind+rec+mid]')
    .between([kind, id, acked], [kind, id, Dexie.maxKey], false, true)
    .toArray()
}

/**
 * Takes a record back that was made here and has not left this laptop; within the caller's transaction.
 * Error: `store.already-sent`, when the central store may have it.
 */
export async function takeBackUnsent(kind: RecordKind, id: string): Promise<Result<null>> {
  const { db } = currentStore()
  const row = await db.records.get([kind, id])
  const changes = await unansweredOf(db, kind, id)
  const sent = await readCounter(db, 'sent')
  if (row === undefined || row.base !== null || changes.some(({ mid }) => mid <= sent)) {
    return err('store.already-sent')
  }
  for (const { mid, scope } of changes.reverse()) await takeNumberBack(db, mid, scope)
  await db.records.bulkPut(await withViews(db, [row]))
  return ok(null)
}

/** The last number is given again; another is kept by a filler, so that later ones arrive in order. */
async function takeNumberBack(db: LocalDb, mid: number, scope: string): Promise<void> {
  if (mid < (await readCounter(db, 'mid'))) {
    await db.outbox.put(fillerOf(mid, scope))
    return
  }
  await db.outbox.delete(mid)
  await writeMeta(db, 'mid', mid - 1)
}

import type { Mutation, PushResult } from '#domain/sync/protocol.ts'
import { readCounter, withViews, writeMeta } from '#renderer/db/log.ts'
import { newId } from '#renderer/db/new-id.ts'
import { layered } from '#renderer/db/patches.ts'
import type { Data, RecordRow, RefusedRow } from '#renderer/db/rows.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { currentStore } from '#renderer/db/store.ts'

const encoder = new TextEncoder()

/**
 * The next mutations to send, oldest first, and marks them as possibly sent: from now on they never change. A
 * `submission` is only ever the first: all that came before it, files too, goes ahead.
 */
export async function takeBatch(most: number, maxBytes: number): Promise<Mutation[]> {
  const { db } = currentStore()
  return await db.transaction('rw', [db.outbox, db.meta], async () => {
    const acked = await readCounter(db, 'acked')
    const last = Math.min(acked + most, await readCounter(db, 'mid'))
    const kept = await db.outbox
      .where('mid')
      .between(acked + 1, last, true, true)
      .toArray()
    const batch = cut(await withoutHoles(db, kept, acked + 1, last), maxBytes)
    const newest = batch.at(-1)?.mid ?? 0
    if (newest > (await readCounter(db, 'sent'))) await writeMeta(db, 'sent', newest)
    return batch
  })
}

function cut(mutations: readonly Mutation[], maxBytes: number): Mutation[] {
  const batch: Mutation[] = []
  let bytes = 0
  for (const mutation of mutations) {
    bytes += encoder.encode(JSON.stringify(mutation)).length + 1
    if (batch.length > 0 && (bytes > maxBytes || mutation.kind === 'submission')) break
    batch.push(mutation)
  }
  return batch
}

/** Takes the place of a mutation that is no longer kept, so that later ones arrive in order: deletes nothing. */
export const fillerOf = (mid: number, scope: string): Mutation => {
  const id = newId()
  const clientAt = new Date().toISOString()
  return { id, mid, scope, kind: 'answer', rec: id, op: 'delete', baseVer: 0, patch: {}, clientAt }
}
export const isFiller = ({ id, rec }: Mutation): boolean => id === rec

/** After a restore of the central store, what was sent long ago or belongs to a deleted package is asked for again. */
async function withoutHoles(db: LocalDb, kept: Mutation[], from: number, to: number): Promise<Mutation[]> {
  if (kept.length === to - from + 1 || kept.length === 0) return kept
  const byMid = new Map(kept.map((mutation) => [mutation.mid, mutation]))
  const scope = kept[0]?.scope ?? ''
  const whole: Mutation[] = []
  for (let mid = from; mid <= to; mid++) whole.push(byMid.get(mid) ?? fillerOf(mid, scope))
  await db.outbox.bulkPut(whole.filter(isFiller))
  return whole
}

const answerTables = (db: LocalDb) => [
  db.records,
  db.outbox,
  db.refused,
  db.bin,
  db.uploads,
  db.scopes,
  db.meta,
]

/**
 * Records what the central store answered, all in one transaction: the mark moves on, accepted changes become part of
 * the base, refused ones are set aside with their reason. Answers that were already known change nothing.
 */
export async function settle(results: readonly PushResult[]): Promise<void> {
  const { db } = currentStore()
  await db.transaction('rw', answerTables(db), async () => {
    const acked = await readCounter(db, 'acked')
    const fresh = results.filter(({ mid }) => mid > acked).sort((a, b) => a.mid - b.mid)
    const inOrder = fresh.filter(({ mid }, at) => mid === acked + 1 + at)
    if (inOrder.length === 0) return
    await writeMeta(db, 'acked', acked + inOrder.length)
    const mutations = await db.outbox.bulkGet(inOrder.map(({ mid }) => mid))
    const answered = inOrder.flatMap((result, at): Answered[] => {
      const mutation = mutations[at]
      return mutation === undefined || isFiller(mutation) ? [] : [{ mutation, result }]
    })
    await noteSeqs(db, answered)
    for (const { mutation, result } of answered) {
      if (result.outcome !== 'rejected') continue
      await setAside(db, mutation, result)
    }
    await renewRecords(db, answered)
  })
}

interface Answered {
  readonly mutation: Mutation
  readonly result: PushResult
}

/** Remembers how far a scope must be pulled to see everything sent from here. */
async function noteSeqs(db: LocalDb, answered: readonly Answered[]): Promise<void> {
  const highest = new Map<string, number>()
  for (const { mutation, result } of answered) {
    highest.set(mutation.scope, Math.max(highest.get(mutation.scope) ?? 0, result.seq ?? 0))
  }
  const scopes = await db.scopes.bulkGet([...highest.keys()])
  const known = scopes.filter((scope) => scope !== undefined)
  await db.scopes.bulkPut(
    known.map((scope) => ({ ...scope, ackedSeq: Math.max(scope.ackedSeq, highest.get(scope.id) ?? 0) })),
  )
}

/** Takes what was accepted into the base of each record, and works its view out anew. */
async function renewRecords(db: LocalDb, answered: readonly Answered[]): Promise<void> {
  const keys = new Map(
    answered.map(({ mutation: { kind, rec } }) => [kind + rec, [kind, rec] as [string, string]]),
  )
  const rows = (await db.records.bulkGet([...keys.values()])).filter((row) => row !== undefined)
  const byKey = new Map(rows.map((row) => [row.kind + row.id, row]))
  for (const { mutation, result } of answered) {
    const row = byKey.get(mutation.kind + mutation.rec)
    if (row !== undefined && result.outcome !== 'rejected') row.base = acceptedBase(row, mutation, result)
  }
  await db.records.bulkPut(await withViews(db, rows))
}

/** The base with an accepted change: fields that lost a conflict carry the central store's value. */
function acceptedBase(row: RecordRow, mutation: Mutation, result: PushResult): Data | null {
  if (result.outcome !== 'conflict') return layered(row.base, [mutation])
  if (result.fields === undefined || mutation.op === 'delete') return row.base
  if (result.reason === 'deleted') return null
  const theirs = Object.entries(result.fields).map(([field, { server }]) => [field, server] as const)
  return layered(row.base, [{ op: 'upsert', patch: { ...mutation.patch, ...Object.fromEntries(theirs) } }])
}

async function setAside(
  db: LocalDb,
  mutation: Mutation,
  { reason = 'sync.invalid', missing = [], instead }: Pick<PushResult, 'reason' | 'missing' | 'instead'>,
): Promise<void> {
  const { mid, scope, kind, rec } = mutation
  if ((await db.bin.get(mid)) !== undefined) return
  const refusedAt = new Date().toISOString()
  const told = instead === undefined ? {} : { instead }
  await db.refused.put({ mid, scope, kind, rec, mutation, reason, missing, refusedAt, ...told })
  for (const sha256 of missing) await db.uploads.put({ scope, sha256, state: 0, failure: null })
}

/**
 * Sets aside one change that the central store can't even take in, and puts a filler in its place, so that the others
 * go on. False when it already was a filler.
 */
export async function setAsidePoison(mutation: Mutation, reason: string): Promise<boolean> {
  if (isFiller(mutation)) return false
  const { db } = currentStore()
  await db.transaction('rw', answerTables(db), async () => {
    await setAside(db, mutation, { reason })
    await db.outbox.put(fillerOf(mutation.mid, mutation.scope))
    const row = await db.records.get([mutation.kind, mutation.rec])
    if (row !== undefined) await db.records.bulkPut(await withViews(db, [row]))
  })
  return true
}

/** Refused submissions whose files have all arrived since. */
export async function submissionsToRepeat(): Promise<RefusedRow[]> {
  const { db } = currentStore()
  const refused = await db.refused.toArray()
  const waiting = refused.filter(({ reason }) => reason === 'sync.blobs-missing')
  const open = await Promise.all(waiting.map(({ scope }) => db.uploads.where({ scope, state: 0 }).count()))
  return waiting.filter((_, at) => open[at] === 0)
}

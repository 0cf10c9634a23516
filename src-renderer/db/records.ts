import { Value } from 'typebox/value'
import { blocksOfPackage } from '#domain/package/manifest.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { FIXED_KINDS, recordSchemas, type RecordKind, type RecordOf } from '#domain/sync/records.ts'
import { mayWrite } from '#renderer/db/guards.ts'
import { queueMutation } from '#renderer/db/log.ts'
import { changedFields } from '#renderer/db/patches.ts'
import type { Data, RecordRow } from '#renderer/db/rows.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'
import { isOffice, versionRows } from '#renderer/db/version-rows.ts'

const shown = <K extends RecordKind>(rows: readonly RecordRow[]) =>
  rows.flatMap(({ view }) => (view === null ? [] : [view])) as RecordOf<K>[]

/** The records of one kind of one inspection, as shown: own unsent changes included. Live. */
export async function listRecords<K extends RecordKind>(kind: K, scope: string): Promise<RecordOf<K>[]> {
  return shown<K>(await currentStore().db.records.where({ kind, scope }).toArray())
}

/** The records of one kind of every inspection on this laptop. Live. */
export async function listAll<K extends RecordKind>(kind: K): Promise<RecordOf<K>[]> {
  return shown<K>(await rowsOfKind(kind))
}

/** The records of one kind of every inspection, as the central store holds them. Live. */
export async function listHeld<K extends RecordKind>(kind: K): Promise<RecordOf<K>[]> {
  return (await rowsOfKind(kind)).flatMap(({ base }) => (base === null ? [] : [base])) as RecordOf<K>[]
}

const rowsOfKind = async (kind: RecordKind): Promise<RecordRow[]> =>
  await currentStore().db.records.where('[kind+id]').between([kind, ''], [kind, '\uffff']).toArray()

/** One record as shown, or undefined. Live. */
export async function getRecord<K extends RecordKind>(kind: K, id: string): Promise<RecordOf<K> | undefined> {
  const row = await currentStore().db.records.get([kind, id])
  return shown<K>(row === undefined ? [] : [row])[0]
}

/** The tables one act of the user touches, all or none. */
export const actTables = (db: LocalDb) => [db.records, db.outbox, db.meta, db.uploads, db.packages, db.drafts]

/**
 * Records one act: the record, its mutation in the outbox and the device's counter in one strict transaction. When it
 * has resolved, it survives a power cut. A record that does not exist yet needs a whole, valid `patch`; of one that
 * does, only the fields that differ are kept and sent.
 *
 * Errors: `store.invalid`, `store.closed`, `store.step-not-allowed`, `store.field-of-office`, `store.no-inspection`,
 * `store.immutable`, `store.disk-full`, `store.key-missing`.
 */
export async function saveRecord<K extends RecordKind>(
  kind: K,
  scope: string,
  id: string,
  patch: Partial<RecordOf<K>>,
): Promise<Result<null>> {
  const { db } = currentStore()
  return await guarded(
    async () =>
      await db.transaction('rw', actTables(db), async () => await upsert(db, { kind, scope, id }, patch)),
  )
}

const DELETABLE: readonly RecordKind[] = ['answer', 'finding', 'evidence']

/** Deletes a record here and, with the next sync, everywhere. */
export async function deleteRecord(kind: RecordKind, scope: string, id: string): Promise<Result<null>> {
  const { db } = currentStore()
  return await guarded(
    async () =>
      await db.transaction('rw', actTables(db), async () => {
        const row = await db.records.get([kind, id])
        if (row === undefined || row.view === null) return ok(null)
        if (!DELETABLE.includes(kind)) return err('store.immutable')
        const allowed = mayWrite(await viewedInspection(db, scope), kind, {})
        if (!allowed.ok) return allowed
        await queueMutation(db, row, { op: 'delete', patch: {} })
        await db.records.put({ ...row, view: null })
        return ok(null)
      }),
  )
}

interface Place {
  readonly kind: RecordKind
  readonly scope: string
  readonly id: string
}

async function upsert(db: LocalDb, place: Place, patch: Data): Promise<Result<null>> {
  const { kind, scope, id } = place
  const row = await db.records.get([kind, id])
  const changes = changedFields(row?.view ?? {}, patch)
  if (Object.keys(changes).length === 0) return ok(null)
  const allowed = checked(place, row, changes, await viewedInspection(db, scope))
  if (!allowed.ok) return allowed
  const next: RecordRow = {
    ...(row ?? { kind, scope, id, ver: 0, base: null }),
    view: { ...row?.view, ...changes },
  }
  await queueMutation(db, next, { op: 'upsert', patch: changes })
  await db.records.put(next)
  await queueFiles(db, next)
  return ok(null)
}

function checked(
  { kind, scope, id }: Place,
  row: RecordRow | undefined,
  changes: Data,
  inspection: RecordOf<'inspection'> | undefined,
): Result<null> {
  if (row !== undefined && (row.scope !== scope || FIXED_KINDS.includes(kind))) return err('store.immutable')
  const whole = { ...row?.view, ...changes }
  const belongs = kind === 'inspection' ? id === scope : whole['inspectionId'] === scope
  if (whole['id'] !== id || !belongs || !Value.Check(recordSchemas[kind], whole)) {
    return err('store.invalid', { kind })
  }
  return mayWrite(inspection, kind, changes)
}

/** The inspection of a scope as shown; inside a transaction. */
export async function viewedInspection(
  db: LocalDb,
  scope: string,
): Promise<RecordOf<'inspection'> | undefined> {
  const row = await db.records.get(['inspection', scope])
  return (row?.view ?? undefined) as RecordOf<'inspection'> | undefined
}

/** A record that names files or blocks by their hashes brings them along; a row there is stays as it is. */
async function queueFiles(db: LocalDb, { kind, scope, view }: RecordRow): Promise<void> {
  const named = view === null ? [] : await filesOf(db, kind, scope, view)
  const keys = [...new Set(named)].map((sha256): [string, string] => [scope, sha256])
  const known = await db.uploads.bulkGet(keys)
  const fresh = keys.filter((_, at) => known[at] === undefined)
  await db.uploads.bulkAdd(fresh.map(([, sha256]) => ({ scope, sha256, state: 0, failure: null })))
}

/** What the office sent is not sent back. */
async function filesOf(db: LocalDb, kind: RecordKind, scope: string, view: Data): Promise<string[]> {
  const sha256 = view['sha256']
  if (kind === 'evidence' || kind === 'report') return typeof sha256 === 'string' ? [sha256] : []
  if (kind !== 'package') return []
  const rows = await versionRows(db, scope)
  const office = rows.filter(isOffice).flatMap(({ manifest }) => blocksOfPackage(manifest))
  const there = new Set(office.map((block) => block.sha256))
  const own = blocksOfPackage((view as RecordOf<'package'>).manifest)
  return own.map((block) => block.sha256).filter((hash) => !there.has(hash))
}

import type { PackageManifest } from '#domain/package/manifest.ts'
import type { PackageVersion } from '#domain/package/package-version.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { RecordOf } from '#domain/sync/records.ts'
import { blockKeyOf } from '#renderer/db/blocks.ts'
import { rebase } from '#renderer/db/package-versions.ts'
import { blockPlaces } from '#renderer/db/package-blocks.ts'
import { listRecords } from '#renderer/db/records.ts'
import type { PackageRow } from '#renderer/db/rows.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'
import { isOffice, nextNumber, recordedRow, versionRows } from '#renderer/db/version-rows.ts'

/** What of a package is not on this laptop yet: a download goes on where it stopped. */
export async function missingBlocks(manifest: PackageManifest): Promise<ReturnType<typeof blockPlaces>> {
  const places = blockPlaces(manifest)
  const { db } = currentStore()
  const present = await db.blocks.where('inspectionId').equals(manifest.inspectionId).primaryKeys()
  const known = new Set(present.map((key) => key.join()))
  return places.filter((place) => !known.has(blockKeyOf(place).join()))
}

const packageTables = (db: LocalDb) => [db.packages, db.blocks, db.records]

/**
 * Makes a completely downloaded version of the office usable, in one transaction. It becomes the one in work unless work
 * has started on another, or another was taken: then it waits beside it, and `readManifest` stays with the older.
 * Errors: `store.block-missing`.
 */
export async function switchPackage(manifest: PackageManifest): Promise<Result<null>> {
  const { db } = currentStore()
  const { inspectionId } = manifest
  return await guarded(
    async () =>
      await db.transaction('rw', packageTables(db), async () => {
        if ((await missingBlocks(manifest)).length > 0) return err('store.block-missing')
        const rows = await versionRows(db, inspectionId)
        if (rows.some((row) => isOffice(row) && row.manifest.version === manifest.version)) return ok(null)
        const version = Math.max(manifest.version, nextNumber(rows))
        const pinned = rows.length > 0 && (await isPinned(db, rows))
        const row: PackageRow = { inspectionId, version, current: !pinned, manifest }
        await db.packages.put(row)
        if (!pinned) await replaceOffice(db, row, rows)
        return ok(null)
      }),
  )
}

/** What was taken stays until another is; so does what work has started on. */
async function isPinned(db: LocalDb, rows: readonly PackageRow[]): Promise<boolean> {
  const current = rows.find((row) => row.current)
  if (current?.made?.taken === true) return true
  const row = await db.records.get(['inspection', current?.inspectionId ?? ''])
  return ((row?.view ?? undefined) as RecordOf<'inspection'> | undefined)?.state !== 'ASSIGNED'
}

/** Nothing was done with an older package of the office: it goes; imports that wait are laid on the new one. */
async function replaceOffice(db: LocalDb, row: PackageRow, rows: readonly PackageRow[]): Promise<void> {
  const old = rows.filter(({ made }) => made === undefined)
  await db.packages.bulkDelete(old.map(({ inspectionId, version }) => [inspectionId, version]))
  await rebase(db, row)
}

/** The version that was taken last, on any laptop, when it is not on this one. */
export async function recordedElsewhere(inspectionId: string): Promise<PackageVersion | undefined> {
  const rows = await versionRows(currentStore().db, inspectionId)
  const records = await listRecords('package', inspectionId)
  const [last] = records.sort((a, b) => b.no - a.no || (a.id < b.id ? 1 : -1))
  return last !== undefined && rows.every(({ made }) => made?.id !== last.id) ? last : undefined
}

/**
 * Makes a version that was taken on another laptop, completely downloaded, the one in work here too.
 * Errors: `store.block-missing`.
 */
export async function adoptVersion(record: PackageVersion): Promise<Result<null>> {
  const { db } = currentStore()
  return await guarded(
    async () =>
      await db.transaction('rw', packageTables(db), async () => {
        if ((await missingBlocks(record.manifest)).length > 0) return err('store.block-missing')
        const rows = await versionRows(db, record.inspectionId)
        const row = recordedRow(record)
        await makeRoom(db, rows, record.no)
        await db.packages.put(row)
        await rebase(db, row)
        return ok(null)
      }),
  )
}

/** Nothing else stays in work, and what has the same number here gets another. */
async function makeRoom(db: LocalDb, rows: readonly PackageRow[], no: number): Promise<void> {
  const next = Math.max(no + 1, nextNumber(rows))
  for (const row of rows) {
    await db.packages.put({ ...row, current: false })
    if (row.version !== no) continue
    await db.packages.delete([row.inspectionId, no])
    await db.packages.put({ ...row, version: next, current: false })
  }
}

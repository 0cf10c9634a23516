import type { ListingName } from '#domain/listing/listing.ts'
import type { PackageManifest } from '#domain/package/manifest.ts'
import type { PackageVersion, VersionFile } from '#domain/package/package-version.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { keepClaims } from '#renderer/db/claims.ts'
import { actTables, listRecords, saveRecord } from '#renderer/db/records.ts'
import type { PackageRow } from '#renderer/db/rows.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { allOrNothing } from '#renderer/db/save-together.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'
import {
  dropOrphans,
  isOffice,
  nextNumber,
  recordOf,
  versionIdOf,
  versionRows,
  withParts,
} from '#renderer/db/version-rows.ts'

/** A version of a package as the screens list it. */
export interface VersionItem {
  readonly id: string
  readonly no: number
  /** In work; waits to be taken or not; was in work or downloaded before. */
  readonly state: 'in-work' | 'waiting' | 'earlier'
  /** False: known from the central store, its content is not on this laptop. */
  readonly here: boolean
  readonly from: 'central' | 'import'
  /** ISO 8601 and a name; null where the office does not say. */
  readonly madeAt: string | null
  readonly madeBy: string | null
  readonly files: readonly VersionFile[]
  readonly counts: readonly {
    readonly listing: ListingName
    readonly accepted: number
    readonly rejected: number
  }[]
  /** It came from files on this laptop and was never in work: it may be discarded. */
  readonly discardable: boolean
  /** It waits, but the inspector chose to stay with the version in work. */
  readonly declined: boolean
}

/** Every version of a package known here, newest first. Live. */
export async function listVersions(inspectionId: string): Promise<VersionItem[]> {
  const rows = await versionRows(currentStore().db, inspectionId)
  const records = await listRecords('package', inspectionId)
  const local = new Set(rows.map(versionIdOf))
  const current = rows.find((row) => row.current)
  const elsewhere = records.filter(({ id }) => !local.has(id))
  const items = [
    ...rows.map((row) => rowItem(row, current)),
    ...elsewhere.map((record) => recordItem(record, current)),
  ]
  return items.sort((a, b) => b.no - a.no)
}

function rowItem(row: PackageRow, current: PackageRow | undefined): VersionItem {
  const { made } = row
  return {
    id: versionIdOf(row),
    no: row.version,
    state: stateOf(row, current),
    here: true,
    from: made?.from ?? 'central',
    madeAt: made?.madeAt ?? null,
    madeBy: made?.madeBy === '' ? null : (made?.madeBy ?? null),
    files: made?.files ?? [],
    counts: countsOf(row.manifest),
    discardable: isDiscardable(row),
    declined: row.declined === true,
  }
}

/** One of the office that was never in work waits only while it is newer than what is. */
function stateOf(row: PackageRow, current: PackageRow | undefined): VersionItem['state'] {
  if (row.current) return 'in-work'
  if (row.made !== undefined) return row.made.taken ? 'earlier' : 'waiting'
  return row.manifest.version > (current?.manifest.version ?? 0) ? 'waiting' : 'earlier'
}

const recordItem = (record: PackageVersion, current: PackageRow | undefined): VersionItem => ({
  ...{ id: record.id, no: record.no, here: false, from: record.from, discardable: false, declined: false },
  state: record.no > (current?.version ?? 0) ? 'waiting' : 'earlier',
  ...{ madeAt: record.madeAt, madeBy: record.madeBy, files: record.files },
  counts: countsOf(record.manifest),
})

const countsOf = ({ listings }: PackageManifest): VersionItem['counts'] =>
  listings.map(({ listing, accepted, rejected }) => ({ listing, accepted, rejected }))

const isDiscardable = ({ current, made }: PackageRow): boolean => !current && made?.taken === false

/**
 * Makes a version the one in work, and queues its record and its blocks for the central store, all in one transaction.
 * One that was in work before comes back as a new version with its content. Work and findings stay as they are; imports
 * that wait are laid on the new version.
 * Errors: `store.no-version`, `store.closed`, `store.no-inspection`, `store.disk-full`.
 */
export async function takeVersion(inspectionId: string, versionId: string): Promise<Result<null>> {
  const { db } = currentStore()
  const taken = await guarded(
    async () =>
      await allOrNothing([...actTables(db), db.blocks], async () => {
        const rows = await versionRows(db, inspectionId)
        const chosen = rows.find((row) => versionIdOf(row) === versionId)
        if (chosen === undefined) return err('store.no-version')
        return chosen.current ? ok(null) : await switchTo(db, chosen, rows)
      }),
  )
  // What can't be kept now is made when a listing is opened.
  if (taken.ok) await keepClaims(inspectionId)
  return taken
}

async function switchTo(db: LocalDb, chosen: PackageRow, rows: readonly PackageRow[]): Promise<Result<null>> {
  const { inspectionId } = chosen
  const before = rows.find((row) => row.current)
  const no = chosen.version < (before?.version ?? 0) ? nextNumber(rows) : chosen.version
  const madeBy = (await listRecords('inspection', inspectionId))[0]?.inspectorName ?? ''
  const record = recordOf(chosen, {
    no,
    madeBy,
    baseId: before?.made?.taken === true ? before.made.id : null,
  })
  const saved = await saveRecord('package', inspectionId, record.id, record)
  if (!saved.ok) return saved
  // What was in work before stays in the list under its own number.
  if (stateOf(chosen, before) === 'waiting') await db.packages.delete([inspectionId, chosen.version])
  if (before !== undefined) await db.packages.put({ ...before, current: false })
  const { id, baseId, from, files, madeAt } = record
  const made = { id, baseId, from, files, madeAt, madeBy, parts: [], taken: true }
  const taken: PackageRow = { inspectionId, version: no, current: true, manifest: chosen.manifest, made }
  await db.packages.put(taken)
  await rebase(db, taken)
  return ok(null)
}

/** Imports that wait are changes of some parts: they keep theirs and take the rest from what is in work now. */
export async function rebase(db: LocalDb, base: PackageRow): Promise<void> {
  for (const row of await versionRows(db, base.inspectionId)) {
    if (row.made?.taken !== false || isOffice(row)) continue
    const manifest = withParts(base.manifest, row.manifest, row.made.parts)
    await db.packages.put({ ...row, manifest, made: { ...row.made, baseId: base.made?.id ?? null } })
  }
  await dropOrphans(db, base.inspectionId)
}

/** Stays with the version in work: the other goes on waiting, but is not announced any more. Errors: `store.no-version`. */
export async function declineVersion(inspectionId: string, versionId: string): Promise<Result<null>> {
  const { db } = currentStore()
  return await guarded(
    async () =>
      await db.transaction('rw', [db.packages], async () => {
        const rows = await versionRows(db, inspectionId)
        const row = rows.find((one) => versionIdOf(one) === versionId)
        if (row === undefined) return err('store.no-version')
        await db.packages.put({ ...row, declined: true })
        return ok(null)
      }),
  )
}

/**
 * Lets an import go that was never in work; nothing of it was sent.
 * Errors: `store.no-version`, `store.version-used`.
 */
export async function discardVersion(inspectionId: string, versionId: string): Promise<Result<null>> {
  const { db } = currentStore()
  return await guarded(
    async () =>
      await db.transaction('rw', [db.packages, db.blocks], async () => {
        const rows = await versionRows(db, inspectionId)
        const row = rows.find((one) => versionIdOf(one) === versionId)
        if (row === undefined) return err('store.no-version')
        if (!isDiscardable(row)) return err('store.version-used')
        await db.packages.delete([inspectionId, row.version])
        await dropOrphans(db, inspectionId)
        return ok(null)
      }),
  )
}

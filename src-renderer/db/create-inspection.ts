import type { Convention } from '#domain/convention/convention.ts'
import { localReference, newInspection } from '#domain/inspection/new-inspection.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { blocksOfPackage, type PackageManifest } from '#domain/package/manifest.ts'
import type { PackageVersion, VersionFile } from '#domain/package/package-version.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { InspectionListItem } from '#domain/sync/protocol.ts'
import { keepClaims } from '#renderer/db/claims.ts'
import { queueMutation } from '#renderer/db/log.ts'
import { newId } from '#renderer/db/new-id.ts'
import { sealParts, type ImportedListing, type SealedParts } from '#renderer/db/prepare-version.ts'
import { actTables, saveRecord } from '#renderer/db/records.ts'
import { allOrNothing } from '#renderer/db/save-together.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { addPackageKey, currentStore, guarded } from '#renderer/db/store.ts'
import { withParts } from '#renderer/db/version-rows.ts'

/** An inspection to be made on this laptop, without the office. */
export interface NewInspection {
  readonly convention: Convention
  readonly listings?: readonly ImportedListing[]
  /** The files it is made from. */
  readonly files: readonly VersionFile[]
  /** Who is at the laptop: `VaultOwner`. */
  readonly owner: {
    readonly user: { readonly id: string; readonly displayName: string }
    readonly deviceId: string
  }
  /** `yyyy-mm-dd` */
  readonly plannedDate: string
}

type AskKey = (inspectionId: string) => Promise<Result<{ key: Uint8Array }>>

/**
 * Makes an inspection with its package on this laptop, in one transaction; it travels with the next sync.
 * Errors: `store.disk-full`, `store.invalid`, those of `askKey`.
 * @param askKey gives the key of its package (`vault:package-key`)
 * @returns the id of the inspection
 */
export async function createLocalInspection(made: NewInspection, askKey: AskKey): Promise<Result<string>> {
  return await guarded(async () => {
    const id = newId()
    const key = await askKey(id)
    if (!key.ok) return key
    addPackageKey(id, key.value.key)
    const [terms, listed] = [await sealParts(id, made.convention), await sealParts(id, made.listings ?? [])]
    if (!terms.ok) return terms
    if (!listed.ok) return listed
    const stored = await storeAll(id, made, [terms.value, listed.value])
    // What can't be kept now is made when a listing is opened.
    if (stored.ok) await keepClaims(id)
    return stored
  })
}

async function storeAll(
  id: string,
  made: NewInspection,
  parts: readonly [SealedParts, SealedParts],
): Promise<Result<string>> {
  const { db } = currentStore()
  const inspection = inspectionFor(id, made)
  const version = firstVersion(inspection, made, parts)
  if (version === null) return err('store.invalid')
  const tables = [...actTables(db), db.blocks, db.scopes, db.inspections]
  return await allOrNothing(tables, async () => {
    await placeInspection(db, inspection, version.manifest, made.owner.deviceId)
    const saved = await saveRecord('package', id, version.id, version)
    if (!saved.ok) return saved
    await db.blocks.bulkPut(parts.flatMap(({ rows }) => [...rows]))
    const { inspectionId, no, manifest, ...facts } = version
    const row = { ...facts, parts: [], taken: true }
    await db.packages.put({ inspectionId, version: no, current: true, manifest, made: row })
    return ok(id)
  })
}

function inspectionFor(id: string, { convention, owner, plannedDate }: NewInspection): Inspection {
  const planned = { id, inspectorId: owner.user.id, inspectorName: owner.user.displayName, plannedDate }
  return newInspection({ ...planned, reference: localReference(planned, convention) }, convention)
}

function firstVersion(
  { id, inspectorName }: Inspection,
  { files }: NewInspection,
  [{ convention }, { listings }]: readonly [SealedParts, SealedParts],
): PackageVersion | null {
  if (convention === null) return null
  const empty: PackageManifest = { inspectionId: id, version: 1, convention, listings: [] }
  const names = listings.map(({ listing }) => listing)
  const manifest = withParts(empty, { convention, listings: [...listings] }, names)
  const made = { files: [...files], madeAt: new Date().toISOString(), madeBy: inspectorName }
  return { id: newId(), inspectionId: id, no: 1, baseId: null, from: 'import', manifest, ...made }
}

/** The record, its mutation, the line in "my inspections", and the scope this laptop writes. */
async function placeInspection(
  db: LocalDb,
  inspection: Inspection,
  manifest: PackageManifest,
  deviceId: string,
): Promise<void> {
  const { id } = inspection
  const scope = { id, access: 'write', cursor: 0, ackedSeq: 0, lastAttemptAt: null, failure: null } as const
  await db.scopes.add(scope)
  const row = { kind: 'inspection', id, scope: id, ver: 0, base: null, view: { ...inspection } } as const
  await queueMutation(db, row, { op: 'upsert', patch: { ...inspection } })
  await db.records.add(row)
  const bytes = blocksOfPackage(manifest).reduce((sum, block) => sum + block.bytes, 0)
  const rows = manifest.listings.reduce((sum, { accepted }) => sum + accepted, 0)
  const item: InspectionListItem = {
    ...{ id, access: 'write', checkedOutBy: deviceId, packageVersion: 1, packageBytes: bytes },
    ...{ rowCount: rows, record: { ...inspection } },
  }
  await db.inspections.put({ id, position: -1, item })
}

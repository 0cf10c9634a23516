import type { Convention } from '#domain/convention/convention.ts'
import type { ListingName, RejectedRow } from '#domain/listing/listing.ts'
import type { PackageListing, PackageManifest } from '#domain/package/manifest.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openBlock } from '#renderer/db/blocks.ts'
import { withDoubleClaims } from '#renderer/db/claims.ts'
import { blocksAt, openConvention, openRows, type OpenedListing } from '#renderer/db/open-rows.ts'
import { REJECTED } from '#renderer/db/package-blocks.ts'
import type { PackageRow } from '#renderer/db/rows.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'
import { versionIdOf, versionRows } from '#renderer/db/version-rows.ts'

/**
 * The manifest of a package version, or undefined when it is not on this laptop. Live.
 * @param versionId the one in work when left out
 */
export async function readManifest(
  inspectionId: string,
  versionId?: string,
): Promise<PackageManifest | undefined> {
  const rows = await versionRows(currentStore().db, inspectionId)
  const wanted = (row: PackageRow) => (versionId === undefined ? row.current : versionIdOf(row) === versionId)
  return rows.find(wanted)?.manifest
}

/** The convention of the package in work, or of another version of it. */
export async function readConvention(
  inspectionId: string,
  versionId?: string,
): Promise<Convention | undefined> {
  const manifest = await readManifest(inspectionId, versionId)
  return manifest === undefined ? undefined : await openConvention(manifest)
}

/** The listings of the package in work, without their rows. Live. */
export async function listListings(inspectionId: string): Promise<PackageListing[]> {
  return (await readManifest(inspectionId))?.listings ?? []
}

/**
 * Opens a listing into memory, block by block; the page's thread is given back in between. Rows of the version in work
 * that a package of another convention on this laptop claims too are marked so.
 * Errors: `store.no-package`, `store.block-missing`, `store.damaged`.
 * @param onBlock hears how many blocks of how many are open
 * @param versionId another version than the one in work; its rows come as they are stored
 */
export async function openListing(
  inspectionId: string,
  listing: ListingName,
  onBlock?: (done: number, of: number) => void,
  versionId?: string,
): Promise<Result<OpenedListing>> {
  return await guarded(async () => {
    const manifest = await readManifest(inspectionId, versionId)
    if (manifest === undefined) return err('store.no-package')
    const opened = await openRows(manifest, listing, onBlock)
    if (!opened.ok || versionId !== undefined) return opened
    return ok({ ...opened.value, rows: await withDoubleClaims(manifest, listing, opened.value.rows) })
  })
}

/** The rows of a listing that were refused when it was read, with every reason. */
export async function readRejected(inspectionId: string, listing: ListingName): Promise<RejectedRow[]> {
  const manifest = await readManifest(inspectionId)
  if (manifest === undefined) return []
  const [row] = await blocksAt(manifest, (name) => name === listing + REJECTED)
  if (row === undefined) return []
  const key = await currentStore().keyring.blockKey(inspectionId)
  return (await openBlock(key, row)) as RejectedRow[]
}

/**
 * Removes everything of one inspection from this laptop; its key is destroyed by `vault:shred-package` afterwards.
 * Refuses (`store.work-not-sent`) while changes or files have not been received by the central store.
 */
export async function deletePackage(inspectionId: string): Promise<Result<null>> {
  const { db, keyring } = currentStore()
  const byScope = [db.records, db.refused, db.bin, db.conflicts, db.uploads, db.drafts]
  return await guarded(
    async () =>
      await db.transaction(
        'rw',
        [...byScope, db.outbox, db.packages, db.blocks, db.claims, db.scopes, db.meta],
        async () => {
          if (await hasUnsentWork(inspectionId)) return err('store.work-not-sent')
          for (const table of byScope) {
            await table.where('scope').equals(inspectionId).delete()
          }
          await db.outbox.where('[scope+mid]').between([inspectionId, 0], [inspectionId, Infinity]).delete()
          for (const table of [db.packages, db.blocks]) {
            await table.where('inspectionId').equals(inspectionId).delete()
          }
          await db.claims.delete(inspectionId)
          await db.scopes.delete(inspectionId)
          keyring.forget(inspectionId)
          return ok(null)
        },
      ),
  )
}

async function hasUnsentWork(scope: string): Promise<boolean> {
  const { db } = currentStore()
  const acked = await db.meta.get('acked')
  const from = typeof acked?.value === 'number' ? acked.value : 0
  const unsent = await db.outbox.where('[scope+mid]').between([scope, from], [scope, Infinity], false).count()
  const files = await db.uploads.where({ scope, state: 0 }).count()
  const refused = await db.refused.where('scope').equals(scope).count()
  return unsent + files + refused > 0
}

import type { ListingBlock, RejectedRow } from '#domain/listing/listing.ts'
import type { PackageBlock, PackageListing, PackageManifest } from '#domain/package/manifest.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { RecordOf } from '#domain/sync/records.ts'
import { blockKeyOf, hashOf, packed, sealPackage, storeBlocks, type PlainBlock } from '#renderer/db/blocks.ts'
import { blockPlaces, REJECTED } from '#renderer/db/package-blocks.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'
import { yieldToPage } from '#renderer/db/yield-to-page.ts'

/** A listing read on this laptop: what the parser of `src-domain/listing` said of it, and its rows. */
export interface ImportedListing extends Omit<PackageListing, 'blocks' | 'rejectedBlock'> {
  readonly blocks: readonly ListingBlock[]
  readonly rejectedRows: readonly RejectedRow[]
}

/** What of a package is not on this laptop yet: a download goes on where it stopped. */
export async function missingBlocks(manifest: PackageManifest): Promise<ReturnType<typeof blockPlaces>> {
  const places = blockPlaces(manifest)
  const { db } = currentStore()
  const present = await db.blocks.where('inspectionId').equals(manifest.inspectionId).primaryKeys()
  const known = new Set(present.map((key) => key.join()))
  return places.filter((place) => !known.has(blockKeyOf(place).join()))
}

/**
 * Makes a completely downloaded version usable, in one transaction. It becomes the one in work unless work has started
 * on an older one: then it waits beside it, and `readManifest` stays with the older.
 */
export async function switchPackage(manifest: PackageManifest): Promise<Result<null>> {
  const { db } = currentStore()
  const { inspectionId, version } = manifest
  return await guarded(
    async () =>
      await db.transaction('rw', [db.packages, db.blocks, db.records], async () => {
        const known = await db.packages.where({ inspectionId }).toArray()
        if (known.some((one) => one.version === version)) return ok(null)
        const pinned = known.length > 0 && (await isWorkStarted(db, inspectionId))
        await db.packages.put({ inspectionId, version, current: !pinned, manifest })
        if (pinned) return ok(null)
        await db.packages.bulkDelete(known.map((one) => [inspectionId, one.version]))
        await dropOrphans(db, inspectionId)
        return ok(null)
      }),
  )
}

async function isWorkStarted(db: LocalDb, inspectionId: string): Promise<boolean> {
  const row = await db.records.get(['inspection', inspectionId])
  return ((row?.view ?? undefined) as RecordOf<'inspection'> | undefined)?.state !== 'ASSIGNED'
}

/** Removes the blocks that no version on this laptop names. */
async function dropOrphans(db: LocalDb, inspectionId: string): Promise<void> {
  const versions = await db.packages.where({ inspectionId }).toArray()
  const places = versions.flatMap(({ manifest }) => blockPlaces(manifest))
  const wanted = new Set(places.map((place) => blockKeyOf(place).join()))
  const keys = await db.blocks.where('inspectionId').equals(inspectionId).primaryKeys()
  await db.blocks.bulkDelete(keys.filter((key) => !wanted.has(key.join())))
}

/**
 * Puts a listing read from a file into the package in work, in the place of one of the same name.
 * Errors: `store.no-package`, `store.disk-full`.
 */
export async function storeImportedListing(
  inspectionId: string,
  imported: ImportedListing,
): Promise<Result<null>> {
  return await guarded(async () => {
    const { blocks, rejectedRows, ...described } = imported
    const rows: PlainBlock[] = []
    for (const [no, block] of blocks.entries()) {
      rows.push(await plain(described.listing, no, block))
      await yieldToPage()
    }
    const refused =
      rejectedRows.length === 0 ? null : await plain(described.listing + REJECTED, 0, rejectedRows)
    const sealed = await sealPackage(inspectionId, refused === null ? rows : [...rows, refused])
    if (!sealed.ok) return sealed
    await storeBlocks(sealed.value)
    return await replaceListing(inspectionId, {
      ...described,
      blocks: rows.map((row, no) => blockOf(row, blocks[no]?.rows.length ?? 0)),
      rejectedBlock: refused === null ? null : blockOf(refused, rejectedRows.length),
    })
  })
}

async function plain(listing: string, no: number, value: unknown): Promise<PlainBlock> {
  const bytes = await packed(value)
  return { listing, no, bytes, sha256: await hashOf(bytes) }
}

const blockOf = ({ sha256, bytes }: PlainBlock, rows: number): PackageBlock => ({
  sha256,
  bytes: bytes.length,
  rows,
})

async function replaceListing(inspectionId: string, listing: PackageListing): Promise<Result<null>> {
  const { db } = currentStore()
  return await db.transaction('rw', [db.packages, db.blocks], async () => {
    const known = await db.packages.where({ inspectionId }).toArray()
    const current = known.find((one) => one.current)
    if (current === undefined) return err('store.no-package')
    const others = current.manifest.listings.filter((one) => one.listing !== listing.listing)
    await db.packages.put({
      ...current,
      manifest: { ...current.manifest, listings: [...others, listing] },
    })
    await dropOrphans(db, inspectionId)
    return ok(null)
  })
}

import type { Convention } from '#domain/convention/convention.ts'
import type { ListingBlock, RejectedRow } from '#domain/listing/listing.ts'
import type { PackageBlock, PackageListing, PackageManifest } from '#domain/package/manifest.ts'
import type { VersionFile } from '#domain/package/package-version.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { hashOf, packed, sealPackage, type PlainBlock } from '#renderer/db/blocks.ts'
import { newId } from '#renderer/db/new-id.ts'
import { CONVENTION, REJECTED } from '#renderer/db/package-blocks.ts'
import type { BlockRow, PackageRow } from '#renderer/db/rows.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'
import { isSameContent, nextNumber, versionIdOf, versionRows, withParts } from '#renderer/db/version-rows.ts'
import { yieldToPage } from '#renderer/db/yield-to-page.ts'

/** A listing read on this laptop: what the parser of `src-domain/listing` said of it, and its rows. */
export interface ImportedListing extends Omit<PackageListing, 'blocks' | 'rejectedBlock'> {
  readonly blocks: readonly ListingBlock[]
  readonly rejectedRows: readonly RejectedRow[]
}

/** What files said: listings, or another convention. */
export type Imported = readonly ImportedListing[] | Convention

/** Packed and sealed, not stored yet. */
export interface SealedParts {
  readonly convention: PackageBlock | null
  readonly listings: readonly PackageListing[]
  readonly rows: readonly BlockRow[]
}

/**
 * Puts what was read from files beside the version in work, as a new version that waits to be taken; the version in work
 * stays as it is. Blocks that are the same are stored once. What already waits with the same content is given back.
 * Errors: `store.no-package`, `store.disk-full`.
 * @param files what the version was made from; of listings it is known
 * @returns the id of the version
 */
export async function prepareVersion(
  inspectionId: string,
  imported: Imported,
  files: readonly VersionFile[] = filesOf(imported),
): Promise<Result<string>> {
  return await guarded(async () => {
    const sealed = await sealParts(inspectionId, imported)
    return sealed.ok ? await storeVersion(inspectionId, sealed.value, files) : sealed
  })
}

/** The same of another convention together with listings that were judged by it. */
export async function prepareWhole(
  inspectionId: string,
  convention: Convention,
  imported: readonly ImportedListing[],
  files: readonly VersionFile[],
): Promise<Result<string>> {
  return await guarded(async () => {
    const [terms, listed] = [
      await sealParts(inspectionId, convention),
      await sealParts(inspectionId, imported),
    ]
    if (!terms.ok) return terms
    if (!listed.ok) return listed
    const rows = [...terms.value.rows, ...listed.value.rows]
    return await storeVersion(
      inspectionId,
      { ...listed.value, convention: terms.value.convention, rows },
      files,
    )
  })
}

const isConvention = (imported: Imported): imported is Convention => !Array.isArray(imported)

const filesOf = (imported: Imported): VersionFile[] =>
  isConvention(imported)
    ? []
    : imported.map(({ source: { fileName, sha256, size } }) => ({ fileName, sha256, size }))

/** Packing is done behind the page, on as many threads as there are. */
const PACKED_AT_ONCE = 8

/** Packs and seals, some blocks at a time, with the page's thread given back in between. */
export async function sealParts(inspectionId: string, imported: Imported): Promise<Result<SealedParts>> {
  if (isConvention(imported)) {
    const block = await plain(CONVENTION, 0, imported)
    const sealed = await sealPackage(inspectionId, [block])
    return sealed.ok ? ok({ convention: described(block, 1), listings: [], rows: sealed.value }) : sealed
  }
  const listings: PackageListing[] = []
  const rows: BlockRow[] = []
  for (const listing of imported) {
    const packedOne = await sealListing(inspectionId, listing)
    if (!packedOne.ok) return packedOne
    listings.push(packedOne.value.listing)
    rows.push(...packedOne.value.rows)
  }
  return ok({ convention: null, listings, rows })
}

async function sealListing(
  inspectionId: string,
  { blocks, rejectedRows, ...facts }: ImportedListing,
): Promise<Result<{ listing: PackageListing; rows: BlockRow[] }>> {
  const packing: Promise<PlainBlock>[] = []
  for (const [no, block] of blocks.entries()) {
    await packing[no - PACKED_AT_ONCE]
    packing.push(plain(facts.listing, no, block))
    await yieldToPage()
  }
  const rows = await Promise.all(packing)
  const refused = rejectedRows.length === 0 ? null : await plain(facts.listing + REJECTED, 0, rejectedRows)
  const sealed = await sealPackage(inspectionId, refused === null ? rows : [...rows, refused])
  if (!sealed.ok) return sealed
  const listing: PackageListing = {
    ...facts,
    blocks: rows.map((row, no) => described(row, blocks[no]?.rows.length ?? 0)),
    rejectedBlock: refused === null ? null : described(refused, rejectedRows.length),
  }
  return ok({ listing, rows: sealed.value })
}

async function plain(listing: string, no: number, value: unknown): Promise<PlainBlock> {
  const bytes = await packed(value)
  return { listing, no, bytes, sha256: await hashOf(bytes) }
}

const described = ({ sha256, bytes }: PlainBlock, rows: number): PackageBlock => ({
  sha256,
  bytes: bytes.length,
  rows,
})

/** The version and its blocks together: never one without the other. */
async function storeVersion(
  inspectionId: string,
  { convention, listings, rows }: SealedParts,
  files: readonly VersionFile[],
): Promise<Result<string>> {
  const { db } = currentStore()
  return await db.transaction('rw', [db.packages, db.blocks], async () => {
    const known = await versionRows(db, inspectionId)
    const current = known.find((row) => row.current)
    if (current === undefined) return err('store.no-package')
    const parts = [...(convention ? [CONVENTION] : []), ...listings.map(({ listing }) => listing)]
    const from = { convention: convention ?? current.manifest.convention, listings: [...listings] }
    const manifest: PackageManifest = withParts(current.manifest, from, parts)
    const same = known.find((row) => row.made?.taken === false && isSameContent(row.manifest, manifest))
    if (same !== undefined) return ok(versionIdOf(same))
    const made = madeNow(current, { files: [...files], parts })
    await db.blocks.bulkPut([...rows])
    await db.packages.add({ inspectionId, version: nextNumber(known), current: false, manifest, made })
    return ok(made.id)
  })
}

function madeNow(
  base: PackageRow,
  { files, parts }: { files: VersionFile[]; parts: string[] },
): NonNullable<PackageRow['made']> {
  const made = { id: newId(), madeAt: new Date().toISOString(), madeBy: '', files, parts }
  return { ...made, baseId: base.made?.taken === true ? base.made.id : null, from: 'import', taken: false }
}

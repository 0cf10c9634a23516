import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { ContentStore } from '#central/content/content-store.ts'
import type { ReadFile } from '#central/import/network-files.ts'
import type { StoredPackage } from '#central/repositories/packages.ts'
import type { Convention } from '#domain/convention/convention.ts'
import type { ImportedListing } from '#domain/listing/import-listings.ts'
import { ROWS_PER_BLOCK, type ListingBlock, type ListingRow } from '#domain/listing/listing.ts'
import type { PackageBlock, PackageListing } from '#domain/package/manifest.ts'

/** Cuts a convention and its listings into blocks, stores them, and describes them. */
export function packConvention(
  content: ContentStore,
  convention: Convention,
  imported: readonly ImportedListing[],
  files: readonly ReadFile[],
): StoredPackage {
  const listings = imported.map((one) => packListing(content, one, files))
  const first = storeBlock(content, convention, 1)
  const blocks = [first, ...listings.flatMap((one) => [...one.blocks, one.rejectedBlock ?? []].flat())]
  return {
    version: 1,
    convention: first,
    listings,
    bytes: blocks.reduce((sum, block) => sum + block.bytes, 0),
    rowCount: listings.reduce((sum, one) => sum + one.accepted, 0),
  }
}

function packListing(
  content: ContentStore,
  imported: ImportedListing,
  files: readonly ReadFile[],
): PackageListing {
  const { listing, columns, rejected, counts } = imported
  const blocks = inBlocks(imported.rows).map((rows) => {
    const block: ListingBlock = { listing, columns: [...columns], rows }
    return storeBlock(content, block, rows.length)
  })
  return {
    listing,
    source: sourceOf(imported, files),
    ...counts,
    blocks,
    rejectedBlock: rejected.length > 0 ? storeBlock(content, rejected, rejected.length) : null,
  }
}

function sourceOf(imported: ImportedListing, files: readonly ReadFile[]): PackageListing['source'] {
  const { fileName, encoding, separator } = imported
  const headers = [...imported.headers]
  const file = files.find((one) => one.fileName === fileName)
  if (file === undefined) throw new Error(`no file ${fileName}`)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return {
    fileName,
    sha256,
    size: file.bytes.byteLength,
    encoding,
    separator,
    extractedOn: file.madeOn,
    headers,
  }
}

function inBlocks(rows: readonly ListingRow[]): ListingRow[][] {
  const count = Math.ceil(rows.length / ROWS_PER_BLOCK)
  return Array.from({ length: count }, (_, at) => rows.slice(at * ROWS_PER_BLOCK, (at + 1) * ROWS_PER_BLOCK))
}

function storeBlock(content: ContentStore, value: unknown, rows: number): PackageBlock {
  const bytes = gzipSync(JSON.stringify(value))
  return { sha256: content.put(bytes), bytes: bytes.byteLength, rows }
}

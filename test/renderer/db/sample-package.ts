import type { ListingBlock, ListingName, ListingRow, RejectedRow } from '#domain/listing/listing.ts'
import type { PackageListing, PackageManifest } from '#domain/package/manifest.ts'
import { hashOf, packed } from '#renderer/db/blocks.ts'
import type { ImportedListing } from '#renderer/db/prepare-version.ts'

const SOURCE = {
  ...{ fileName: 'activites.csv', sha256: 'a'.repeat(64), size: 1, encoding: 'windows-1252', separator: ';' },
  extractedOn: '2026-02-01',
}

export const rowOf = (line: number): ListingRow => ({ line, cells: [`A-${line}`, line * 100], marks: [] })

export interface SamplePackage {
  readonly manifest: PackageManifest
  readonly bytes: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

/** A package as the central store hands it out: a convention, one listing in small blocks, one refused row. */
export async function makePackage(inspectionId: string, version = 1, blocks = 5): Promise<SamplePackage> {
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>()
  const add = async (value: unknown, rows: number) => {
    const gzip = await packed(value)
    const sha256 = await hashOf(gzip)
    bytes.set(sha256, gzip)
    return { sha256, bytes: gzip.length, rows }
  }
  const rejected: RejectedRow[] = [{ line: 999, text: 'x;y', reasons: [] }]
  const listing: PackageListing = {
    ...{ listing: 'activities', source: SOURCE, read: blocks * 10 + 1, accepted: blocks * 10, rejected: 1 },
    ...{ warned: 0, suspicious: 0, blocks: [], rejectedBlock: await add(rejected, 1) },
  }
  for (let no = 0; no < blocks; no++) {
    const rows = Array.from({ length: 10 }, (_, at) => rowOf(no * 10 + at + 1 + version * 1000))
    const block: ListingBlock = { listing: 'activities', columns: ['activity_id', 'amount'], rows }
    listing.blocks.push(await add(block, 10))
  }
  const convention = await add({ agreementNo: 'ACT-2026-0001', version, parameters: [] }, 0)
  return { manifest: { inspectionId, version, convention, listings: [listing] }, bytes }
}

/** A listing read from a file, with a row at each of these lines. */
export const importedOf = (listing: ListingName, ...lines: number[]): ImportedListing => ({
  listing,
  source: { ...SOURCE, fileName: `${listing}.csv` },
  ...{ read: lines.length, accepted: lines.length, rejected: 0, warned: 0, suspicious: 0 },
  blocks: [{ listing, columns: ['activity_id', 'amount'], rows: lines.map(rowOf) }],
  rejectedRows: [],
})

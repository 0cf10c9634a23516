import { ROWS_PER_BLOCK, type ListingBlock } from '#domain/listing/listing.ts'
import { ok, type Result } from '#domain/result.ts'
import { storeImportedListing } from '#renderer/db/packages.ts'
import type { ReadFile } from '#renderer/features/import/worker/start-import.ts'

/** Stores read files as the listings of the package in work, each in the place of the one of its name. */
export async function keepImport(inspectionId: string, files: readonly ReadFile[]): Promise<Result<null>> {
  for (const file of files) {
    const { rows, columns, rejectedRows, listing, source, read, accepted, rejected, warned, suspicious } =
      file
    const described = { listing, source, read, accepted, rejected, warned, suspicious }
    const blocks = [...blocksOf(file, rows, columns)]
    const stored = await storeImportedListing(inspectionId, { ...described, blocks, rejectedRows })
    if (!stored.ok) return stored
  }
  return ok(null)
}

function* blocksOf(
  { listing }: ReadFile,
  rows: ReadFile['rows'],
  columns: readonly string[],
): Generator<ListingBlock> {
  for (let start = 0; start < rows.length; start += ROWS_PER_BLOCK) {
    yield { listing, columns: [...columns], rows: rows.slice(start, start + ROWS_PER_BLOCK) }
  }
}

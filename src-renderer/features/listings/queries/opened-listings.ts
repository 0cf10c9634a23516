import type { Column } from '#domain/listing/column.ts'
import { columnsOf } from '#domain/listing/columns.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import { buildRowIndex, type RowIndex } from '#domain/listing/row-index.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import { ok, type Result } from '#domain/result.ts'
import { openListing } from '#renderer/db/packages.ts'
import { yieldToPage } from '#renderer/db/yield-to-page.ts'
import { viewColumn } from '#renderer/features/listings/queries/view-column.ts'
import { noteSuspicious, resumeLook } from '#renderer/features/listings/state/listings-view.ts'
import { bridge } from '#renderer/platform/bridge.ts'

/** A column with its place in a row's cells. */
type PlacedColumn = Column & { readonly at: number }

/** A listing in memory, ready to be searched. */
export interface OpenedListing {
  readonly key: string
  readonly listing: ListingName
  /** The columns that may be shown. */
  readonly columns: readonly PlacedColumn[]
  /** Those that say who a person is: neither shown nor indexed, read for one row on demand (`show-identity.ts`). */
  readonly identity: readonly PlacedColumn[]
  readonly rows: readonly ListingRow[]
  readonly index: RowIndex
}

/** Going back and forth between two listings is common; a third would only fill the memory. */
const KEPT = 2
const opened = new Map<string, OpenedListing>()
// Rows in the clear do not outlive the open vault.
bridge.on('vault:locked', () => opened.clear())

/** One content of one listing: rows that were added or judged again are another one of the same file. */
export const listingKey = (inspectionId: string, { listing, source, blocks }: PackageListing): string =>
  [inspectionId, listing, source.sha256, ...blocks.map(({ sha256 }) => sha256.slice(0, 8))].join('/')

export const alreadyOpened = (key: string): OpenedListing | undefined => opened.get(key)

/**
 * Opens a listing and makes its index, giving the thread back all along; the two opened last are kept in memory.
 * Errors: those of `openListing`.
 */
export async function openIndexed(
  inspectionId: string,
  described: PackageListing,
  onBlock: (done: number, of: number) => void,
): Promise<Result<OpenedListing>> {
  const { listing } = described
  const content = await openListing(inspectionId, listing, onBlock)
  if (!content.ok) return content
  const { rows } = content.value
  const placed = columnsOf(listing)
    .map((column) => ({ ...column, at: content.value.columns.indexOf(column.id) }))
    .filter(({ at }) => at >= 0)
  const columns = placed.filter((column) => !column.identity)
  const identity = placed.filter((column) => column.identity)
  const work = buildRowIndex(columns.map(viewColumn), rows)
  let step = work.next()
  for (; !step.done; step = work.next()) await yieldToPage()
  const key = listingKey(inspectionId, described)
  const found = { key, listing, columns, identity, rows, index: step.value }
  keep(found)
  resumeLook(key)
  noteSuspicious(
    key,
    step.value.suspicious.reduce((sum, one) => sum + one, 0),
  )
  return ok(found)
}

function keep(listing: OpenedListing): void {
  opened.delete(listing.key)
  opened.set(listing.key, listing)
  for (const key of opened.keys()) if (opened.size > KEPT) opened.delete(key)
}

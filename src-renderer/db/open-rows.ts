import type { Convention } from '#domain/convention/convention.ts'
import { upgradeConvention } from '#domain/convention/upgrade-convention.ts'
import type { ListingBlock, ListingName, ListingRow } from '#domain/listing/listing.ts'
import type { PackageManifest } from '#domain/package/manifest.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { blockKeyOf, openBlock, unpackBlock } from '#renderer/db/blocks.ts'
import { blockPlaces, CONVENTION } from '#renderer/db/package-blocks.ts'
import type { BlockRow } from '#renderer/db/rows.ts'
import { currentStore } from '#renderer/db/store.ts'
import { yieldToPage } from '#renderer/db/yield-to-page.ts'

export interface OpenedListing {
  readonly columns: string[]
  readonly rows: ListingRow[]
}

/** The sealed blocks of a package at the places wanted, as far as they are here. */
export async function blocksAt(
  manifest: PackageManifest,
  wanted: (listing: string) => boolean,
): Promise<BlockRow[]> {
  const places = blockPlaces(manifest).filter(({ listing }) => wanted(listing))
  const rows = await currentStore().db.blocks.bulkGet(places.map(blockKeyOf))
  return rows.filter((row) => row !== undefined)
}

/** The convention of a package; undefined when its block is not here. */
export async function openConvention(manifest: PackageManifest): Promise<Convention | undefined> {
  const [row] = await blocksAt(manifest, (listing) => listing === CONVENTION)
  const key = await currentStore().keyring.blockKey(manifest.inspectionId)
  return row === undefined ? undefined : upgradeConvention(await openBlock(key, row))
}

/** How many blocks are decrypted and unpacked at once: enough to keep the threads behind the page busy. */
const AHEAD = 8

/**
 * Opens the rows of a listing as they are stored, block by block; the page's thread is given back in between.
 * Errors: `store.no-package`, `store.block-missing`, `store.damaged`.
 */
export async function openRows(
  manifest: PackageManifest,
  listing: ListingName,
  onBlock?: (done: number, of: number) => void,
): Promise<Result<OpenedListing>> {
  const described = manifest.listings.find((one) => one.listing === listing)
  if (described === undefined) return err('store.no-package')
  const stored = await blocksAt(manifest, (name) => name === listing)
  if (stored.length !== described.blocks.length) return err('store.block-missing')
  const key = await currentStore().keyring.blockKey(manifest.inspectionId)
  const opened: OpenedListing = { columns: [], rows: [] }
  for (let at = 0; at < stored.length; at += AHEAD) {
    const group = stored.slice(at, at + AHEAD)
    const texts = await Promise.all(group.map((row) => unpackBlock(key, row)))
    for (const text of texts) {
      const { columns, rows } = JSON.parse(text) as ListingBlock
      if (opened.columns.length === 0) opened.columns.push(...columns)
      for (const row of rows) opened.rows.push(row)
      await yieldToPage()
    }
    onBlock?.(at + group.length, stored.length)
  }
  return ok(opened)
}

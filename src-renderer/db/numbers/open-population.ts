import type { PackageManifest } from '#domain/package/manifest.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { SealedListing } from '#renderer/db/numbers/numbers-messages.ts'
import { blocksAt, openConvention } from '#renderer/db/open-rows.ts'
import type { BlockRow } from '#renderer/db/rows.ts'
import { currentStore } from '#renderer/db/store.ts'
import { versionIdOf, versionRows } from '#renderer/db/version-rows.ts'

/** What a sample is pinned to: a listing, the version of the package it is of, the file it was read from. */
export type Pin = Pick<PopulationSource, 'listing' | 'versionId' | 'sha256'>

const fileOf = ({ listings }: PackageManifest, name: ListingName): string | undefined =>
  listings.find(({ listing }) => listing === name)?.source.sha256

/**
 * The manifest of the version a sample is pinned to. A version may have got another name since (taken again, or received
 * from another laptop): then one that has the same file stands for it, and the hash of the population proves it.
 * Errors: `sampling.listing-not-here`.
 */
export async function pinnedManifest(
  inspectionId: string,
  { listing, versionId, sha256 }: Pin,
): Promise<Result<PackageManifest>> {
  const rows = await versionRows(currentStore().db, inspectionId)
  const sound = rows.filter(({ manifest }) => fileOf(manifest, listing) === sha256)
  const found = sound.find((row) => versionIdOf(row) === versionId) ?? sound.at(-1)
  return found ? ok(found.manifest) : err('sampling.listing-not-here', { listing })
}

/** Whether those are the blocks that a listing has; a listing that is not in the package has none. */
const hasAll = ({ listings }: PackageManifest, name: ListingName, blocks: readonly BlockRow[]): boolean =>
  blocks.length === (listings.find(({ listing }) => listing === name)?.blocks.length ?? 0)

/**
 * The sealed rows of the listing a sample is pinned to, with the convention of the same version.
 * Errors: `sampling.listing-not-here`, `store.block-missing`.
 */
export async function sealedListing(inspectionId: string, pin: Pin): Promise<Result<SealedListing>> {
  const pinned = await pinnedManifest(inspectionId, pin)
  if (!pinned.ok) return pinned
  const manifest = pinned.value
  const blocks = await blocksAt(manifest, (name) => name === pin.listing)
  const references = await blocksAt(manifest, (name) => name === 'references')
  const convention = await openConvention(manifest)
  const isWhole = hasAll(manifest, pin.listing, blocks) && hasAll(manifest, 'references', references)
  if (!isWhole || convention === undefined) return err('store.block-missing')
  const key = await currentStore().keyring.blockKey(inspectionId)
  const hashes = [manifest.convention, ...references, ...blocks].map(({ sha256 }) => sha256)
  return ok({ name: [inspectionId, pin.listing, ...hashes].join('/'), key, blocks, references, convention })
}

/**
 * What a population drawn now is pinned to: the version in work.
 * @returns null when the listing is not in it
 */
export async function pinListing(inspectionId: string, listing: ListingName): Promise<Pin | null> {
  const rows = await versionRows(currentStore().db, inspectionId)
  const row = rows.find(({ current }) => current)
  const sha256 = row && fileOf(row.manifest, listing)
  return row && sha256 !== undefined ? { listing, versionId: versionIdOf(row), sha256 } : null
}

/** SHA-256 of the convention in work; null when there is no package. */
export async function conventionInWork(inspectionId: string): Promise<string | null> {
  const rows = await versionRows(currentStore().db, inspectionId)
  return rows.find(({ current }) => current)?.manifest.convention.sha256 ?? null
}

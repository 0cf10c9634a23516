import { LISTING_NAMES } from '#domain/listing/listing.ts'
import type { PackageListing, PackageManifest } from '#domain/package/manifest.ts'
import type { PackageVersion } from '#domain/package/package-version.ts'
import { blockKeyOf } from '#renderer/db/blocks.ts'
import { newId } from '#renderer/db/new-id.ts'
import { blockPlaces, CONVENTION } from '#renderer/db/package-blocks.ts'
import type { PackageRow } from '#renderer/db/rows.ts'
import type { LocalDb } from '#renderer/db/schema.ts'

/** The id of a version on this laptop; the office's have one for each number of theirs. */
export const versionIdOf = ({ made, manifest }: Pick<PackageRow, 'made' | 'manifest'>): string =>
  made?.id ?? `office-${manifest.version}`

/** Whether a version came as it is from the office. */
export const isOffice = ({ made }: Pick<PackageRow, 'made'>): boolean => made?.from !== 'import'

/** Oldest first. */
export const versionRows = async (db: LocalDb, inspectionId: string): Promise<PackageRow[]> =>
  await db.packages.where({ inspectionId }).sortBy('version')

/** The number after all that were given here. */
export const nextNumber = (rows: readonly PackageRow[]): number =>
  Math.max(0, ...rows.map(({ version }) => version)) + 1

/** A manifest with some parts (`convention`, names of listings) as they are in another. */
export function withParts(
  manifest: PackageManifest,
  from: Pick<PackageManifest, 'convention' | 'listings'>,
  parts: readonly string[],
): PackageManifest {
  const kept = manifest.listings.filter(({ listing }) => !parts.includes(listing))
  const taken = from.listings.filter(({ listing }) => parts.includes(listing))
  const convention = parts.includes(CONVENTION) ? from.convention : manifest.convention
  return { ...manifest, convention, listings: inOrder([...kept, ...taken]) }
}

/** As listings are always named, so that equal packages have equal manifests. */
const inOrder = (listings: readonly PackageListing[]): PackageListing[] => {
  const placeOf = ({ listing }: PackageListing): number => LISTING_NAMES.indexOf(listing)
  return [...listings].sort((a, b) => placeOf(a) - placeOf(b))
}

/** Whether two manifests name the same content. */
export function isSameContent(one: PackageManifest, other: PackageManifest): boolean {
  const keys = (manifest: PackageManifest): string[] =>
    blockPlaces(manifest)
      .map(({ listing, no, sha256 }) => [listing, no, sha256].join())
      .sort()
  return keys(one).join(';') === keys(other).join(';')
}

/** The row of a version that was taken into work on another laptop. */
export const recordedRow = ({ inspectionId, no, manifest, ...made }: PackageVersion): PackageRow => ({
  ...{ inspectionId, version: no, current: true, manifest },
  made: { ...made, parts: [], taken: true },
})

/** The record of a version that goes into work now. */
export function recordOf(
  { inspectionId, manifest, made }: PackageRow,
  over: Pick<PackageVersion, 'no' | 'baseId' | 'madeBy'>,
): PackageVersion {
  const id = made === undefined || made.taken ? newId() : made.id
  const madeAt = made?.madeAt ?? new Date().toISOString()
  const from = made?.from ?? 'central'
  return { id, inspectionId, from, manifest, files: made?.files ?? [], madeAt, ...over }
}

/** Removes the blocks that no version on this laptop names; must run in a transaction with `packages` and `blocks`. */
export async function dropOrphans(db: LocalDb, inspectionId: string): Promise<void> {
  const versions = await db.packages.where({ inspectionId }).toArray()
  const places = versions.flatMap(({ manifest }) => blockPlaces(manifest))
  const wanted = new Set(places.map((place) => blockKeyOf(place).join()))
  const keys = await db.blocks.where('inspectionId').equals(inspectionId).primaryKeys()
  await db.blocks.bulkDelete(keys.filter((key) => !wanted.has(key.join())))
}

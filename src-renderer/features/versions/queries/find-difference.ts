import { compareSteps, type ListingDifference } from '#domain/listing/compare-rows.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import { compareConventions, type FieldChange } from '#domain/package/compare-conventions.ts'
import type { PackageListing, PackageManifest } from '#domain/package/manifest.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openListing, readConvention, readManifest } from '#renderer/db/packages.ts'
import { yieldToPage } from '#renderer/db/yield-to-page.ts'

/** What differs in one listing. */
export interface ListingChanges extends ListingDifference {
  readonly listing: ListingName
}

/** What taking a version would change; only what differs is named, the rest is counted. */
export interface PackageDifference {
  readonly convention: readonly FieldChange[]
  readonly listings: readonly ListingChanges[]
}

interface Watch {
  readonly signal: AbortSignal
  /** Hears how many blocks of how many are read. */
  readonly onProgress: (done: number, of: number) => void
}

/** The two sides of a comparison; the first is the version in work. */
interface Sides {
  readonly inspectionId: string
  readonly versionId: string
  readonly before: PackageManifest
  readonly after: PackageManifest
}

/**
 * Compares a version with the one in work. What has the same blocks is not opened; the rest is opened listing by listing
 * and compared in steps, with the thread given back in between.
 * Errors: `store.no-package`, `store.no-version`, those of `openListing`.
 * @returns null when it was called off
 */
export async function findDifference(
  inspectionId: string,
  versionId: string,
  watch: Watch,
): Promise<Result<PackageDifference | null>> {
  const before = await readManifest(inspectionId)
  const after = await readManifest(inspectionId, versionId)
  if (before === undefined) return err('store.no-package')
  if (after === undefined) return err('store.no-version')
  const sides = { inspectionId, versionId, before, after }
  const counter = countBlocks(sides, watch)
  const listings: ListingChanges[] = []
  for (const listing of differing(sides)) {
    const changes = await compareOne(sides, listing, counter, watch.signal)
    if (!changes.ok) return changes
    if (changes.value === null) return ok(null)
    listings.push(changes.value)
  }
  return ok({ convention: await compareTerms(sides), listings })
}

async function compareTerms({ inspectionId, versionId, before, after }: Sides): Promise<FieldChange[]> {
  if (before.convention.sha256 === after.convention.sha256) return []
  const [old, now] = [await readConvention(inspectionId), await readConvention(inspectionId, versionId)]
  return old === undefined || now === undefined ? [] : compareConventions(old, now)
}

const listingOf = ({ listings }: PackageManifest, name: ListingName): PackageListing | undefined =>
  listings.find(({ listing }) => listing === name)

const contentOf = (listing: PackageListing | undefined): string =>
  listing?.blocks.map(({ sha256 }) => sha256).join() ?? ''

/** The listings whose blocks are not the same on both sides. */
function differing({ before, after }: Sides): ListingName[] {
  const names = new Set([...before.listings, ...after.listings].map(({ listing }) => listing))
  return [...names].filter((name) => contentOf(listingOf(before, name)) !== contentOf(listingOf(after, name)))
}

type Counter = () => (done: number) => void

/** Adds up the blocks of every listing that is opened. */
function countBlocks(sides: Sides, { onProgress }: Watch): Counter {
  const blocksOf = (manifest: PackageManifest): number =>
    differing(sides).reduce((sum, name) => sum + (listingOf(manifest, name)?.blocks.length ?? 0), 0)
  const of = blocksOf(sides.before) + blocksOf(sides.after)
  let ended = 0
  onProgress(0, of)
  return () => {
    const start = ended
    return (done) => {
      ended = start + done
      onProgress(ended, of)
    }
  }
}

async function compareOne(
  { inspectionId, versionId, before, after }: Sides,
  listing: ListingName,
  counter: Counter,
  signal: AbortSignal,
): Promise<Result<ListingChanges | null>> {
  const open = async (manifest: PackageManifest, version?: string): Promise<Result<ListingRow[]>> => {
    if (listingOf(manifest, listing) === undefined) return ok([])
    const opened = await openListing(inspectionId, listing, counter(), version)
    return opened.ok ? ok(opened.value.rows) : opened
  }
  const old = await open(before)
  if (!old.ok) return old
  if (isCalledOff(signal)) return ok(null)
  const now = await open(after, versionId)
  if (!now.ok) return now
  const steps = compareSteps(listing, old.value, now.value)
  let step = steps.next()
  for (; !step.done && !isCalledOff(signal); step = steps.next()) await yieldToPage()
  return ok(step.done && !isCalledOff(signal) ? { listing, ...step.value } : null)
}

/** Asked anew each time: it changes while others have the thread. */
const isCalledOff = (signal: AbortSignal): boolean => signal.aborted

import { linkListing, type LinkedListing, type LinkedListings } from '#domain/listing/links.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import { ok, type Result } from '#domain/result.ts'
import { openListing } from '#renderer/db/packages.ts'
import { yieldToPage } from '#renderer/db/yield-to-page.ts'
import { listingKey } from '#renderer/features/listings/queries/opened-listings.ts'
import { bridge } from '#renderer/platform/bridge.ts'

/** The links of one inspection's listings at a time, by listing key; each is made once. */
const made = new Map<string, Promise<Result<LinkedListing>>>()
bridge.on('vault:locked', () => made.clear())

/**
 * Reads what is linked among the listings of an inspection. A listing is opened for it and forgotten again: only ids,
 * lines and a few cells stay in memory.
 * Errors: those of `openListing`.
 */
export async function openLinks(
  inspectionId: string,
  listings: readonly PackageListing[],
): Promise<Result<LinkedListings>> {
  const keys = listings.map((described) => listingKey(inspectionId, described))
  for (const key of made.keys()) if (!keys.includes(key)) made.delete(key)
  const linked = new Map<ListingName, LinkedListing>()
  for (const described of listings) {
    const answer = await linksOfOne(inspectionId, described)
    if (!answer.ok) return answer
    linked.set(described.listing, answer.value)
  }
  return ok(linked)
}

async function linksOfOne(inspectionId: string, described: PackageListing): Promise<Result<LinkedListing>> {
  const key = listingKey(inspectionId, described)
  const known = made.get(key) ?? readLinks(inspectionId, described.listing)
  made.set(key, known)
  const answer = await known
  if (!answer.ok) made.delete(key)
  return answer
}

async function readLinks(inspectionId: string, listing: ListingName): Promise<Result<LinkedListing>> {
  const content = await openListing(inspectionId, listing)
  if (!content.ok) return content
  const work = linkListing(listing, content.value.columns, content.value.rows)
  let step = work.next()
  for (; !step.done; step = work.next()) await yieldToPage()
  return ok(step.value)
}

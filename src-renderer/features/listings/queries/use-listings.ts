import { useLiveQuery } from 'dexie-react-hooks'
import type { PackageListing } from '#domain/package/manifest.ts'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import { listListings } from '#renderer/db/packages.ts'

/** The listings of an inspection's package in their usual order; undefined while they are read. */
export function useListings(inspectionId: string): PackageListing[] | undefined {
  return useLiveQuery(async () => {
    const listings = await listListings(inspectionId)
    return LISTING_NAMES.flatMap((name) => listings.find(({ listing }) => listing === name) ?? [])
  }, [inspectionId])
}

import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import type { Details } from '#domain/result.ts'

export const isListingName = (name: unknown): name is ListingName =>
  LISTING_NAMES.some((known) => known === name)

/** Values of a text with the names of listings in the language of the reader. */
export const nameListings = (details: Details, nameOf: (listing: ListingName) => string): Details =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, isListingName(value) ? nameOf(value) : value]),
  )

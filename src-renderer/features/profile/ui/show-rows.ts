import type { ListingName } from '#domain/listing/listing.ts'

/** Leads to rows of a listing, shown alone under a name. */
export type ShowRows = (what: {
  readonly listing: ListingName
  readonly name: string
  /** Places in the listing. */
  readonly rows: readonly number[]
}) => void

import { linkLabel } from '#domain/finding/cite-rows.ts'
import type { LinkedRow } from '#domain/finding/finding.ts'
import type { ListingRow, RuleMark } from '#domain/listing/listing.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'

const rowsAt = ({ rows }: OpenedListing, places: Iterable<number>): ListingRow[] =>
  [...places].sort((a, b) => a - b).flatMap((place) => rows[place] ?? [])

/** Rows as a finding refers to them, in the order of the file. */
export const linkRows = (listing: OpenedListing, places: Iterable<number>): LinkedRow[] =>
  rowsAt(listing, places).map(({ line, cells }) => ({
    listing: listing.listing,
    line,
    label: linkLabel(listing.listing, cells),
  }))

/** The mark of a rule that all these rows break, when there is one: suggested findings before warnings. */
export function sharedMark(listing: OpenedListing, places: Iterable<number>): RuleMark | undefined {
  const [first, ...others] = rowsAt(listing, places)
  const shared = first?.marks.filter(({ rule }) =>
    others.every(({ marks }) => marks.some((mark) => mark.rule === rule)),
  )
  return shared?.find(({ severity }) => severity === 'F') ?? shared?.[0]
}

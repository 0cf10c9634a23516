import type { Citations } from '#domain/finding/cite-rows.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import { rowLabel } from '#domain/listing/columns.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import type { ListingChanges } from '#renderer/features/versions/queries/find-difference.ts'

/** The findings that cite a row, `C-03`. */
export const citingFindings = (
  citations: Citations,
  listing: ListingName,
  { cells }: ListingRow,
): readonly string[] => citations(listing, rowLabel(listing, cells)).map(({ number }) => findingLabel(number))

/** How many rows that findings cite change or vanish. */
export function citedRows({ listing, changed, removed }: ListingChanges, citations: Citations): number {
  const touched = [...changed.map(({ before }) => before), ...removed]
  return touched.filter((row) => citingFindings(citations, listing, row).length > 0).length
}

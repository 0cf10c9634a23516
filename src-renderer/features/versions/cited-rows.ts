import { rowLabel } from '#domain/listing/columns.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import type { ListingChanges } from '#renderer/features/versions/queries/find-difference.ts'
import type { Citations } from '#renderer/features/versions/queries/use-versions.ts'

/** Findings name a row by at most so many letters of its label. */
const LONGEST_LABEL = 80

/** The findings that cite a row. */
export const citingFindings = (
  citations: Citations,
  listing: ListingName,
  { cells }: ListingRow,
): readonly string[] => citations(listing, rowLabel(listing, cells).slice(0, LONGEST_LABEL))

/** How many rows that findings cite change or vanish. */
export function citedRows({ listing, changed, removed }: ListingChanges, citations: Citations): number {
  const touched = [...changed.map(({ before }) => before), ...removed]
  return touched.filter((row) => citingFindings(citations, listing, row).length > 0).length
}

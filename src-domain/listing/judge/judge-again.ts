import type { Convention } from '#domain/convention/convention.ts'
import { fieldsOf } from '#domain/listing/columns.ts'
import { judgeListings, type ListingDraft, type LoadedListing } from '#domain/listing/judge/judge-listings.ts'
import { ruleOf } from '#domain/listing/judge/rule-book.ts'
import type { Cell, ListingName, ListingRow, RejectedRow, RuleMark } from '#domain/listing/listing.ts'

/** A listing whose stored rows were judged anew. */
export interface JudgedListing {
  readonly listing: ListingName
  readonly rows: readonly ListingRow[]
  /** Rows that no longer stand: what they refer to is gone, or the convention changed. */
  readonly rejected: readonly RejectedRow[]
}

/**
 * Judges stored rows again, together, as after a correction or a change of the convention. What the reading of the file
 * said of a row stays; what rules said is said anew. Yields the number of rows done; each counts twice.
 */
export function* judgeAgain(
  listings: readonly LoadedListing[],
  convention: Convention,
): Generator<number, JudgedListing[], void> {
  const drafts = listings.map(draftOf)
  yield* judgeListings(drafts, [], convention)
  return drafts.map(({ listing, rows, rejected }) => ({
    listing,
    rows: rows.map(({ line, cells, marks }) => ({ line, cells, marks })),
    rejected: rejected.sort((a, b) => a.line - b.line),
  }))
}

const draftOf = ({ listing, rows }: LoadedListing): ListingDraft => ({
  listing,
  rows: rows.map(({ line, cells, marks }) => ({
    line,
    cells,
    marks: marks.filter(isOfReading),
    text: cells.map(quoted).join(';'),
    fields: fieldsOf(listing, cells),
  })),
  rejected: [],
})

const isOfReading = ({ rule }: RuleMark): boolean => ruleOf(rule)?.listing === null

const quoted = (cell: Cell): string => {
  const text = String(cell ?? '')
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

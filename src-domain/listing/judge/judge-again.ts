import type { Convention } from '#domain/convention/convention.ts'
import { columnIdsOf, fieldsOf } from '#domain/listing/columns.ts'
import { judgeListings, type ListingDraft, type LoadedListing } from '#domain/listing/judge/judge-listings.ts'
import { CHECKS, ruleOf } from '#domain/listing/judge/rule-book.ts'
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
  absent: absentOf(listing, rows),
  rows: rows.map(({ line, cells, marks }) => ({
    line,
    cells,
    marks: marks.filter(isOfReading),
    text: cells.map(quoted).join(';'),
    fields: fieldsOf(listing, cells),
  })),
  rejected: [],
})

/**
 * Columns that the file of stored rows did not have: nothing stands in them, and no row was marked for it. A header
 * over empty cells leaves such marks.
 */
function absentOf(listing: ListingName, rows: readonly ListingRow[]): string[] {
  const marked = new Set(rows.flatMap(({ marks }) => marks.map(({ rule }) => rule)))
  const silent = CHECKS[listing].filter(({ code }) => !marked.has(code))
  const needed = columnIdsOf(listing).filter((id) =>
    silent.some(({ needs = [] }) => needs.some((one) => one === id)),
  )
  const places = new Map(columnIdsOf(listing).map((id, place) => [id, place]))
  return needed.filter((id) => rows.every(({ cells }) => (cells[places.get(id) ?? -1] ?? null) === null))
}

const isOfReading = ({ rule }: RuleMark): boolean => ruleOf(rule)?.listing === null

const quoted = (cell: Cell): string => {
  const text = String(cell ?? '')
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

import type { ImportCounts } from '#domain/listing/import-listings.ts'
import type { ListingRow, RejectedRow, Severity } from '#domain/listing/listing.ts'
import type { RuleCount } from '#renderer/features/import/judging/listing-there.ts'

/** How many rows each rule marked, the most frequent first. */
export function countRules(rows: readonly ListingRow[]): RuleCount[] {
  const counts = new Map<string, { mark: RuleCount['mark']; rows: number }>()
  for (const { marks } of rows)
    for (const mark of marks) {
      const known = counts.get(mark.rule)
      if (known) known.rows++
      else counts.set(mark.rule, { mark, rows: 1 })
    }
  return [...counts.values()].sort((a, b) => b.rows - a.rows)
}

/** What a listing holds, in figures. */
export function countsOf(rows: readonly ListingRow[], rejected: readonly RejectedRow[]): ImportCounts {
  const marked = (severity: Severity): number =>
    rows.filter(({ marks }) => marks.some((mark) => mark.severity === severity)).length
  return {
    read: rows.length + rejected.length,
    accepted: rows.length,
    rejected: rejected.length,
    warned: marked('W'),
    suspicious: marked('F'),
  }
}

import { lackedBy } from '#domain/listing/judge/rule.ts'
import { CHECKS, GATES } from '#domain/listing/judge/rule-book.ts'
import type { ListingName } from '#domain/listing/listing.ts'

/** What is said once of a file, and not of its rows. */
export type ImportNotice =
  /** It has a header and nothing below it. */
  | { readonly kind: 'no-rows' }
  /** Columns it may do without, so that the rules which need them say nothing. */
  | { readonly kind: 'columns-absent'; readonly columns: readonly string[] }
  /** Listings that are not there, so that nothing was compared with them. */
  | { readonly kind: 'not-compared'; readonly listings: readonly ListingName[] }

interface Imported {
  readonly listing: ListingName
  readonly read: number
  /** Columns that the file does not have. */
  readonly absent: readonly string[]
}

/** What is to be said of a file as a whole. @param there the listings it was judged with */
export function noticesOf(
  { listing, read, absent }: Imported,
  there: readonly ListingName[],
): ImportNotice[] {
  if (read === 0) return [{ kind: 'no-rows' }]
  const rules = [...GATES[listing], ...CHECKS[listing]]
  const columns = [...new Set(rules.flatMap((rule) => lackedBy(rule, absent)))]
  const against = new Set(rules.flatMap((rule) => rule.against ?? []))
  const listings = [...against].filter((other) => !there.includes(other))
  return [
    ...(columns.length > 0 ? [{ kind: 'columns-absent', columns } as const] : []),
    ...(listings.length > 0 ? [{ kind: 'not-compared', listings } as const] : []),
  ]
}

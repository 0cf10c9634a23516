import { MOST_ROWS, type Finding, type LinkedRow } from '#domain/finding/finding.ts'
import { rowLabel } from '#domain/listing/columns.ts'
import type { Cell, ListingName } from '#domain/listing/listing.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** What a row goes by: its label in its listing, since its line changes with the version; its line where it has none. */
const keyOf = ({ listing, line, label }: LinkedRow): string =>
  `${listing}/${label === '' ? String(line) : ` ${label}`}`

const keysOf = (rows: readonly LinkedRow[]): ReadonlySet<string> => new Set(rows.map(keyOf))

/** The rows among `rows` that a finding does not cite yet, each once. */
export function newRows(cited: readonly LinkedRow[], rows: readonly LinkedRow[]): LinkedRow[] {
  const known = keysOf(cited)
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()].filter((row) => !known.has(keyOf(row)))
}

/**
 * The rows that a finding cites with some more, none of them twice.
 * Error: `finding.too-many-rows` (`most`, `free`): then none is added.
 */
export function withRows(cited: readonly LinkedRow[], rows: readonly LinkedRow[]): Result<LinkedRow[]> {
  const all = [...cited, ...newRows(cited, rows)]
  if (all.length <= MOST_ROWS) return ok(all)
  return err('finding.too-many-rows', { most: MOST_ROWS, free: Math.max(0, MOST_ROWS - cited.length) })
}

/** The rows that a finding cites without some of them. */
export function withoutRows(cited: readonly LinkedRow[], rows: readonly LinkedRow[]): LinkedRow[] {
  const gone = keysOf(rows)
  return cited.filter((row) => !gone.has(keyOf(row)))
}

/** The findings that cite a row, by listing and label. */
export type Citations = (listing: ListingName, label: string) => readonly Finding[]

const NONE: readonly Finding[] = []

/** Which of these findings cite which rows. */
export function citationsOf(findings: readonly Finding[]): Citations {
  const cited = new Map<string, Finding[]>()
  for (const finding of findings) {
    for (const { listing, label } of finding.rows) {
      const key = `${listing}/${label}`
      cited.set(key, [...(cited.get(key) ?? []), finding])
    }
  }
  return (listing, label) => cited.get(`${listing}/${label.slice(0, LONGEST_LABEL)}`) ?? NONE
}

/** Findings name a row by at most so many letters of its label. */
export const LONGEST_LABEL = 80

/** What a finding calls a row. */
export const linkLabel = (listing: ListingName, cells: readonly Cell[]): string =>
  rowLabel(listing, cells).slice(0, LONGEST_LABEL)

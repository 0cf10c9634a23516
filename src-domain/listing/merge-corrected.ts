import { rowLabel } from '#domain/listing/columns.ts'
import type { Cell, ListingName, ListingRow } from '#domain/listing/listing.ts'

/** What became of rows that were imported into a listing that already has some. */
export type Fate = 'added' | 'changed' | 'already-imported'

/** A listing with the corrected rows in it, to be judged again as a whole (`judge-again.ts`). */
export interface MergedListing {
  /** Rows of before in their order, changed ones in their place, then the added ones. */
  readonly rows: readonly ListingRow[]
  /** What became of each corrected row, by its key. */
  readonly fates: ReadonlyMap<string, Fate>
  readonly counts: Readonly<Record<Fate, number>>
}

/**
 * Puts corrected rows into the listing they were rejected from; nothing is imported twice (`docs/domain/files.md`, duplicates):
 * a row the listing already holds unchanged is already imported, one with the same key and other cells takes its place.
 * Lines stay unique: a changed row keeps the line it stood on, added ones follow the last line.
 */
export function mergeCorrected(
  listing: ListingName,
  before: readonly ListingRow[],
  corrected: readonly ListingRow[],
): MergedListing {
  const rows = [...before]
  const places = new Map(before.map(({ cells }, at) => [rowLabel(listing, cells), at]))
  const fates = new Map<string, Fate>()
  let line = before.reduce((last, row) => Math.max(last, row.line), 0)
  for (const row of corrected) {
    const key = rowLabel(listing, row.cells)
    const place = places.get(key) ?? rows.length
    const known = rows[place]
    const fate = fateOf(known, row)
    if (fates.get(key) !== 'added') fates.set(key, fate)
    if (fate === 'already-imported') continue
    rows[place] = { ...row, line: known?.line ?? ++line }
    places.set(key, place)
  }
  return { rows, fates, counts: countFates(fates) }
}

function fateOf(known: ListingRow | undefined, row: ListingRow): Fate {
  if (!known) return 'added'
  return sameCells(known.cells, row.cells) ? 'already-imported' : 'changed'
}

const sameCells = (one: readonly Cell[], other: readonly Cell[]): boolean =>
  one.length === other.length && one.every((cell, at) => cell === other[at])

function countFates(fates: ReadonlyMap<string, Fate>): Record<Fate, number> {
  const counts = { added: 0, changed: 0, 'already-imported': 0 }
  for (const fate of fates.values()) counts[fate]++
  return counts
}

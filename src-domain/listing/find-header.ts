import type { ListingName } from '#domain/listing/listing.ts'
import {
  foundBy,
  matchHeader,
  recogniseListing,
  type ColumnMapping,
  type HeaderMatch,
} from '#domain/listing/match-header.ts'
import { headerOf, textOf, type HeaderPlace, type TableRecord } from '#domain/table/table.ts'

/** What a person may have said of a file; what is not said is found out. */
export interface HeaderHints {
  readonly listing?: ListingName
  readonly mapping?: ColumnMapping
  /** The line (from 1) that the header starts on. */
  readonly headerLine?: number
}

export interface FoundHeader extends HeaderPlace {
  /** Null when no listing is near. */
  readonly match: HeaderMatch | null
}

/** How many records are looked at to find the header: titles stand above it, not chapters. */
export const HEADER_WITHIN = 30
/** A single word may be a header by chance. */
const FEWEST_KNOWN = 2
/** A header fills about as many cells as the fullest record. */
const FULL = 0.8

/** Cells of a header as they are compared and shown. */
export const headerCells = ({ cells }: TableRecord): string[] => cells.map(textOf)

/**
 * Finds the header among the first records of a file: the one told, else the one that names most columns of a
 * listing, else the first one that is about as full as the fullest. A line below that names the same columns in
 * another language belongs to it.
 */
export function findHeader(records: readonly TableRecord[], hints: HeaderHints): FoundHeader {
  const looked = records.slice(0, HEADER_WITHIN)
  const matches = looked.map((record) => matchRecord(record, hints))
  const at = lineOfHeader(looked, matches, hints)
  const match = matches[at] ?? null
  const below = looked[at + 1]
  if (!match || !below || !namesAgain(match, below)) return { at, height: 1, match }
  const whole = headerOf(looked, { at, height: 2 })
  return { at, height: 2, match: matchRecord(whole, { ...hints, listing: match.listing }) }
}

function lineOfHeader(
  looked: readonly TableRecord[],
  matches: readonly (HeaderMatch | null)[],
  { headerLine }: HeaderHints,
): number {
  const told = looked.findIndex(({ line }) => line === headerLine)
  if (told >= 0) return told
  const known = matches.map((match) => (match ? foundBy(match) : 0))
  const most = Math.max(...known, 0)
  return most >= FEWEST_KNOWN ? known.indexOf(most) : fullest(looked)
}

/** Whether a record names columns at the places where the header has them, and nowhere else. */
function namesAgain({ listing, places }: HeaderMatch, record: TableRecord): boolean {
  const below = matchHeader(listing, headerCells(record)).places
  const named = below.flatMap((place, at) => (place >= 0 ? [place === places[at]] : []))
  return named.length >= FEWEST_KNOWN && named.every(Boolean)
}

function matchRecord(record: TableRecord, { listing, mapping }: HeaderHints): HeaderMatch | null {
  const cells = headerCells(record)
  return listing ? matchHeader(listing, cells, mapping) : recogniseListing(cells, mapping)
}

function fullest(records: readonly TableRecord[]): number {
  const filled = records.map(({ cells }) => cells.filter((cell) => cell !== '').length)
  const enough = FULL * Math.max(...filled, 0)
  return Math.max(
    0,
    filled.findIndex((count) => count >= enough),
  )
}

/** Orders headers found in the sheets of a workbook, or under several separators: higher is better. */
export function worthOf({ match }: FoundHeader): number {
  if (!match) return 0
  return foundBy(match) + (match.missing.length === 0 ? 1000 : 0)
}

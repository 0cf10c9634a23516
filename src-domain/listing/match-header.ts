import type { Column } from '#domain/listing/column.ts'
import { columnsOf, columnTitle } from '#domain/listing/columns.ts'
import { wordsOf } from '#domain/listing/fold-text.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'

/** What a person said of headers: the column each stands for by `headerKey`, null to leave it out. */
export type ColumnMapping = Readonly<Record<string, string | null>>

/** One header of a file: its place from 0, the column it stands for, and how that is known. */
export interface MatchedHeader {
  readonly header: string
  readonly place: number
  readonly column: string | null
  readonly how: 'known' | 'mapped' | 'unknown'
}

/** Which place in the file holds which column. */
export interface HeaderMatch {
  readonly listing: ListingName
  readonly headers: readonly MatchedHeader[]
  /** Place of each column of the listing in the file's records; -1 when the file has it not. */
  readonly places: readonly number[]
  /** Required columns that the file has not. */
  readonly missing: readonly string[]
  /** Headers found twice, and headers that mean nothing in this listing. */
  readonly twice: readonly string[]
  readonly unknown: readonly string[]
}

const NUMBER_WORDS = new Set(['no', 'nr', 'num', 'numero', 'nummer'])

/** A header as it is compared: no accents, case, spaces, punctuation or plural; `N°`, `No`, `Nr` are one. */
export const headerKey = (header: string): string =>
  wordsOf(header)
    .map((word) => (NUMBER_WORDS.has(word) ? 'n' : word.replace(/(?<=.{3})s$/, '')))
    .join('')

/** The number that a form gives its columns: `1. Date`, `12) Heures`. */
const NUMBERING = /^\s*\d{1,3}\s*[.):–-]\s*/
/** A unit or a hint: `(jj/mm/aaaa)`, `[€]`. */
const HINT = /\([^)]*\)|\[[^\]]*\]/g
/** What parts two languages, or a name and its hint. */
const BETWEEN = /[/|\n\r]|\s[-–—]\s/

/** What a header without its number is cut into, each also without its hint: a second language, or a hint below. */
const partsOf = (header: string): (readonly string[])[] =>
  header
    .replace(NUMBERING, '')
    .replace(HINT, (hint) => hint.replaceAll('/', ' '))
    .split(BETWEEN)
    .map((part) => [part, part.replace(HINT, '')])

/** Every name a column is found under. */
export const headersOf = (column: Column): string[] => [
  column.id,
  column.fr,
  column.nl,
  columnTitle(column, 'en'),
  ...(column.synonyms ?? []),
]

const keysOf = (listing: ListingName): ReadonlyMap<string, string> =>
  new Map(
    columnsOf(listing).flatMap((column) => headersOf(column).map((name) => [headerKey(name), column.id])),
  )
const KNOWN: ReadonlyMap<ListingName, ReadonlyMap<string, string>> = new Map(
  LISTING_NAMES.map((listing) => [listing, keysOf(listing)]),
)

/** The column that a whole header names. */
const columnNamed = (listing: ListingName, header: string): string | null =>
  KNOWN.get(listing)?.get(headerKey(header)) ?? null

/** The one column that the parts of a header name; null when they name none, or several. */
function columnWithin(listing: ListingName, header: string): string | null {
  const named = partsOf(header).map((ways) =>
    ways.map((way) => columnNamed(listing, way)).find((one) => one !== null),
  )
  const [column = null, other] = new Set(named.filter((one) => one !== undefined))
  return other === undefined ? column : null
}

function nameHeader(
  listing: ListingName,
  header: string,
  place: number,
  mapping: ColumnMapping,
): MatchedHeader {
  const key = headerKey(header)
  const mapped = Object.hasOwn(mapping, key) ? mapping[key] : undefined
  if (mapped !== undefined) return { header, place, column: mapped, how: 'mapped' }
  const column = columnNamed(listing, header)
  return { header, place, column, how: column === null ? 'unknown' : 'known' }
}

/** Names headers by their parts where one alone does so for a column that no whole header names. */
function nameByParts(listing: ListingName, headers: readonly MatchedHeader[]): MatchedHeader[] {
  const taken = headers.map(({ column }) => column)
  const within = headers.map(({ how, header }) => (how === 'unknown' ? columnWithin(listing, header) : null))
  return headers.map((named, at) => {
    const column = within[at] ?? null
    const isClear =
      column !== null && !taken.includes(column) && within.indexOf(column) === within.lastIndexOf(column)
    return isClear ? { ...named, column, how: 'known' } : named
  })
}

/**
 * Sets the headers of a file against the columns of one listing: by their whole text, else by their parts, so that
 * `N° activité / Activiteitnr.`, `Date (jj/mm/aaaa)` and `1. Date` are found.
 * @param mapping goes before what is known of headers
 */
export function matchHeader(
  listing: ListingName,
  cells: readonly string[],
  mapping: ColumnMapping = {},
): HeaderMatch {
  const named = cells.map((header, place) => nameHeader(listing, header, place, mapping))
  const headers = nameByParts(
    listing,
    named.filter(({ header }) => header !== ''),
  )
  const columns = columnsOf(listing)
  const placesOf = (id: string): number[] =>
    headers.filter(({ column }) => column === id).map(({ place }) => place)
  const places = columns.map(({ id }) => placesOf(id)[0] ?? -1)
  const missing = columns.filter((column, at) => column.required && places[at] === -1).map(({ id }) => id)
  const again = columns.flatMap(({ id }) => placesOf(id).slice(1))
  const unknown = headers.filter(({ how }) => how === 'unknown').map(({ header }) => header)
  return { listing, headers, places, missing, twice: again.map((at) => cells[at] ?? ''), unknown }
}

/** How many columns of its listing a header names. */
export const foundBy = ({ places }: HeaderMatch): number => places.filter((place) => place >= 0).length

/** All that is asked for is there, or of what could be there a third. */
const isNear = (match: HeaderMatch): boolean =>
  match.missing.length === 0 || foundBy(match) * 2 > match.places.length - foundBy(match)

/** The listing a file is by its header: the one with nothing missing, else the nearest; null when none is near. */
export function recogniseListing(
  headers: readonly string[],
  mapping: ColumnMapping = {},
): HeaderMatch | null {
  const matches = LISTING_NAMES.map((listing) => matchHeader(listing, headers, mapping)).sort(
    (a, b) => Number(a.missing.length > 0) - Number(b.missing.length > 0) || foundBy(b) - foundBy(a),
  )
  return matches.find(isNear) ?? null
}

import type { Column } from '#domain/listing/column.ts'
import { columnsOf } from '#domain/listing/columns.ts'
import { foldText } from '#domain/listing/fold-text.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'

/** Which place in the file holds which column. */
export interface HeaderMatch {
  readonly listing: ListingName
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
export function headerKey(header: string): string {
  const words = foldText(header).match(/[a-z0-9]+/g) ?? []
  return words.map((word) => (NUMBER_WORDS.has(word) ? 'n' : word.replace(/(?<=.{3})s$/, ''))).join('')
}

/** Every name a column is found under. */
export const headersOf = (column: Column): string[] => [
  column.id,
  column.fr,
  column.nl,
  ...(column.synonyms ?? []),
]

/** Sets the headers of a file against the columns of one listing. */
export function matchHeader(listing: ListingName, headers: readonly string[]): HeaderMatch {
  const columns = columnsOf(listing)
  const wanted = new Map(
    columns.flatMap((column, at) => headersOf(column).map((name) => [headerKey(name), at])),
  )
  const places = columns.map(() => -1)
  const twice: string[] = []
  const unknown: string[] = []
  headers.forEach((header, place) => {
    const at = wanted.get(headerKey(header))
    if (header === '') return
    if (at === undefined) unknown.push(header)
    else if (places[at] === -1) places[at] = place
    else twice.push(header)
  })
  const missing = columns.filter((column, at) => column.required && places[at] === -1).map(({ id }) => id)
  return { listing, places, missing, twice, unknown }
}

const found = ({ places }: HeaderMatch): number => places.filter((place) => place >= 0).length

/** The listing a file is by its header: the one with nothing missing, else the nearest; null when none is near. */
export function recogniseListing(headers: readonly string[]): HeaderMatch | null {
  const matches = LISTING_NAMES.map((listing) => matchHeader(listing, headers)).sort(
    (a, b) => Number(a.missing.length > 0) - Number(b.missing.length > 0) || found(b) - found(a),
  )
  const [best] = matches
  return best && found(best) * 2 > best.places.length - found(best) ? best : null
}

import type { Column, ColumnType } from '#domain/listing/column.ts'
import { COLUMNS } from '#domain/listing/column-list.ts'
import { LISTING_NAMES, type Cell, type ListingName } from '#domain/listing/listing.ts'

type ColumnsOf<L extends ListingName> = (typeof COLUMNS)[L][number]
type ValueOf<T extends ColumnType> = T extends 'integer' | 'decimal' | 'money'
  ? number
  : T extends 'boolean'
    ? boolean
    : string

/** The identifiers of a listing's columns. */
export type ColumnId<L extends ListingName> = ColumnsOf<L>['id']

/** A row of a listing by column name; only a column that is not required may be null. */
export type Fields<L extends ListingName> = {
  readonly [C in ColumnsOf<L> as C['id']]: ValueOf<C['type']> | (C['required'] extends true ? never : null)
}

/** The columns of a listing, in the order of its cells. */
export const columnsOf = (listing: ListingName): readonly Column[] => COLUMNS[listing]

/** The identifiers of a listing's columns, in the order of its cells. */
export const columnIdsOf = (listing: ListingName): string[] => columnsOf(listing).map(({ id }) => id)

/** One column of a listing; undefined when it has none of that name. */
export const columnOf = (listing: ListingName, id: string): Column | undefined =>
  columnsOf(listing).find((column) => column.id === id)

/** The columns a screen or a report may show: all but those that say who a person is. */
export const visibleColumnsOf = (listing: ListingName): readonly Column[] =>
  columnsOf(listing).filter(({ identity }) => !identity)

/** Columns that together make a row of a listing the one it is. */
export const KEY_COLUMNS: { readonly [L in ListingName]: readonly ColumnId<L>[] } = {
  activities: ['activityId'],
  participants: ['participationId'],
  attendance: ['activityId', 'participationId'],
  counsellors: ['counsellorId'],
  references: ['code'],
  payments: ['idLiq'],
  documents: ['docId'],
}

const placesOfKey = (listing: ListingName): number[] =>
  KEY_COLUMNS[listing].map((key) => columnIdsOf(listing).indexOf(key))
const KEY_PLACES: { readonly [L in ListingName]: readonly number[] } = {
  activities: placesOfKey('activities'),
  participants: placesOfKey('participants'),
  attendance: placesOfKey('attendance'),
  counsellors: placesOfKey('counsellors'),
  references: placesOfKey('references'),
  payments: placesOfKey('payments'),
  documents: placesOfKey('documents'),
}

/** What a row is called in findings and on screens: its key, `A-0101 · P-0002` for attendance. */
export function rowLabel(listing: ListingName, cells: readonly Cell[]): string {
  const [first = -1, second] = KEY_PLACES[listing]
  const label = String(cells[first] ?? '')
  return second === undefined ? label : `${label} · ${String(cells[second] ?? '')}`
}

/** The header of a column for a reader: FR or NL name; in English its identifier in words. */
export function columnTitle(column: Column, language: string): string {
  if (language === 'fr' || language === 'nl') return column[language]
  const words = column.id.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

type Named = Record<string, Cell>
const emptyRow = (listing: ListingName): Named =>
  Object.fromEntries(columnIdsOf(listing).map((id) => [id, null]))
const EMPTY_ROWS = new Map(LISTING_NAMES.map((listing) => [listing, emptyRow(listing)]))

/** The cells of a row by column name. Trusts that they were read by `parse-cell.ts`. */
export function fieldsOf<L extends ListingName>(listing: L, cells: readonly Cell[]): Fields<L> {
  // A copy of a row with every name keeps the one shape that makes rules fast.
  const fields: Named = { ...EMPTY_ROWS.get(listing) }
  const columns = columnsOf(listing)
  for (let at = 0; at < columns.length; at++) fields[columns[at]?.id ?? ''] = cells[at] ?? null
  return fields as Fields<L>
}

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

/** Cells with the names of their columns, without a copy of them: a large listing has millions. */
class NamedCells {
  readonly #cells: readonly Cell[]

  constructor(cells: readonly Cell[]) {
    this.#cells = cells
  }

  static at(place: number): PropertyDescriptor {
    return {
      get(this: NamedCells): Cell {
        return this.#cells[place] ?? null
      },
    }
  }
}

/** A class for each listing, so that its rows have one shape: that makes rules fast. */
function namedCellsOf(listing: ListingName): typeof NamedCells {
  const Row = class extends NamedCells {}
  for (const [place, id] of columnIdsOf(listing).entries())
    Object.defineProperty(Row.prototype, id, NamedCells.at(place))
  return Row
}

const NAMED_CELLS = Object.fromEntries(
  LISTING_NAMES.map((listing) => [listing, namedCellsOf(listing)]),
) as Readonly<Record<ListingName, typeof NamedCells>>

/** The cells of a row by column name. Trusts that they were read by `parse-cell.ts`. */
export const fieldsOf = <L extends ListingName>(listing: L, cells: readonly Cell[]): Fields<L> =>
  new NAMED_CELLS[listing](cells) as unknown as Fields<L>

import { columnOf, columnsOf } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { MatchedHeader } from '#domain/listing/match-header.ts'

const HIDDEN = '•••'

/**
 * A cell of a file as the preview may show it. What says who a person is stays hidden; of a column that nobody has settled
 * yet, in a listing of persons, only the shape of the text shows: `99.99.99-999.99`, `Xxxxxx`.
 */
export function veiled(cell: string, { column, how }: MatchedHeader, listing: ListingName | null): string {
  if (cell === '') return ''
  if (listing !== null && column !== null) return columnOf(listing, column)?.identity ? HIDDEN : cell
  const ofPersons = listing === null || columnsOf(listing).some(({ identity }) => identity)
  return how === 'unknown' && ofPersons ? shapeOf(cell) : ofPersons ? HIDDEN : cell
}

const shapeOf = (cell: string): string =>
  cell
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, '9')

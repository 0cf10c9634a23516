import { columnOf, columnsOf } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { MatchedHeader } from '#domain/listing/match-header.ts'
import type { FilePreview } from '#domain/listing/preview-file.ts'

const HIDDEN = '•••'
/** A national number, wherever it stands. */
const NISS = /^\d{2}\D?\d{2}\D?\d{2}\D?\d{3}\D?\d{2}$/

/**
 * The first rows of a file as a preview may show them. What says who a person is stays hidden; of a column that nobody has
 * settled yet in a listing of persons, and of a row whose cells do not stand under their headers, only the shape of the
 * text shows: `99.99.99-999.99`, `Xxxxxx`.
 */
export function veiledRows(
  { rows, sheet }: Pick<FilePreview, 'rows' | 'sheet'>,
  headers: readonly MatchedHeader[],
  listing: ListingName | null,
): string[][] {
  const width = 1 + Math.max(-1, ...headers.map(({ place }) => place))
  const ofPersons = listing === null || columnsOf(listing).some(({ identity }) => identity)
  return rows.map((row) => {
    // A workbook does not write empty cells at the end of a row.
    const isShifted = row.length > width || (sheet === null && row.length < width)
    return headers.map((header) => {
      const cell = row[header.place] ?? ''
      if (!ofPersons) return cell
      return isShifted ? shapeOf(cell) : veiled(cell, header, listing)
    })
  })
}

/** A cell of a listing of persons, or of one that nobody knows yet. */
function veiled(cell: string, { column, how }: MatchedHeader, listing: ListingName | null): string {
  if (cell === '') return ''
  if (how === 'unknown') return shapeOf(cell)
  const isIdentity = column === null || listing === null || columnOf(listing, column)?.identity === true
  return isIdentity || NISS.test(cell) ? HIDDEN : cell
}

const shapeOf = (cell: string): string =>
  cell
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, '9')

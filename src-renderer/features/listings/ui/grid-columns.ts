import type { Column, ColumnType } from '#domain/listing/column.ts'
import { columnTitle, KEY_COLUMNS } from '#domain/listing/columns.ts'
import type { Cell, ListingName } from '#domain/listing/listing.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { AS_IT_COMES, inOrder, type ColumnLayout } from '#renderer/features/listings/state/column-layout.ts'
import { cellFormatter, type YesNo } from '#renderer/ui/format-cell.ts'
import type { Language } from '#renderer/ui/i18n.ts'

/** A column of the grid as it is drawn. */
export interface GridColumn {
  /** The column's identifier; `margin` and `rules` are not of the file. */
  readonly id: string
  readonly title: string
  readonly width: number
  /** Its place among the columns, and in pixels from the left edge of the table. */
  readonly index: number
  readonly left: number
  readonly frozen: boolean
  readonly figure: boolean
  readonly code: boolean
  readonly source?: Column & { readonly at: number }
  readonly format: (cell: Cell) => string
}

export const MARGIN = 'margin'
export const RULES = 'rules'

const WIDTHS: Readonly<Record<ColumnType, number>> = {
  id: 132,
  text: 200,
  enum: 120,
  integer: 92,
  decimal: 92,
  money: 120,
  date: 100,
  time: 84,
  boolean: 92,
  niss: 120,
  postcode: 84,
  nisCode: 84,
  enterpriseNo: 120,
  sha256: 160,
  idList: 160,
}
const FIGURES: readonly ColumnType[] = ['integer', 'decimal', 'money']
/** The margin: a box to tick, and beside it what the rules say, when they say anything. */
const MARGIN_WIDTHS = { plain: 40, marked: 148 }
const RULES_WIDTH = 280
/** Room for the sort and filter signs beside the longest word of a header. */
const SIGNS = 52
const LETTER = 7.2

/** Columns whose sum means something; a level, a percentage or a weekly figure has none. */
const SUMMED: Readonly<Record<ListingName, readonly string[]>> = {
  activities: ['hours', 'registered', 'present'],
  participants: ['hoursDelivered'],
  attendance: [],
  counsellors: ['fteContract', 'fteOnAction', 'grossAnnualCost'],
  references: [],
  payments: ['amountEng', 'amountLiq'],
  documents: ['pages'],
}

export const isSummed = (listing: ListingName, column: string): boolean => SUMMED[listing].includes(column)

export type GridWords = YesNo & Readonly<Record<typeof MARGIN | typeof RULES, string>>

/** The columns of the grid: margin and key frozen, then what the rules say and the others, in the order chosen. */
export function gridColumns(
  listing: OpenedListing,
  language: Language,
  words: GridWords,
  { hidden, order }: ColumnLayout = AS_IT_COMES,
): GridColumn[] {
  const isKey = keyTest(listing.listing)
  const all = movableColumns(listing, language, words)
  const shown = inOrder(all, order).filter(({ id }) => !hidden.includes(id))
  const marked = listing.index.rules.length > 0
  const margin = extra(MARGIN, marked ? words.margin : '', MARGIN_WIDTHS[marked ? 'marked' : 'plain'])
  const keys = listing.columns.filter(isKey).map((column) => fromSource(column, language, words))
  const frozen = [margin, ...keys]
  let left = 0
  return [...frozen, ...shown].map((column, at) => {
    const placed = { ...column, index: at, left, frozen: at < frozen.length }
    left += column.width
    return placed
  })
}

/** The columns that may be hidden or moved, as they come: all but the margin and the key. */
export function movableColumns(
  { listing, columns, index }: OpenedListing,
  language: Language,
  words: GridWords,
): GridColumn[] {
  const isKey = keyTest(listing)
  const others = inReadingOrder(columns.filter((column) => !isKey(column)))
  const rules = index.rules.length > 0 ? [extra(RULES, words.rules, RULES_WIDTH)] : []
  return [...rules, ...others.map((column) => fromSource(column, language, words))]
}

/** What a row goes by stays in sight, whatever is scrolled, hidden or moved. */
function keyTest(listing: ListingName): (column: Column) => boolean {
  const keys: readonly string[] = KEY_COLUMNS[listing]
  return ({ id }) => keys.includes(id)
}

/** The number of the convention is the same in every row, so it stands last. */
function inReadingOrder(columns: OpenedListing['columns']): OpenedListing['columns'] {
  const isConstant = ({ id }: Column) => id === 'agreementNo'
  return [...columns.filter((column) => !isConstant(column)), ...columns.filter(isConstant)]
}

function fromSource(source: Column & { readonly at: number }, language: Language, words: YesNo): GridColumn {
  const title = columnTitle(source, language)
  const longest = Math.max(...title.split(/[\s-]/).map((word) => word.length))
  return {
    ...extra(source.id, title, Math.max(WIDTHS[source.type], Math.ceil(longest * LETTER) + SIGNS)),
    figure: FIGURES.includes(source.type),
    code: source.type === 'id',
    source,
    format: cellFormatter(source.type, language, words),
  }
}

const extra = (id: string, title: string, width: number): GridColumn => ({
  id,
  title,
  width,
  index: 0,
  left: 0,
  frozen: false,
  figure: false,
  code: false,
  format: () => '',
})

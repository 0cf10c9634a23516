import type { Column, ColumnType } from '#domain/listing/column.ts'
import { columnTitle } from '#domain/listing/columns.ts'
import type { Cell, ListingName } from '#domain/listing/listing.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { cellFormatter, type YesNo } from '#renderer/features/listings/ui/format-cell.ts'
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

/** The columns of the grid: margin and first column frozen, then what the rules say, then the others. */
export function gridColumns(
  { columns, index }: OpenedListing,
  language: Language,
  words: GridWords,
): GridColumn[] {
  const [first, ...others] = inReadingOrder(columns).map((column) => fromSource(column, language, words))
  const marked = index.rules.length > 0
  const rules = marked ? [extra(RULES, words.rules, RULES_WIDTH)] : []
  const margin = extra(MARGIN, marked ? words.margin : '', MARGIN_WIDTHS[marked ? 'marked' : 'plain'])
  const frozen = [margin, ...(first ? [first] : [])]
  let left = 0
  return [...frozen, ...rules, ...others].map((column, at) => {
    const placed = { ...column, index: at, left, frozen: at < frozen.length }
    left += column.width
    return placed
  })
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

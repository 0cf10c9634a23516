import { fixedFigure } from '#domain/i18n/number-format.ts'
import type { ColumnType } from '#domain/listing/column.ts'
import type { Cell, ListingRow, RuleMark } from '#domain/listing/listing.ts'
import type { SheetCell } from '#domain/table/write-workbook.ts'
import type { YesNo } from '#renderer/ui/format-cell.ts'
import { RULES, type GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What cells are written with: the words for yes and no, and the sentence of a rule. */
export interface ExportWords extends YesNo {
  readonly say: (mark: RuleMark) => string
}

type Writer<T> = (row: ListingRow) => T

/** The columns that can leave the screen: of the file, and what the rules say; never the margin. */
export const exportedColumns = (columns: readonly GridColumn[]): GridColumn[] =>
  columns.filter(({ id, source }) => source !== undefined || id === RULES)

/** Makes the writer of a row as text, in the forms that an import reads again: `03/03/2025`, `1250,50`, `Oui`. */
export function textWriter(columns: readonly GridColumn[], words: ExportWords): Writer<string[]> {
  const writers = columns.map((column) => cellWriter(column, words, textOf))
  return (row) => writers.map((write) => write(row))
}

/** Makes the writer of a row as cells of a workbook: amounts and hours are numbers, days are days. */
export function sheetWriter(columns: readonly GridColumn[], words: ExportWords): Writer<SheetCell[]> {
  const writers = columns.map((column) => cellWriter<SheetCell>(column, words, sheetCellOf))
  return (row) => writers.map((write) => write(row))
}

type Filled = Exclude<Cell, null>

function cellWriter<T>(
  { source }: GridColumn,
  words: ExportWords,
  write: (cell: Filled, type: ColumnType, words: YesNo) => T,
): Writer<T | string> {
  if (!source) return ({ marks }) => marks.map(words.say).join(' · ')
  return ({ cells }) => {
    const cell = cells[source.at] ?? null
    return cell === null ? '' : write(cell, source.type, words)
  }
}

function textOf(cell: Filled, type: ColumnType, { yes, no }: YesNo): string {
  if (typeof cell === 'boolean') return cell ? yes : no
  if (type === 'date') return String(cell).split('-').toReversed().join('/')
  if (typeof cell !== 'number' || type === 'integer') return String(cell)
  return fixedFigure(type === 'money' ? cell / 100 : cell).replace('.', ',')
}

function sheetCellOf(cell: Filled, type: ColumnType): SheetCell {
  if (type === 'date' && typeof cell === 'string') return { day: cell }
  return type === 'money' && typeof cell === 'number' ? cell / 100 : cell
}

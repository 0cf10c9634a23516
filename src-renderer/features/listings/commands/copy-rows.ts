import { EVERYTHING, viewRows } from '#domain/listing/row-view.ts'
import {
  exportedColumns,
  textWriter,
  type ExportWords,
} from '#renderer/features/listings/commands/export-cells.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import type { Look } from '#renderer/features/listings/state/listings-view.ts'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'

/** More is a file: the clipboard would hold the page up. */
export const MOST_COPIED = 10_000

/** A spreadsheet runs a pasted cell that starts like this as a formula. */
const RUNS = /^[=+\-@]/
const PLAIN_NUMBER = /^-?\d+(?:,\d+)?$/

/** The selected rows as a spreadsheet takes them in: headers, tabs, in the order of the grid; no cell can run. */
export function copiedText(
  { rows, index }: OpenedListing,
  { selected, query }: Pick<Look, 'selected' | 'query'>,
  columns: readonly GridColumn[],
  words: ExportWords,
): string {
  const exported = exportedColumns(columns)
  const write = textWriter(exported, words)
  const order = viewRows(index, { ...EVERYTHING, sort: query.sort }).filter((row) => selected.has(row))
  const lines = [...order].flatMap((row) => (rows[row] ? [write(rows[row])] : []))
  const table = [exported.map(({ title }) => title), ...lines]
  return table.map((cells) => cells.map(safeCell).join('\t')).join('\r\n')
}

function safeCell(cell: string): string {
  const text = cell.replace(/[\t\r\n]+/g, ' ')
  return RUNS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

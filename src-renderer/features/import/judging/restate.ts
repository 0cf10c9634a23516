import { columnIdsOf } from '#domain/listing/columns.ts'
import type { ListingName, RejectedRow } from '#domain/listing/listing.ts'
import {
  headerKey,
  matchHeader,
  type ColumnMapping,
  type MatchedHeader,
} from '#domain/listing/match-header.ts'
import type { OpenedFile } from '#domain/listing/open-listing-file.ts'
import type { ListingSource } from '#domain/package/manifest.ts'
import { openCsv, readCsv } from '#domain/table/parse-csv.ts'
import { textOf, type TableCell, type TableRecord } from '#domain/table/table.ts'
import { isReasonHeader } from '#renderer/features/import/reason-columns.ts'

/** The header of a listing's file: what its rejected rows are written under. */
export interface Layout {
  readonly separator: string
  readonly headers: readonly MatchedHeader[]
}

/** A file that was made before headers were kept had the columns in their order. */
export function layoutOf(
  listing: ListingName,
  { headers, separator }: ListingSource,
  mapping: ColumnMapping,
): Layout {
  const cells = headers ?? columnIdsOf(listing)
  return { separator: separator || ';', headers: matchHeader(listing, cells, mapping).headers }
}

/** Cells as one line of text that can be cut into them again. */
export const lineOf = (cells: readonly TableCell[], separator = ';'): string =>
  cells.map((cell) => quoted(textOf(cell), separator)).join(separator)

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Writes a row under the header of a file, from whatever order its cells come in. */
function writeUnder(layout: Layout, valueOf: (header: MatchedHeader) => TableCell): string {
  const cells: TableCell[] = []
  for (const header of layout.headers) cells[header.place] = valueOf(header)
  return lineOf(
    Array.from(cells, (cell: TableCell | undefined) => cell ?? ''),
    layout.separator,
  )
}

/** Rejected rows of a corrected file, on the lines and under the header that they were rejected from first. */
export function restateCorrected(
  rejected: readonly RejectedRow[],
  { table, match }: OpenedFile,
  layout: Layout,
): RejectedRow[] {
  const records = new Map(table.records.map((record) => [record.line, record]))
  const lines = firstLines({ table, match })
  const placeOf = ({ header, column }: MatchedHeader): number => {
    const same = match.headers.find((one) => headerKey(one.header) === headerKey(header))
    return (same ?? match.headers.find((one) => column !== null && one.column === column))?.place ?? -1
  }
  return rejected.map((row) => {
    const record = records.get(row.line)
    const line = lines.get(row.line) ?? row.line
    if (record === undefined || record.broken) return { ...row, line }
    return { ...row, line, text: writeUnder(layout, (header) => record.cells[placeOf(header)] ?? '') }
  })
}

/** The line each row of a corrected file was rejected from, by its line in this one; empty when it does not say. */
export function firstLines({ table, match }: Pick<OpenedFile, 'table' | 'match'>): Map<number, number> {
  const said = match.headers.find(({ header }) => isReasonHeader(header))
  const lineIn = ({ cells }: TableRecord): number => Number(textOf(cells[said?.place ?? -1]))
  const lines = table.records.map((record) => [record.line, lineIn(record)] as const)
  return new Map(lines.filter(([, line]) => Number.isInteger(line) && line > 0))
}

/** Rows that were read before and do not stand any more, under the header of their file. */
export function restateStored(
  rejected: readonly RejectedRow[],
  listing: ListingName,
  layout: Layout,
): RejectedRow[] {
  const columns = columnIdsOf(listing)
  return rejected.map((row) => {
    const stored = readCsv(openCsv(row.text), ';', 1)
    const cells = stored.ok ? (stored.value[0]?.cells ?? []) : []
    return { ...row, text: writeUnder(layout, ({ column }) => cells[columns.indexOf(column ?? '')] ?? '') }
  })
}

/** Rejected rows of a workbook with a text that can be cut into their cells again. */
export function restateSheet(
  rejected: readonly RejectedRow[],
  { table }: OpenedFile,
): readonly RejectedRow[] {
  if (table.sheet === null) return rejected
  const records = new Map(table.records.map((record) => [record.line, record.cells]))
  return rejected.map((row) => ({ ...row, text: lineOf(records.get(row.line) ?? []) }))
}

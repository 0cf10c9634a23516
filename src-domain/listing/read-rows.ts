import type { IsoDay } from '#domain/dates.ts'
import type { Column } from '#domain/listing/column.ts'
import { columnsOf, fieldsOf, type Fields } from '#domain/listing/columns.ts'
import type { Cell, ListingName, ListingRow, RejectedRow, RuleMark } from '#domain/listing/listing.ts'
import type { HeaderMatch } from '#domain/listing/match-header.ts'
import { createCellReader, isFault, type CellFault, type CellReader } from '#domain/listing/parse-cell.ts'
import type { Table, TableCell, TableRecord } from '#domain/table/table.ts'

/** A row being judged: what is stored of it, its cells by name, and its text for the case it is rejected. */
export interface DraftRow extends ListingRow {
  readonly fields: Fields<ListingName>
  readonly text: string
}

/** Reads one record of a file. */
export type RecordReader = (record: TableRecord) => DraftRow | RejectedRow

export const isRejected = (row: DraftRow | RejectedRow): row is RejectedRow => 'reasons' in row

/**
 * Makes the reader of a listing's records: the cells by type, each with its own reason when it fails.
 * @param match where the columns are
 * @param asOf the day of extraction
 */
export function createRecordReader(table: Table, match: HeaderMatch, asOf: IsoDay): RecordReader {
  const columns = columnsOf(match.listing)
  const width = table.header.cells.findLastIndex((header) => header !== '') + 1
  const readers = columns.map((column, at) =>
    createCellReader(column, cellsAt(table, match.places[at] ?? -1), asOf),
  )
  return (record) => {
    const fault = shapeFault(record, width, table.sheet !== null)
    if (fault) return { line: record.line, text: record.text, reasons: [fault] }
    const row = readCells(record, columns, readers, match.places)
    const reasons = row.marks.filter(({ severity }) => severity === 'E')
    if (reasons.length > 0) return { line: record.line, text: record.text, reasons }
    return { ...row, text: record.text, fields: fieldsOf(match.listing, row.cells) }
  }
}

function* cellsAt({ records }: Table, place: number): Generator<TableCell> {
  if (place >= 0) for (const { cells } of records) yield cells[place] ?? ''
}

/**
 * A record with too few cells, or with something beyond the last header, cannot be trusted. A workbook does not write
 * empty cells at the end of a row: there, few are not too few.
 */
function shapeFault(record: TableRecord, width: number, mayBeShort: boolean): RuleMark | null {
  if (record.broken) return { rule: 'row-quote', severity: 'E', columns: [] }
  const filled = record.cells.findLastIndex((cell) => cell !== '') + 1
  if ((mayBeShort || record.cells.length >= width) && filled <= width) return null
  const details = { found: Math.max(filled, Math.min(record.cells.length, width)), expected: width }
  return { rule: 'row-column-count', severity: 'E', columns: [], details }
}

function readCells(
  record: TableRecord,
  columns: readonly Column[],
  readers: readonly CellReader[],
  places: readonly number[],
): ListingRow {
  const marks: RuleMark[] = []
  const cells = columns.map((column, at): Cell => {
    const read = readers[at]?.(record.cells[places[at] ?? -1] ?? '') ?? null
    if (read === null && column.required)
      marks.push({
        rule: 'cell-missing',
        severity: 'E',
        columns: [column.id],
        details: { column: column.id },
      })
    if (!isFault(read)) return read
    marks.push(markOf(column, read))
    return read.value ?? null
  })
  return { line: record.line, cells, marks }
}

function markOf(column: Column, fault: CellFault): RuleMark {
  const refused = fault.rejects === true || (column.required && fault.value === undefined)
  return {
    rule: fault.rule,
    severity: refused ? 'E' : 'W',
    columns: [column.id],
    details: { ...fault.details },
  }
}

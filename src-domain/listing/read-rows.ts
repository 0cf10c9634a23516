import type { IsoDay } from '#domain/dates.ts'
import { exampleOf, type Column } from '#domain/listing/column.ts'
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

/** A column that the file has: where it stands in the row and in the records, and how it is read. */
interface Slot {
  readonly column: Column
  readonly at: number
  readonly place: number
  readonly read: CellReader
}

/** An accepted record; its text is only put together when it is asked for. */
class AcceptedRow implements DraftRow {
  readonly line: number
  readonly cells: Cell[]
  readonly marks: RuleMark[]
  readonly fields: Fields<ListingName>
  readonly #record: TableRecord

  constructor(record: TableRecord, cells: Cell[], marks: RuleMark[], fields: Fields<ListingName>) {
    this.line = record.line
    this.cells = cells
    this.marks = marks
    this.fields = fields
    this.#record = record
  }

  get text(): string {
    return this.#record.text
  }
}

/**
 * Makes the reader of a listing's records: the cells by type, each with its own reason when it fails.
 * @param match where the columns are; what is required is there
 * @param asOf the day of extraction
 */
export function createRecordReader(table: Table, match: HeaderMatch, asOf: IsoDay): RecordReader {
  const { listing, places } = match
  const width = table.header.cells.findLastIndex((header) => header !== '') + 1
  const empty = places.map((): Cell => null)
  const slots = columnsOf(listing).flatMap((column, at): Slot[] => {
    const place = places[at] ?? -1
    return place < 0
      ? []
      : [{ column, at, place, read: createCellReader(column, cellsAt(table, place), asOf) }]
  })
  return (record) => {
    const { line, broken, cells: found } = record
    const fault = broken ? BROKEN : shapeFault(found, width, table.sheet !== null)
    if (fault) return { line, text: record.text, reasons: [fault] }
    const cells = empty.slice()
    const marks = readCells(found, slots, cells)
    const reasons = marks.filter(({ severity }) => severity === 'E')
    if (reasons.length > 0) return { line, text: record.text, reasons }
    return new AcceptedRow(record, cells, marks, fieldsOf(listing, cells))
  }
}

function* cellsAt({ records }: Table, place: number): Generator<TableCell> {
  for (const { cells } of records) yield cells[place] ?? ''
}

const BROKEN: RuleMark = { rule: 'row-quote', severity: 'E', columns: [] }

/**
 * A record with too few cells, or with something beyond the last header, cannot be trusted. A workbook does not write
 * empty cells at the end of a row: there, few are not too few.
 */
function shapeFault(cells: readonly TableCell[], width: number, mayBeShort: boolean): RuleMark | null {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1
  if ((mayBeShort || cells.length >= width) && filled <= width) return null
  const details = { found: Math.max(filled, Math.min(cells.length, width)), expected: width }
  return { rule: 'row-column-count', severity: 'E', columns: [], details }
}

/** Fills in the cells that are there. @returns what was said of them */
function readCells(found: readonly TableCell[], slots: readonly Slot[], cells: Cell[]): RuleMark[] {
  const marks: RuleMark[] = []
  for (const { column, at, place, read } of slots) {
    const cell = found[place] ?? ''
    const value = cell === '' ? null : read(cell)
    if (isFault(value)) {
      marks.push(markOf(column, value))
      cells[at] = value.value ?? null
    } else if (value !== null) cells[at] = value
    else if (column.required) marks.push(missingMark(column))
  }
  return marks
}

const missingMark = (column: Column): RuleMark => ({
  rule: 'cell-missing',
  severity: 'E',
  columns: [column.id],
  details: { column: column.id, example: exampleOf(column) },
})

function markOf(column: Column, fault: CellFault): RuleMark {
  const refused = fault.rejects === true || (column.required && fault.value === undefined)
  return {
    rule: fault.rule,
    severity: refused ? 'E' : 'W',
    columns: [column.id],
    details: { ...fault.details },
  }
}

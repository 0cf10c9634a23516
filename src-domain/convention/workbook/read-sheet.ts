import { readCell, type ReadCell } from '#domain/convention/workbook/cells.ts'
import type { FormColumn, FormSheet } from '#domain/convention/workbook/columns.ts'
import { columnName } from '#domain/convention/workbook/form-place.ts'
import { headerKey } from '#domain/listing/match-header.ts'
import type { AppError } from '#domain/result.ts'
import { isFilled, textOf, type TableCell } from '#domain/table/table.ts'
import type { ReadSheet } from '#domain/table/read-workbook.ts'

/** A cell of the form that was read: where it stands in the workbook, `Sites!D3`, and what stands in it. */
export interface FormCell {
  readonly column: FormColumn
  readonly place: string
  readonly isEmpty: boolean
  readonly read: ReadCell
}

/** An entry of a part: a row of its sheet, or the whole of a sheet with one field a row. */
export interface FormEntry {
  readonly place: string
  readonly cells: readonly FormCell[]
}

/** What a sheet holds, or everything that is wrong with its headers. */
export interface FormPart {
  /** Its name in the workbook. */
  readonly sheet: string
  readonly entries: readonly FormEntry[]
  readonly problems: readonly AppError[]
}

type Rows = ReadSheet['rows']

/** Reads one sheet of the form by its headers, French or Dutch, in any order. */
export function readSheet({ part, columns }: FormSheet, { name, rows }: ReadSheet): FormPart {
  const turned = part.list === undefined
  const headers = turned ? rows.slice(1).map((row) => row[0] ?? '') : (rows[0] ?? [])
  const found = columns.map((column) => headers.flatMap((header, at) => (names(column, header) ? [at] : [])))
  const problems = [
    ...headers.flatMap((header) => unknownHeader(columns, header, name)),
    ...columns.flatMap((column, at) => missingOrTwice(column, found[at]?.length ?? 0, name)),
  ]
  if (problems.length > 0) return { sheet: name, entries: [], problems }
  const places = found.map(([at]) => at ?? 0)
  const entries = turned ? [readRecord(columns, places, name, rows)] : readList(columns, places, name, rows)
  return { sheet: name, entries, problems }
}

const names = ({ header }: FormColumn, cell: TableCell): boolean => {
  const key = headerKey(textOf(cell))
  return key === headerKey(header.fr) || key === headerKey(header.nl)
}

const unknownHeader = (columns: readonly FormColumn[], header: TableCell, sheet: string): AppError[] =>
  header === '' || columns.some((column) => names(column, header))
    ? []
    : [{ code: 'import.convention-column-unknown', details: { sheet, column: textOf(header).slice(0, 80) } }]

function missingOrTwice({ header }: FormColumn, times: number, sheet: string): AppError[] {
  if (times === 1) return []
  const details = { sheet, column: header.fr === header.nl ? header.fr : `${header.fr} / ${header.nl}` }
  return [{ code: `import.convention-column-${times === 0 ? 'missing' : 'twice'}`, details }]
}

function readRecord(
  columns: readonly FormColumn[],
  places: readonly number[],
  sheet: string,
  rows: Rows,
): FormEntry {
  const cells = columns.map((column, at) => {
    const line = (places[at] ?? 0) + 1
    return cellOf(column, rows[line]?.[1] ?? '', `${sheet}!B${line + 1}`)
  })
  return { place: sheet, cells }
}

/** Every row below the headers that holds anything. */
function readList(
  columns: readonly FormColumn[],
  places: readonly number[],
  sheet: string,
  rows: Rows,
): FormEntry[] {
  const cellsOf = (row: readonly TableCell[], line: number): FormCell[] =>
    columns.map((column, at) => {
      const place = places[at] ?? 0
      return cellOf(column, row[place] ?? '', `${sheet}!${columnName(place)}${line}`)
    })
  return rows.flatMap((row, at) =>
    at === 0 || !isFilled(row) ? [] : [{ place: `${sheet}!A${at + 1}`, cells: cellsOf(row, at + 1) }],
  )
}

const cellOf = (column: FormColumn, cell: TableCell, place: string): FormCell => ({
  column,
  place,
  isEmpty: textOf(cell).trim() === '',
  read: readCell(column, cell),
})

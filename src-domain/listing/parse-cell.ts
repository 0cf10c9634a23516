import { findCommuneByName } from '#domain/convention/communes.ts'
import type { IsoDay } from '#domain/dates.ts'
import { parseEnterpriseNumber } from '#domain/identifiers/enterprise-number.ts'
import { parseNiss } from '#domain/identifiers/niss.ts'
import { exampleOf, type Column, type ColumnType } from '#domain/listing/column.ts'
import type { Cell } from '#domain/listing/listing.ts'
import { parseDay, parseTime } from '#domain/listing/parse-date-time.ts'
import { decimalStyleOf, isScientific, parseDecimal, parseWhole } from '#domain/listing/parse-number.ts'
import { parseHours, withoutUnits } from '#domain/listing/parse-hours.ts'
import { booleanReader, enumReader } from '#domain/listing/read-words.ts'
import { splitIds } from '#domain/listing/split-ids.ts'
import type { Details } from '#domain/result.ts'
import type { TableCell } from '#domain/table/table.ts'

/** A cell that could not be read as its column wants, or was read with a remark. */
export interface CellFault {
  /** A rule of the `rule` catalog. */
  readonly rule: string
  readonly details: Details
  /** What was read nevertheless; absent when nothing was. */
  readonly value?: Cell
  /** True when the row is rejected even though the column is not required. */
  readonly rejects?: boolean
}

/** Reads the cells of one column; knows the whole column, because a cell alone can be ambiguous. */
export type CellReader = (cell: TableCell) => Cell | CellFault
type TextReader = (text: string) => Cell | CellFault

export const isFault = (read: Cell | CellFault): read is CellFault =>
  typeof read === 'object' && read !== null

const LONGEST_SHOWN = 80
const LONGEST_TEXT = 500

/** A spreadsheet keeps 15 digits of a number; what is longer has lost some. */
const LONGEST_EXACT = 1e15
/** A part of a day, or a moment of our time: 10000 is in 1927, 99999 in 2173. */
const isMoment = (cell: number): boolean => (cell >= 0 && cell < 1) || (cell >= 10_000 && cell < 100_000)
const LOST_DIGITS = /\de\+\d/i
/** What a formula that failed leaves in its cell. */
const FORMULA_ERROR = /^#(?:[A-ZÀ-Ý]+[/!?\w]*[!?]|N\/[AB]|DIV\/0!|GETTING_DATA)$/

/**
 * Makes the reader of a column (`docs/domain/files.md`).
 * @param cells every cell of the column, without outer spaces; gone through only where the column decides
 * @param asOf the day of extraction, for two-digit years and the century of a NISS
 */
export function createCellReader(column: Column, cells: Iterable<TableCell>, asOf: IsoDay): CellReader {
  const readText = readerOf(column, cells, asOf)
  const readKnown = MOSTLY_DIFFERENT.has(column.type) ? readText : remembering(readText)
  return (cell) => {
    if (cell === '') return null
    return typeof cell === 'string' ? readKnown(cell) : readTyped(column, cell, readKnown)
  }
}

/** Types whose cells seldom come back: nothing is gained by remembering how they were read. */
const MOSTLY_DIFFERENT: ReadonlySet<ColumnType> = new Set(['id', 'text', 'niss'])

function remembering(read: TextReader): TextReader {
  const known = new Map<string, Cell | CellFault>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    known.set(text, value)
    return value
  }
}

/** Reads a number or a boolean of a workbook: never as text whose marks could be misread. */
function readTyped(column: Column, cell: number | boolean, readText: TextReader): Cell | CellFault {
  if (typeof cell === 'boolean') return column.type === 'boolean' ? cell : readText(String(cell))
  const read = NUMBERS[column.type]
  return read ? read(column, cell, readText) : readText(String(cell))
}

type NumberReader = (column: Column, cell: number, readText: TextReader) => Cell | CellFault

const readAmount: NumberReader = (column, cell) => checkRange(column, cell, String(cell))

/** How a column takes a number of a workbook; the others take its digits. */
const NUMBERS: Partial<Record<ColumnType, NumberReader>> = {
  decimal: readAmount,
  money: readAmount,
  integer: (column, cell) =>
    Number.isSafeInteger(cell)
      ? checkRange(column, cell, String(cell))
      : faultOf(column, 'cell-number', String(cell)),
  date: (_column, cell, readText) => readText(String(Math.floor(cell))),
  time: (_column, cell, readText) => readText(isMoment(cell) ? (cell % 1).toFixed(6) : String(cell)),
  niss: (column, cell, readText) =>
    /^\d{8,10}$/.test(String(cell)) ? padNiss(column, String(cell), readText) : readText(String(cell)),
  id: (column, cell, readText) =>
    Math.abs(cell) < LONGEST_EXACT ? readText(String(cell)) : lostDigits(column, String(cell)),
}

const lostDigits = (column: Column, text: string): CellFault => ({
  ...faultOf(column, 'cell-scientific', text),
  rejects: true,
})

function* textsOf(cells: Iterable<TableCell>): Generator<string> {
  for (const cell of cells) if (typeof cell === 'string') yield cell
}

function readerOf(column: Column, cells: Iterable<TableCell>, asOf: IsoDay): TextReader {
  const orFault = (value: Cell, rule: string, text: string): Cell | CellFault =>
    value ?? faultOf(column, rule, text)
  switch (column.type) {
    case 'id':
    case 'text':
      return (text) => readText(column, text)
    case 'enum': {
      const read = enumReader(column)
      const details = { allowed: Object.keys(column.values ?? {}).join(', '), example: exampleOf(column) }
      return (text) => read(text) ?? faultOf(column, 'cell-value', text, details)
    }
    case 'integer':
      return (text) => readNumber(column, parseWhole(text), text)
    case 'decimal':
    case 'money':
      return decimalReader(column, textsOf(cells))
    case 'date':
      return (text) => orFault(parseDay(text, asOf), 'cell-date', text)
    case 'time':
      return (text) => orFault(parseTime(text), 'cell-time', text)
    case 'boolean': {
      const read = booleanReader(column, textsOf(cells))
      return (text) => orFault(read(text), 'cell-boolean', text)
    }
    case 'niss':
      return nissReader(column, textsOf(cells), asOf)
    case 'postcode':
      return (text) => orFault(/^(?:B-?)?([1-9]\d{3})\.?$/i.exec(text)?.[1] ?? null, 'cell-postcode', text)
    case 'nisCode':
      return (text) => orFault(readNisCode(text), 'cell-nis-code', text)
    case 'enterpriseNo':
      return (text) => orFault(parseEnterpriseNumber(text), 'cell-enterprise-number', text)
    case 'sha256':
      return (text) => orFault(/^[0-9a-f]{64}$/.exec(text.toLowerCase())?.[0] ?? null, 'cell-sha256', text)
    case 'idList':
      return (text) => readText(column, splitIds(text).join('|'))
  }
}

/** The fault of a cell; what identifies a person is not repeated. */
function faultOf(column: Column, rule: string, text: string, more: Details = {}): CellFault {
  const value = column.identity ? '•••' : text.slice(0, LONGEST_SHOWN)
  return { rule, details: { column: column.id, value, ...more } }
}

function readText(column: Column, text: string): Cell | CellFault {
  if (column.type === 'id' && LOST_DIGITS.test(text) && isScientific(text)) return lostDigits(column, text)
  if (text.startsWith('#') && FORMULA_ERROR.test(text)) return faultOf(column, 'cell-formula-error', text)
  const max = column.maxLength ?? LONGEST_TEXT
  return text.length <= max ? text : faultOf(column, 'cell-too-long', text, { max })
}

/** A code, or the name of a commune of the Region as people write it, `FR/NL` included. */
const readNisCode = (text: string): string | null =>
  /^\d{5}$/.test(text) ? text : (findCommuneByName(text)?.nisCode ?? null)

function decimalReader(column: Column, cells: Iterable<string>): TextReader {
  const style = decimalStyleOf(column.hours ? withoutUnits(cells) : cells)
  const parse = column.hours ? parseHours : parseDecimal
  return (text) => readNumber(column, parse(text, style), text)
}

function readNumber(column: Column, read: number | 'ambiguous' | 'invalid', text: string): Cell | CellFault {
  if (isScientific(text)) return lostDigits(column, text)
  if (read === 'ambiguous') return faultOf(column, 'cell-ambiguous-number', text)
  if (read === 'invalid') return faultOf(column, column.hours ? 'cell-hours' : 'cell-number', text)
  return checkRange(column, read, text)
}

function checkRange(column: Column, read: number, text: string): Cell | CellFault {
  const { min = -Infinity, max = Infinity } = column
  if (read < min || read > max) return faultOf(column, 'cell-range', text, { min, max: rangeEnd(max) })
  return column.type === 'money' ? Math.round(read * 100) : read
}

const rangeEnd = (max: number): number | string => (Number.isFinite(max) ? max : '…')

/** A spreadsheet eats leading zeros of a whole column: bare digits, none starting with 0 (`docs/domain/files.md`). */
function hasLostZeros(cells: Iterable<string>): boolean {
  for (const cell of cells) if (cell !== '' && !/^[1-9]\d{7,10}$/.test(cell)) return false
  return true
}

function nissReader(column: Column, cells: Iterable<string>, asOf: IsoDay): TextReader {
  let lost: boolean | undefined
  // Only a short number makes it worth a look at the whole column.
  const isShort = (text: string): boolean =>
    text.length < 11 && /^\d+$/.test(text) && (lost ??= hasLostZeros(cells))
  const read: TextReader = (text) => {
    if (isScientific(text)) return lostDigits(column, text)
    const niss = parseNiss(text, asOf)
    return typeof niss === 'string'
      ? { ...faultOf(column, `cell-niss-${niss}`, text), rejects: true }
      : niss.digits
  }
  return (text) => (isShort(text) ? padNiss(column, text, read) : read(text))
}

function padNiss(column: Column, text: string, read: TextReader): Cell | CellFault {
  const value = read(text.padStart(11, '0'))
  return isFault(value) ? value : { ...faultOf(column, 'cell-niss-padded', text), value }
}

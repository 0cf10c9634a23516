import type { IsoDay } from '#domain/dates.ts'
import { parseEnterpriseNumber } from '#domain/identifiers/enterprise-number.ts'
import { parseNiss } from '#domain/identifiers/niss.ts'
import type { Column } from '#domain/listing/column.ts'
import { foldText } from '#domain/listing/fold-text.ts'
import type { Cell } from '#domain/listing/listing.ts'
import { parseDay, parseTime } from '#domain/listing/parse-date-time.ts'
import { decimalStyleOf, isScientific, parseDecimal, parseWhole } from '#domain/listing/parse-number.ts'
import { splitIds } from '#domain/listing/split-ids.ts'
import type { Details } from '#domain/result.ts'

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
export type CellReader = (text: string) => Cell | CellFault

export const isFault = (read: Cell | CellFault): read is CellFault =>
  typeof read === 'object' && read !== null

const LONGEST_SHOWN = 80
const LONGEST_TEXT = 500
const YES = new Set(['o', 'oui', 'j', 'ja', '1', 'x', 'vrai', 'waar', 'true', 'y', 'yes'])
const NO = new Set(['n', 'non', 'nee', 'neen', '0', 'faux', 'onwaar', 'false', 'no'])

/**
 * Makes the reader of a column (`domain.md` §G.5, §C.0).
 * @param cells every cell of the column, as text without outer spaces
 * @param asOf the day of extraction, for two-digit years and the century of a NISS
 */
export function createCellReader(column: Column, cells: readonly string[], asOf: IsoDay): CellReader {
  const read = readerOf(column, cells, asOf)
  const known = new Map<string, Cell | CellFault>()
  return (text) => {
    if (text === '') return null
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    known.set(text, value)
    return value
  }
}

function readerOf(column: Column, cells: readonly string[], asOf: IsoDay): CellReader {
  const orFault = (value: Cell, rule: string, text: string): Cell | CellFault =>
    value ?? faultOf(column, rule, text)
  switch (column.type) {
    case 'id':
    case 'text':
      return (text) => readText(column, text)
    case 'enum':
      return enumReader(column)
    case 'integer':
      return (text) => readNumber(column, parseWhole(text), text)
    case 'decimal':
    case 'money':
      return decimalReader(column, cells)
    case 'date':
      return (text) => orFault(parseDay(text, asOf), 'cell-date', text)
    case 'time':
      return (text) => orFault(parseTime(text), 'cell-time', text)
    case 'boolean':
      return (text) => orFault(readBoolean(text), 'cell-boolean', text)
    case 'niss':
      return nissReader(column, cells, asOf)
    case 'postcode':
      return (text) => orFault(/^(?:B-?)?([1-9]\d{3})\.?$/i.exec(text)?.[1] ?? null, 'cell-postcode', text)
    case 'nisCode':
      return (text) => orFault(/^\d{5}$/.test(text) ? text : null, 'cell-nis-code', text)
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
  if (column.type === 'id' && isScientific(text) && /e\+/i.test(text))
    return { ...faultOf(column, 'cell-scientific', text), rejects: true }
  const max = column.maxLength ?? LONGEST_TEXT
  return text.length <= max ? text : faultOf(column, 'cell-too-long', text, { max })
}

function enumReader(column: Column): CellReader {
  const values = column.values ?? {}
  const known = new Map<string, string>()
  for (const [value, others] of Object.entries(values))
    for (const word of [value, ...others]) known.set(foldText(word), value)
  const allowed = Object.keys(values).join(', ')
  return (text) => known.get(foldText(text)) ?? faultOf(column, 'cell-value', text, { allowed })
}

function readBoolean(text: string): boolean | null {
  const word = foldText(text)
  return YES.has(word) ? true : NO.has(word) ? false : null
}

function decimalReader(column: Column, cells: readonly string[]): CellReader {
  const style = decimalStyleOf(cells)
  return (text) => readNumber(column, parseDecimal(text, style), text)
}

function readNumber(column: Column, read: number | 'ambiguous' | 'invalid', text: string): Cell | CellFault {
  if (isScientific(text)) return { ...faultOf(column, 'cell-scientific', text), rejects: true }
  if (read === 'ambiguous') return faultOf(column, 'cell-ambiguous-number', text)
  if (read === 'invalid') return faultOf(column, 'cell-number', text)
  const { min = -Infinity, max = Infinity } = column
  if (read < min || read > max) return faultOf(column, 'cell-range', text, { min, max: rangeEnd(max) })
  return column.type === 'money' ? Math.round(read * 100) : read
}

const rangeEnd = (max: number): number | string => (Number.isFinite(max) ? max : '…')

/** A spreadsheet eats leading zeros of a whole column: bare digits, none starting with 0 (`domain.md` §C.0). */
const hasLostZeros = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === '' || /^[1-9]\d{7,10}$/.test(cell))

function nissReader(column: Column, cells: readonly string[], asOf: IsoDay): CellReader {
  const lostZeros = hasLostZeros(cells)
  return (text) => {
    if (isScientific(text)) return { ...faultOf(column, 'cell-scientific', text), rejects: true }
    const short = lostZeros && text.length < 11
    const niss = parseNiss(short ? text.padStart(11, '0') : text, asOf)
    if (typeof niss === 'string') return { ...faultOf(column, `cell-niss-${niss}`, text), rejects: true }
    return short ? { ...faultOf(column, 'cell-niss-padded', text), value: niss.digits } : niss.digits
  }
}

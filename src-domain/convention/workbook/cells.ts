import { tidyText } from '#domain/convention/tidy-text.ts'
import { readChoice, wordOf, YES_NO } from '#domain/convention/workbook/choice-words.ts'
import type { CellKind, FormColumn } from '#domain/convention/workbook/columns.ts'
import { isIsoDay } from '#domain/dates.ts'
import { parseEnterpriseNumber } from '#domain/identifiers/enterprise-number.ts'
import { parseBelgianIban } from '#domain/identifiers/iban.ts'
import { readBoolean } from '#domain/listing/read-words.ts'
import { parseDay } from '#domain/listing/parse-date-time.ts'
import { parseDecimal } from '#domain/listing/parse-number.ts'
import { textOf, type TableCell } from '#domain/table/table.ts'
import type { SheetCell } from '#domain/table/write-workbook.ts'

/** Two-digit years up to the one after this are 20yy; conventions are of our time. */
const AS_OF = '2049-12-31'
/** The first day that spreadsheets count alike. */
const FIRST_DAY = '1900-03-01'
const SEPARATOR = ', '

/** What a cell that cannot be read is told: the end of the error code. */
export type CellFault = 'date' | 'number' | 'share' | 'boolean' | 'choice'
export type ReadCell = { readonly value: unknown } | { readonly fault: CellFault }

/** A value of the convention as a cell; null and '' leave it empty. */
export function writeCell({ kind, choices }: FormColumn, value: unknown, language: 'fr' | 'nl'): SheetCell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1]
  if (typeof value === 'number') return kind === 'money' ? value / 100 : value
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(SEPARATOR)
  if (kind === 'choice') return wordOf(value, choices, language) ?? null
  if (typeof value !== 'string') throw new TypeError(`no cell holds a ${typeof value}`)
  return kind === 'day' && isIsoDay(value) && value >= FIRST_DAY ? { day: value } : value
}

/** A cell as a value of the convention; an empty one is null, '' in a text that cannot be null, none in a list of codes. */
export function readCell({ kind, choices, nullable }: FormColumn, cell: TableCell): ReadCell {
  const text = tidyText(textOf(cell))
  if (text === '') return { value: nullable ? null : (EMPTY[kind] ?? null) }
  if (kind === 'choice') return orFault(readChoice(text, choices), 'choice')
  return READERS[kind](text, cell)
}
const EMPTY: Partial<Record<CellKind, unknown>> = { text: '', codes: [], enterpriseNo: '', iban: '' }

type Reader = (text: string, cell: TableCell) => ReadCell

const orFault = (value: unknown, fault: CellFault): ReadCell => (value === null ? { fault } : { value })

const readNumber: Reader = (text, cell) => orFault(numberOf(text, cell), 'number')

const READERS: Readonly<Record<Exclude<CellKind, 'choice'>, Reader>> = {
  text: (value) => ({ value }),
  codes: (text) => ({ value: text.split(/[\s,;|]+/).filter((code) => code !== '') }),
  boolean: (text, cell) => orFault(typeof cell === 'boolean' ? cell : readBoolean(text), 'boolean'),
  day: (text) => orFault(isIsoDay(text) ? text : parseDay(text, AS_OF), 'date'),
  integer: readNumber,
  number: readNumber,
  share: (text, cell) => orFault(shareOf(text, cell), 'share'),
  money: (text, cell) => orFault(centsOf(numberOf(text, cell)), 'number'),
  enterpriseNo: (text) => ({ value: parseEnterpriseNumber(text) ?? text }),
  iban: (text) => ({ value: parseBelgianIban(text) ?? text }),
}

function numberOf(text: string, cell: TableCell): number | null {
  if (typeof cell === 'number') return cell
  const read = parseDecimal(text, 'unknown')
  return typeof read === 'number' ? read : null
}

/** `0.4`, or `40 %` as text. */
function shareOf(text: string, cell: TableCell): number | null {
  if (!text.endsWith('%')) return numberOf(text, cell)
  const percentage = numberOf(text.slice(0, -1).trim(), '')
  return percentage === null ? null : percentage / 100
}

/** Whole cents; an amount with more than two decimals is none. */
function centsOf(euros: number | null): number | null {
  if (euros === null) return null
  const cents = Math.round(euros * 100)
  return Math.abs(cents - euros * 100) < 1e-3 ? cents : null
}

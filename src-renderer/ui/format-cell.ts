import { numberFormat } from '#domain/i18n/number-format.ts'
import type { ColumnType } from '#domain/listing/column.ts'
import type { Cell } from '#domain/listing/listing.ts'
import type { Language } from '#renderer/ui/i18n.ts'

/** The words for the cells that hold yes or no. */
export interface YesNo {
  readonly yes: string
  readonly no: string
}

/** Makes the writer of a column's cells in Belgian form: `18/11/2025`, `1.250,50`, `Oui`. Empty cells stay empty. */
export function cellFormatter(type: ColumnType, language: Language, words: YesNo): (cell: Cell) => string {
  const write = writer(type, language, words)
  return (cell) => (cell === null ? '' : write(cell))
}

type Filled = Exclude<Cell, null>

function writer(type: ColumnType, language: Language, words: YesNo): (cell: Filled) => string {
  if (type === 'date') return (cell) => String(cell).split('-').toReversed().join('/')
  if (type === 'boolean') return (cell) => (cell === true ? words.yes : words.no)
  const scale = type === 'money' ? 100 : 1
  const format = figureFormat(type, language)
  if (!format) return String
  return (cell) => (typeof cell === 'number' ? format.format(cell / scale) : String(cell))
}

function figureFormat(type: ColumnType, language: Language): Intl.NumberFormat | undefined {
  if (type === 'integer') return numberFormat(language)
  if (type === 'decimal') return numberFormat(language, { minimumFractionDigits: 2 })
  if (type === 'money') return numberFormat(language, { style: 'currency', currency: 'EUR' })
  return undefined
}

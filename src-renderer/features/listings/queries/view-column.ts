import { fixedFigure } from '#domain/i18n/number-format.ts'
import type { Column, ColumnType } from '#domain/listing/column.ts'
import type { Cell } from '#domain/listing/listing.ts'
import type { ViewColumn } from '#domain/listing/row-index.ts'

const KINDS: Readonly<Partial<Record<ColumnType, ViewColumn['kind']>>> = {
  integer: 'number',
  decimal: 'number',
  money: 'number',
  boolean: 'number',
  date: 'date',
  time: 'date',
}

/** How a column is searched, ordered and summed: decimals in hundredths, money in cents. */
export function viewColumn(column: Column & { readonly at: number }): ViewColumn {
  return {
    name: column.id,
    at: column.at,
    kind: KINDS[column.type] ?? 'text',
    scale: column.type === 'decimal' ? 100 : 1,
    text: searchedText(column.type),
  }
}

/** A cell as it is looked for: dates `18/11/2025`, amounts with a comma or a point. */
function searchedText(type: ColumnType): (cell: Cell) => string {
  if (type === 'boolean') return () => ''
  if (type === 'date')
    return (cell) => (typeof cell === 'string' ? cell.split('-').toReversed().join('/') : '')
  if (type === 'decimal') return (cell) => (typeof cell === 'number' ? twoWays(cell) : '')
  if (type === 'money') return (cell) => (typeof cell === 'number' ? twoWays(cell / 100) : '')
  return (cell) => (cell === null ? '' : String(cell))
}

function twoWays(amount: number): string {
  const text = fixedFigure(amount)
  return `${text.replace('.', ',')} ${text}`
}

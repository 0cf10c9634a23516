import type { Column } from '#domain/listing/column.ts'
import type { Words } from '#domain/report/print-words.ts'

/** A value of a listing's column as people read it: no code of ours, days turned round, yes and no. */
export function printCell(column: Column | undefined, value: string, words: Words): string {
  if (value === '') return words.text('emptyCell')
  if (column?.type === 'enum') return words.name('cell', value)
  if (column?.type === 'boolean') return words.text(value === 'true' ? 'yes' : 'no')
  return column?.type === 'date' ? words.day(value) : value
}

import type { NumberLook, Sheet, SheetCell } from '#domain/table/write-workbook.ts'

/** `0` → `A`, `26` → `AA`. */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** `(1, 0)` → `$B$1`: an address that stays when the formula is copied. */
export const addressOf = (column: number, row: number): string => `$${columnName(column)}$${row + 1}`

/** Rows `from` to `to` (included) of a column of another sheet. */
export const rangeOf = (sheet: string, column: number, from: number, to: number): string =>
  `'${sheet.replaceAll("'", "''")}'!${addressOf(column, from)}:${addressOf(column, to)}`

/** A cell that computes; `value` is what it gives now, in euros for amounts. */
export const live = (formula: string, value: number | string, look?: NumberLook): SheetCell =>
  look ? { formula, value, look } : { formula, value }

/** A formula whose result is whole cents: shown, and given, in euros. */
export const liveEuros = (formula: string, cents: number): SheetCell => live(formula, cents / 100, 'EUROS')

/** An amount of whole cents that is given, not computed. */
export const euros = (cents: number): SheetCell => ({ number: cents / 100, look: 'EUROS' })

/** A rate that is given. */
export const rate = (number: number): SheetCell => ({ number, look: 'RATE' })

/** A text inside a formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Writes a sheet of labels and cells, line by line, and says where each cell stands. */
export class SheetWriter {
  readonly #name: string
  readonly #rows: SheetCell[][] = []
  readonly #bold: number[] = []

  constructor(name: string) {
    this.#name = name
  }

  /** How many lines are written: the place of the next one. */
  get height(): number {
    return this.#rows.length
  }

  /** A line of cells; the place of the line. */
  row(...cells: readonly SheetCell[]): number {
    return this.#rows.push([...cells]) - 1
  }

  /** An empty line and a title. */
  section(title: string): void {
    this.row()
    this.#bold.push(this.row(title))
  }

  /** A label, what it is, and a remark; the address of what it is. */
  line(label: string, cell: SheetCell, remark: SheetCell = null): string {
    return addressOf(1, this.row(label, cell, remark))
  }

  /** The titles of columns, bold. */
  titles(...titles: readonly string[]): void {
    this.#bold.push(this.row(...titles))
  }

  sheet(widths: readonly number[], headerRows = 1): Sheet {
    return { name: this.#name, rows: this.#rows, widths, headerRows, boldRows: this.#bold }
  }
}

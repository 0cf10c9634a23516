import { writeXlsx, type Cell, type CellValue, type DataValidation, type WriteSheet } from 'hucre/xlsx'

/** How a number looks: euros with two decimals, a rate as a percentage. */
export type NumberLook = 'EUROS' | 'RATE'

/** A cell to write. Text stays text, whatever it starts with; a day is a real date of the workbook. */
export type SheetCell =
  | string
  | number
  | boolean
  | null
  /** `value` is what the formula gives now, for readers that do not compute. */
  | { readonly formula: string; readonly value: number | string; readonly look?: NumberLook }
  | { readonly number: number; readonly look: NumberLook }
  /** `yyyy-mm-dd` */
  | { readonly day: string }

/** Cells that offer the words of other cells; any other text is asked about, not refused. */
export interface DropDown {
  /** `C2:C9` */
  readonly range: string
  /** `Words!$A$2:$A$5` */
  readonly source: string
}

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** Widths of the columns, in characters. */
  readonly widths?: readonly number[]
  /** Rows at the top that are bold and stay in view; none by default. */
  readonly headerRows?: number
  /** Other rows that are bold, counted from 0. */
  readonly boldRows?: readonly number[]
  readonly dropDowns?: readonly DropDown[]
}

/** Stands in every workbook, so that equal content gives equal bytes. */
const WRITTEN_ON = new Date('2000-01-01T00:00:00Z')
const DAY_FORMAT = 'dd/mm/yyyy'
const NUMBER_FORMATS: Readonly<Record<NumberLook, string>> = { EUROS: '#,##0.00', RATE: '0.00%' }

/** Writes an XLSX workbook; equal sheets give equal bytes. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const properties = { creator: 'Constat', created: WRITTEN_ON, modified: WRITTEN_ON }
  return Uint8Array.from(await writeXlsx({ sheets: sheets.map(toSheet), properties }))
}

function toSheet({ name, rows, widths, headerRows = 0, boldRows = [], dropDowns = [] }: Sheet): WriteSheet {
  return {
    name,
    rows: rows.map((row) => row.map(valueOf)),
    cells: specialCells(rows, (line) => line < headerRows || boldRows.includes(line)),
    ...(widths ? { columns: widths.map((width) => ({ width })) } : {}),
    ...(headerRows > 0 ? { freezePane: { rows: headerRows } } : {}),
    dataValidations: dropDowns.map(toValidation),
  }
}

const toValidation = ({ range, source }: DropDown): DataValidation => ({
  type: 'list',
  range,
  formula1: source,
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'warning',
})

function valueOf(cell: SheetCell): CellValue {
  if (typeof cell === 'string') return escapeText(cell)
  if (typeof cell !== 'object' || cell === null) return cell
  if ('day' in cell) return new Date(`${cell.day}T00:00:00Z`)
  return 'number' in cell ? cell.number : cell.value
}

/** What XML has no place for, as workbooks write it: `_x000D_`; a text that looks like that already is told apart. */
const escapeText = (text: string): string =>
  text.replace(/_x(?=[0-9a-f]{4}_)/gi, '_x005F_x').replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, (sign) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase()
    return `_x${code.padStart(4, '0')}_`
  })

/** What a bare value cannot say: formulas, the look of days and of headers. */
function specialCells(rows: Sheet['rows'], isBold: (line: number) => boolean): Map<string, Partial<Cell>> {
  const special = new Map<string, Partial<Cell>>()
  rows.forEach((row, line) => {
    const bold = isBold(line)
    row.forEach((cell, place) => {
      const formatted = formatOf(cell, bold)
      if (formatted) special.set(`${line},${place}`, formatted)
    })
  })
  return special
}

function formatOf(cell: SheetCell, isBold: boolean): Partial<Cell> | null {
  const bold = isBold ? { font: { bold: true } } : {}
  if (typeof cell !== 'object' || cell === null) return isBold ? { style: bold } : null
  if ('day' in cell) return { style: { ...bold, numFmt: DAY_FORMAT } }
  const numFmt = cell.look && { numFmt: NUMBER_FORMATS[cell.look] }
  const style = { style: { ...bold, ...numFmt } }
  return 'number' in cell ? style : { formula: cell.formula, formulaResult: cell.value, ...style }
}

import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { err, ok, type Result } from '#domain/result.ts'
import { checkWorkbook } from '#domain/table/check-workbook.ts'
import { kindOf } from '#domain/table/file-kind.ts'
import type { TableCell } from '#domain/table/table.ts'

/** A row of a sheet: its number as the program shows it (from 1), its cells. */
export interface SheetRow {
  readonly line: number
  readonly cells: TableCell[]
}

/** A sheet held whole. */
export interface ReadSheet {
  readonly name: string
  /** Rows as they stand, empty ones too, so that row 1 is `rows[0]`. */
  readonly rows: readonly (readonly TableCell[])[]
}

/** A workbook that was found safe to read. */
export interface OpenedWorkbook {
  /** Visible sheets, in the order of the file. */
  readonly sheetNames: readonly string[]
  /** Reads one sheet row by row; formulas come as the value last shown. Throws on a damaged file. */
  readonly rowsOf: (sheetName: string) => AsyncGenerator<SheetRow, void, undefined>
}

const HIGHEST_ROW = 1_048_576
/** Rows of a workbook that is held whole. */
const ROWS_HELD = 20_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Opens an XLSX workbook. Errors: `import.*` of `checkWorkbook` and of `kindOf`. */
export async function openWorkbook(bytes: Uint8Array): Promise<Result<OpenedWorkbook>> {
  const kind = kindOf(bytes)
  if (!kind.ok) return kind
  const checked = await checkWorkbook(bytes)
  if (!checked.ok) return checked
  const safe = checked.value
  try {
    return ok({ sheetNames: await namesOf(safe), rowsOf: (name) => rowsOf(safe, name) })
  } catch {
    return err('import.workbook-damaged')
  }
}

/**
 * Reads a small workbook whole, visible sheets only; its parts are unpacked once for all sheets.
 * @returns every row of every sheet; errors as `openWorkbook`, and `import.too-many-rows`
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<{ sheets: ReadSheet[] }>> {
  const kind = kindOf(bytes)
  const checked = kind.ok ? await checkWorkbook(bytes) : kind
  if (!checked.ok) return checked
  try {
    const { sheets } = await readXlsx(checked.value, { sheets: isVisible, maxRows: ROWS_HELD + 1 })
    if (sheets.some(({ rows }) => rows.length > ROWS_HELD))
      return err('import.too-many-rows', { max: ROWS_HELD })
    return ok({ sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map(filledCells) })) })
  } catch {
    return err('import.workbook-damaged')
  }
}

/** Asks for the list of sheets without reading any. */
async function namesOf(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = []
  const note = (sheet: SheetInfo): boolean => {
    if (isVisible(sheet)) names.push(sheet.name)
    return false
  }
  await readXlsx(bytes, { sheets: note })
  return names
}

interface SheetInfo {
  readonly name: string
  readonly hidden?: boolean
  readonly veryHidden?: boolean
}

const isVisible = ({ hidden = false, veryHidden = false }: SheetInfo): boolean => !hidden && !veryHidden

async function* rowsOf(bytes: Uint8Array, sheet: string): AsyncGenerator<SheetRow, void, undefined> {
  let rows = 0
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (!(index >= 0 && index < HIGHEST_ROW) || ++rows > HIGHEST_ROW)
      throw new RangeError('row outside the sheet')
    yield { line: index + 1, cells: cellsOf(values) }
  }
}

type ReadValue = string | number | boolean | Date | null

/** Gaps in a row of the reader are empty cells. */
const cellsOf = (values: readonly ReadValue[]): TableCell[] => Array.from(values, cellOf)

/** The cells of a row up to the last that holds anything. */
function filledCells(values: readonly ReadValue[]): TableCell[] {
  const cells = cellsOf(values)
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

function cellOf(value: ReadValue | undefined): TableCell {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.trim()
  return value instanceof Date ? dateText(value) : value
}

/** A date of a workbook as text: whole days without a time, times of no day (the first day it knows) alone. */
function dateText(date: Date): string {
  const minutes = Math.round(date.getTime() / MINUTE_MS)
  const text = new Date(minutes * MINUTE_MS)
  if (Number.isNaN(text.getTime())) return ''
  const iso = text.toISOString()
  if (iso.startsWith('1899-12-31') || iso.startsWith('1904-01-01')) return iso.slice(11, 16)
  return text.getTime() % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 16)
}

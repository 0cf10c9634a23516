import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { err, ok, type Result } from '#domain/result.ts'
import { checkWorkbook } from '#domain/table/check-workbook.ts'
import { kindOf } from '#domain/table/file-kind.ts'
import { withoutSpaces, type TableCell } from '#domain/table/table.ts'

/** A row of a sheet: its number as the program shows it (from 1), its cells up to the last that holds anything. */
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
  const { whole, list } = checked.value
  try {
    return ok({ sheetNames: await namesOf(list), rowsOf: (name) => rowsOf(whole, name) })
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
    const { sheets } = await readXlsx(checked.value.whole, { sheets: isVisible, maxRows: ROWS_HELD + 1 })
    if (sheets.some(({ rows }) => rows.length > ROWS_HELD))
      return err('import.too-many-rows', { max: ROWS_HELD })
    const cellsOf = createCellReader()
    return ok({ sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map(cellsOf) })) })
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
  const cellsOf = createCellReader()
  let rows = 0
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (!(index >= 0 && index < HIGHEST_ROW) || ++rows > HIGHEST_ROW)
      throw new RangeError('row outside the sheet')
    yield { line: index + 1, cells: cellsOf(values) }
  }
}

type ReadValue = string | number | boolean | Date | null

/** Makes what reads the cells of a row up to the last that holds anything; it remembers the dates it wrote. */
function createCellReader(): (values: readonly (ReadValue | undefined)[]) => TableCell[] {
  const known = new Map<number, string>()
  const dateCell = (moment: number): string => {
    const text = known.get(moment) ?? dateText(moment)
    known.set(moment, text)
    return text
  }
  return (values) => {
    const cells: TableCell[] = []
    // Gaps in a row of the reader are empty cells.
    for (let at = 0; at < values.length; at++) {
      const value = values[at] ?? ''
      cells.push(
        typeof value === 'string'
          ? withoutSpaces(value)
          : value instanceof Date
            ? dateCell(value.getTime())
            : value,
      )
    }
    while (cells.at(-1) === '') cells.pop()
    return cells
  }
}

/** A date of a workbook as text: whole days without a time, times of no day (the first day it knows) alone. */
function dateText(moment: number): string {
  const rounded = new Date(Math.round(moment / MINUTE_MS) * MINUTE_MS)
  if (Number.isNaN(rounded.getTime())) return ''
  const iso = rounded.toISOString()
  if (iso.startsWith('1899-12-31') || iso.startsWith('1904-01-01')) return iso.slice(11, 16)
  return rounded.getTime() % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 16)
}

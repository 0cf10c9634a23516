import { err, ok, type Result } from '#domain/result.ts'
import { readCellFormats } from '#domain/table/cell-formats.ts'
import { kindOf } from '#domain/table/file-kind.ts'
import { readSharedTexts } from '#domain/table/shared-texts.ts'
import { readSheetRows, type CellContext, type SheetRow } from '#domain/table/sheet-rows.ts'
import type { TableCell } from '#domain/table/table.ts'
import { faultAsResult, WorkbookFault } from '#domain/table/workbook-fault.ts'
import {
  listWorkbook,
  openParts,
  type WorkbookList,
  type WorkbookParts,
} from '#domain/table/workbook-parts.ts'

/** A sheet held whole. */
export interface ReadSheet {
  readonly name: string
  /** Rows as they stand, empty ones too, so that row 1 is `rows[0]`. */
  readonly rows: readonly (readonly TableCell[])[]
}

/** A workbook whose sheets are known and not read yet. */
export interface OpenedWorkbook {
  /** Visible sheets, in the order of the file. */
  readonly sheetNames: readonly string[]
  /**
   * Reads one sheet row by row, unpacking it as it goes; formulas come as the value last shown.
   * Throws what `faultAsResult` makes a result of.
   */
  readonly rowsOf: (sheetName: string) => AsyncGenerator<SheetRow, void, undefined>
}

/** Rows of a workbook that is held whole. */
const ROWS_HELD = 20_000

/** Opens an XLSX workbook. Errors: `import.*` of `WorkbookFault` and of `kindOf`. */
export async function openWorkbook(bytes: Uint8Array): Promise<Result<OpenedWorkbook>> {
  const kind = kindOf(bytes)
  if (!kind.ok) return kind
  try {
    const parts = openParts(bytes)
    const list = await listWorkbook(parts)
    const visible = list.sheets.filter(({ isVisible }) => isVisible)
    const context = onDemand(() => readContext(parts, list))
    async function* rowsOf(sheetName: string): AsyncGenerator<SheetRow, void, undefined> {
      const sheet = visible.find(({ name }) => name === sheetName)
      if (!sheet) throw new WorkbookFault('import.workbook-damaged')
      yield* readSheetRows(parts.unpack(sheet.path, 'sheet'), await context())
    }
    return ok({ sheetNames: visible.map(({ name }) => name), rowsOf })
  } catch (thrown) {
    return faultAsResult(thrown)
  }
}

/** What is made when it is first asked for. */
function onDemand<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** The texts and formats that all sheets refer to. */
async function readContext(parts: WorkbookParts, list: WorkbookList): Promise<CellContext> {
  const { textsPath, stylesPath, epoch } = list
  const texts = textsPath === null ? [] : await readSharedTexts(parts.unpack(textsPath, 'part'))
  const formats = stylesPath === null ? [] : await readCellFormats(parts.unpack(stylesPath, 'part'))
  return { texts, formats, epoch }
}

/**
 * Reads a small workbook whole, visible sheets only.
 * @returns every row of every sheet; errors as `openWorkbook`, and `import.too-many-rows`
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<{ sheets: ReadSheet[] }>> {
  const workbook = await openWorkbook(bytes)
  if (!workbook.ok) return workbook
  const sheets: ReadSheet[] = []
  try {
    for (const name of workbook.value.sheetNames) {
      const rows = await holdRows(workbook.value.rowsOf(name))
      if (!rows) return err('import.too-many-rows', { max: ROWS_HELD })
      sheets.push({ name, rows })
    }
    return ok({ sheets })
  } catch (thrown) {
    return faultAsResult(thrown)
  }
}

/** Rows at their place; null when the sheet is too long to be held. */
async function holdRows(read: AsyncIterable<SheetRow>): Promise<TableCell[][] | null> {
  const rows: TableCell[][] = []
  for await (const { line, cells } of read) {
    if (line > ROWS_HELD) return null
    while (rows.length < line) rows.push([])
    rows[line - 1] = cells
  }
  return rows
}

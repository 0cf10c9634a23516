import { err, ok, type Result } from '#domain/result.ts'
import { decodeText, type Encoding } from '#domain/table/decode-text.ts'
import { kindOf } from '#domain/table/file-kind.ts'
import { checkFileSize, LIMITS } from '#domain/table/limits.ts'
import { openCsv, readCsv, SEPARATORS } from '#domain/table/parse-csv.ts'
import { openWorkbook, type OpenedWorkbook } from '#domain/table/read-workbook.ts'
import { readSheet } from '#domain/table/read-sheet.ts'
import type { TableRecord } from '#domain/table/table.ts'

/** One way to see a file as records: a sheet of a workbook, or a text cut at one separator. */
export interface View {
  /** '' in a workbook. */
  readonly separator: string
  /** Null in a text. */
  readonly sheet: string | null
  /** The first records that hold anything. */
  readonly head: readonly TableRecord[]
  /** All of them; may be asked once. Errors: `import.*` of a limit, `import.workbook-damaged`. */
  readonly all: () => Promise<Result<readonly TableRecord[]>>
  /** Lets go of the file when the view is not the one. */
  readonly close: () => Promise<void>
}

/** How a file was read; printed with the listing. */
export type FileEncoding = Encoding | 'xlsx'

/** A file opened as far as it goes without knowing its header. */
export interface Source {
  readonly encoding: FileEncoding
  /** Names of the visible sheets; none in a text. */
  readonly sheets: readonly string[]
  readonly views: readonly (() => Promise<Result<View>>)[]
}

/**
 * Opens a listing file of either kind.
 * @param head how many records the head of a view has
 * @param sheet the one sheet to look at; errors `import.sheet-missing` when there is none of that name
 * @returns errors `import.*` that say what the file is or what is wrong with it
 */
export async function openSource(bytes: Uint8Array, head: number, sheet?: string): Promise<Result<Source>> {
  const size = checkFileSize(bytes.length)
  if (!size.ok) return size
  const kind = kindOf(bytes)
  if (!kind.ok) return kind
  if (kind.value === 'text') return openText(bytes, head)
  const workbook = await openWorkbook(bytes)
  return workbook.ok ? viewSheets(workbook.value, head, sheet) : workbook
}

function openText(bytes: Uint8Array, head: number): Result<Source> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const csv = openCsv(decoded.value.text)
  const separators = csv.told === null ? SEPARATORS : [csv.told]
  const view = (separator: string) => async (): Promise<Result<View>> => {
    const first = readCsv(csv, separator, head)
    if (!first.ok) return first
    const all = () => Promise.resolve(readCsv(csv, separator))
    return Promise.resolve(
      ok({ separator, sheet: null, head: first.value, all, close: () => Promise.resolve() }),
    )
  }
  return ok({ encoding: decoded.value.encoding, sheets: [], views: separators.map(view) })
}

function viewSheets(workbook: OpenedWorkbook, head: number, sheet?: string): Result<Source> {
  const sheets = workbook.sheetNames
  const wanted =
    sheet === undefined ? sheets.slice(0, LIMITS.sheets) : sheets.filter((name) => name === sheet)
  if (sheet !== undefined && wanted.length === 0) return err('import.sheet-missing', { sheet })
  if (wanted.length === 0) return err('import.empty')
  const view = (name: string) => async (): Promise<Result<View>> => {
    const reading = readSheet(workbook.rowsOf(name))
    const first = await reading.upTo(head)
    if (!first.ok) return first
    const all = () => reading.upTo(Infinity)
    return ok({ separator: '', sheet: name, head: first.value, all, close: reading.close })
  }
  return ok({ encoding: 'xlsx', sheets, views: wanted.map(view) })
}

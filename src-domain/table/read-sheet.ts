import { err, ok, type Result } from '#domain/result.ts'
import { HEADER_ROWS, LIMITS } from '#domain/table/limits.ts'
import type { SheetRow } from '#domain/table/sheet-rows.ts'
import { textOf, type TableCell, type TableRecord } from '#domain/table/table.ts'
import { faultAsResult } from '#domain/table/workbook-fault.ts'

/** A sheet being read from its top. */
export interface SheetReading {
  /**
   * Goes on until there are so many records, and gives all of them.
   * @returns errors of `WorkbookFault`, and `import.too-many-rows`, `-columns`, `-cells`
   */
  readonly upTo: (count: number) => Promise<Result<readonly TableRecord[]>>
  readonly close: () => Promise<void>
}

/** Reads the rows of a sheet as records; rows without anything are left out. */
export function readSheet(rows: AsyncGenerator<SheetRow, void, undefined>): SheetReading {
  const records: TableRecord[] = []
  let cells = 0
  const take = (row: SheetRow): Result<null> => {
    const width = row.cells.length
    if (width > LIMITS.columns) return err('import.too-many-columns', { line: row.line, max: LIMITS.columns })
    if (width > 0) records.push(new SheetRecord(row.line, row.cells))
    if (records.length > LIMITS.rows + HEADER_ROWS) return err('import.too-many-rows', { max: LIMITS.rows })
    cells += width
    return cells > LIMITS.cells ? err('import.too-many-cells', { max: LIMITS.cells }) : ok(null)
  }
  const upTo: SheetReading['upTo'] = async (count) => {
    try {
      while (records.length < count) {
        const next = await rows.next()
        if (next.done) break
        const taken = take(next.value)
        if (!taken.ok) return taken
      }
      return ok(records)
    } catch (thrown) {
      return faultAsResult(thrown)
    }
  }
  return { upTo, close: () => rows.return() as Promise<unknown> as Promise<void> }
}

/** A row of a sheet; it has a text only for who asks. */
class SheetRecord implements TableRecord {
  readonly line: number
  readonly cells: readonly TableCell[]
  readonly broken = false

  constructor(line: number, cells: readonly TableCell[]) {
    this.line = line
    this.cells = cells
  }

  get text(): string {
    return this.cells.map(textOf).join(';')
  }
}

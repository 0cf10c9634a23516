import { err, ok, type Result } from '#domain/result.ts'
import { LIMITS } from '#domain/table/limits.ts'
import type { SheetRow } from '#domain/table/read-workbook.ts'
import { textOf, type TableCell, type TableRecord } from '#domain/table/table.ts'

/** A sheet being read from its top. */
export interface SheetReading {
  /**
   * Goes on until there are so many records, and gives all of them.
   * @returns errors `import.workbook-damaged`, `import.too-many-rows`, `-columns`, `-cells`
   */
  readonly upTo: (count: number) => Promise<Result<readonly TableRecord[]>>
  readonly close: () => Promise<void>
}

/** Reads the rows of a sheet as records; rows without anything are left out. */
export function readSheet(rows: AsyncGenerator<SheetRow, void, undefined>): SheetReading {
  const records: TableRecord[] = []
  let cells = 0
  const take = (row: SheetRow): Result<null> => {
    const width = row.cells.findLastIndex((cell) => cell !== '') + 1
    if (width > LIMITS.columns) return err('import.too-many-columns', { line: row.line, max: LIMITS.columns })
    if (width > 0) records.push(toRecord(row, width))
    if (records.length > LIMITS.rows) return err('import.too-many-rows', { max: LIMITS.rows })
    cells += row.cells.length
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
    } catch {
      return err('import.workbook-damaged')
    }
  }
  return { upTo, close: () => rows.return() as Promise<unknown> as Promise<void> }
}

function toRecord({ line, cells }: SheetRow, width: number): TableRecord {
  const own: TableCell[] = cells.length > width ? cells.slice(0, width) : cells
  return { line, text: own.map(textOf).join(';'), cells: own, broken: false }
}

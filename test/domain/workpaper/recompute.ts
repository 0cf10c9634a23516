import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { readWorkbook } from '#domain/table/read-workbook.ts'
import type { TableCell } from '#domain/table/table.ts'
import { writeWorkbook, type Sheet, type SheetCell } from '#domain/table/write-workbook.ts'
import { judge, judgeFolder } from '#test/main/judges.ts'
import { valueOf } from '#test/main/numbers-sample.ts'

/** Formulas without what they give: what comes back was computed by LibreOffice alone. */
const forget = (cell: SheetCell): SheetCell =>
  typeof cell === 'object' && cell !== null && 'formula' in cell ? { ...cell, value: 0 } : cell

/** LibreOffice computes a workbook of other programs only when told so. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** The cells of each sheet, by its name. */
export type Recomputed = Map<string, readonly (readonly TableCell[])[]>

/** Lets LibreOffice compute workbooks, several in one run: it takes long to start. */
export async function recompute(
  books: Readonly<Record<string, readonly Sheet[]>>,
): Promise<Map<string, Recomputed>> {
  const folder = judgeFolder()
  const profile = path.join(folder, 'profile')
  fs.mkdirSync(path.join(profile, 'user'), { recursive: true })
  fs.writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), ALWAYS)
  for (const [name, sheets] of Object.entries(books)) {
    const forgotten = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(forget)) }))
    fs.writeFileSync(path.join(folder, `${name}.xlsx`), await writeWorkbook(forgotten))
  }
  const files = Object.keys(books).map((name) => path.join(folder, `${name}.xlsx`))
  const out = path.join(folder, 'out')
  const install = `-env:UserInstallation=${pathToFileURL(profile).href}`
  judge(
    'soffice',
    install,
    '--headless',
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    out,
    ...files,
  )
  const read = new Map<string, Recomputed>()
  for (const name of Object.keys(books)) {
    const { sheets } = valueOf(await readWorkbook(fs.readFileSync(path.join(out, `${name}.xlsx`))))
    read.set(name, new Map(sheets.map((sheet) => [sheet.name, sheet.rows])))
  }
  return read
}

/** Every formula whose result is not what the sheet says: `[sheet, cell, formula, said, computed]`. */
export function differences(sheets: readonly Sheet[], recomputed: Recomputed): unknown[][] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap((row, line) =>
      row.flatMap((cell, place) => {
        if (typeof cell !== 'object' || cell === null || !('formula' in cell)) return []
        const computed = recomputed.get(name)?.[line]?.[place]
        const isSame =
          typeof cell.value === 'number' && typeof computed === 'number'
            ? Math.abs(cell.value - computed) <= 1e-7 * Math.max(1, Math.abs(cell.value))
            : cell.value === computed
        return isSame ? [] : [[name, `${line + 1}/${place + 1}`, cell.formula, cell.value, computed]]
      }),
    ),
  )
}

/** How many cells of some sheets compute. */
export const formulasOf = (sheets: readonly Sheet[]): number =>
  sheets
    .flatMap(({ rows }) => rows.flat())
    .filter((cell) => typeof cell === 'object' && cell !== null && 'formula' in cell).length

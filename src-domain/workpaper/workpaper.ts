import { maskNationalNumbers } from '#domain/report/mask-national-numbers.ts'
import { ok, type Result } from '#domain/result.ts'
import { writeWorkbook, type Sheet } from '#domain/table/write-workbook.ts'
import { paperWords, type PaperCatalogs } from '#domain/workpaper/paper-words.ts'
import { sampleSheets, type SamplePaper } from '#domain/workpaper/sample-sheet.ts'
import { settlementSheets, type SettlementPaper } from '#domain/workpaper/settlement-sheet.ts'

/** What a workbook shows: samples, a settlement, or both. */
export interface WorkpaperInput {
  readonly catalogs: PaperCatalogs
  readonly samples: readonly SamplePaper[]
  readonly settlement: SettlementPaper | null
}

/**
 * The calculation as an XLSX workbook with live formulas: a reader changes a line and sees what follows. Equal input
 * gives equal bytes. National numbers typed into a text are masked, as in the report. Errors: those of `sampleSheets`.
 */
export async function workpaper({
  catalogs,
  samples,
  settlement,
}: WorkpaperInput): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const words = paperWords(catalogs)
  const sheets: Sheet[] = []
  for (const sample of samples) {
    const made = sampleSheets(sample, words)
    if (!made.ok) return made
    sheets.push(...made.value)
  }
  if (settlement) sheets.push(...settlementSheets(settlement, words))
  return ok(await writeWorkbook(sheets.map((sheet) => masked(sheet, words.print('maskedNumber')))))
}

const masked = (sheet: Sheet, mask: string): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? maskNationalNumbers(cell, mask) : cell)),
  ),
})

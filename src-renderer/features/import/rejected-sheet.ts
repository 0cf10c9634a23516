import type { RejectedRow, RuleMark } from '#domain/listing/listing.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import { openCsv, readCsv } from '#domain/table/parse-csv.ts'
import { REASON_MARK } from '#renderer/features/import/reason-columns.ts'

/** Says a reason and a column in the language of the screen. */
export interface ReasonWords {
  readonly line: string
  readonly column: string
  readonly reason: string
  readonly say: (mark: RuleMark) => string
  readonly titleOf: (columnId: string) => string
}

/**
 * Rejected rows as a sheet to be corrected: line, column and reason, then the columns of the file as they stood. The
 * headers of the first three are known when the file is imported again.
 */
export function rejectedSheet(
  { listing, source }: Pick<PackageListing, 'listing' | 'source'>,
  rows: readonly RejectedRow[],
  words: ReasonWords,
): string[][] {
  const headers = source.headers ?? columnIdsOf(listing)
  const own = [words.line, words.column, words.reason].map((word) => `${REASON_MARK} · ${word}`)
  return [
    [...own, ...headers],
    ...rows.map((row) => [...reasonsOf(row, words), ...cellsOf(row, source.separator)]),
  ]
}

function reasonsOf({ line, reasons }: RejectedRow, { say, titleOf }: ReasonWords): string[] {
  const columns = new Set(reasons.flatMap((reason) => reason.columns.map(titleOf)))
  return [String(line), [...columns].join(', '), reasons.map(say).join(' ')]
}

/** The cells of a row as they stood; a row of a workbook was kept with `;` between them. */
function cellsOf({ text }: RejectedRow, separator: string): readonly string[] {
  const records = readCsv(openCsv(text), separator || ';', 1)
  return records.ok ? (records.value[0]?.cells.map(String) ?? []) : [text]
}

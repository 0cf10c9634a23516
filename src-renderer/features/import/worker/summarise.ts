import type { ListingRow, RejectedRow } from '#domain/listing/listing.ts'
import type { OpenedFile } from '#domain/listing/open-listing-file.ts'
import { textOf, type TableCell } from '#domain/table/table.ts'
import type { RuleCount } from '#renderer/features/import/worker/import-messages.ts'

/** How many rows each rule marked, the most frequent first. */
export function countRules(rows: readonly ListingRow[]): RuleCount[] {
  const counts = new Map<string, { mark: RuleCount['mark']; rows: number }>()
  for (const { marks } of rows)
    for (const mark of marks) {
      const known = counts.get(mark.rule)
      if (known) known.rows++
      else counts.set(mark.rule, { mark, rows: 1 })
    }
  return [...counts.values()].sort((a, b) => b.rows - a.rows)
}

/** Rejected rows with a text that can be cut into their cells again, also when they come from a workbook. */
export function textOfRejected(
  rejected: readonly RejectedRow[],
  { table }: OpenedFile,
): readonly RejectedRow[] {
  if (table.sheet === null) return rejected
  const cells = new Map(table.records.map((record) => [record.line, record.cells]))
  return rejected.map((row) => ({ ...row, text: lineOf(cells.get(row.line) ?? []) }))
}

const lineOf = (cells: readonly TableCell[]): string => cells.map(textOf).map(quoted).join(';')
const quoted = (cell: string): string => (/[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

import type { Convention } from '#domain/convention/convention.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import type { OpenedFile } from '#domain/listing/open-listing-file.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { textOf } from '#domain/table/table.ts'

/** One wrong row is a slip of that row, and is rejected alone. */
const FEWEST_ROWS = 2
const LONGEST_SHOWN = 40

/** Refuses a listing whose every row is of one other convention. Errors: `import.other-convention` with `fileName`. */
export function checkAgreement({ file, table, match }: OpenedFile, convention: Convention): Result<null> {
  const place = match.places[columnIdsOf(match.listing).indexOf('agreementNo')] ?? -1
  if (place < 0 || table.records.length < FEWEST_ROWS) return ok(null)
  const found = textOf(table.records[0]?.cells[place])
  if (found === '' || found === convention.agreementNo) return ok(null)
  if (!table.records.every(({ cells }) => textOf(cells[place]) === found)) return ok(null)
  const details = { found: found.slice(0, LONGEST_SHOWN), expected: convention.agreementNo }
  return err('import.other-convention', { ...details, fileName: file.fileName })
}

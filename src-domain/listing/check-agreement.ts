import type { Convention } from '#domain/convention/convention.ts'
import { formatEnterpriseNumber, parseEnterpriseNumber } from '#domain/identifiers/enterprise-number.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import type { OpenedFile } from '#domain/listing/open-listing-file.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { textOf } from '#domain/table/table.ts'

/** One wrong row is a slip of that row, and is rejected alone. */
const FEWEST_ROWS = 2
const LONGEST_SHOWN = 40

/**
 * Refuses a listing whose every row is of one other convention, or pays one other enterprise.
 * Errors: `import.other-convention`, `import.other-partner`, both with `fileName`.
 */
export function checkAgreement(opened: OpenedFile, convention: Convention): Result<null> {
  const { agreementNo, partner } = convention
  const { fileName } = opened
  const agreement = onlyValue(opened, 'agreementNo')
  if (agreement !== null && agreement !== agreementNo)
    return err('import.other-convention', { found: shortened(agreement), expected: agreementNo, fileName })
  const recipient = parseEnterpriseNumber(onlyValue(opened, 'idBceRecipient') ?? '')
  if (recipient === null || recipient === partner.enterpriseNo) return ok(null)
  const [found, expected] = [recipient, partner.enterpriseNo].map(formatEnterpriseNumber)
  return err('import.other-partner', { found: found ?? '', expected: expected ?? '', fileName })
}

const shortened = (text: string): string => text.slice(0, LONGEST_SHOWN)

/** What stands in a column of every row, when it is always the same; null otherwise. */
function onlyValue({ table: { records }, match }: OpenedFile, id: string): string | null {
  const place = match.places[columnIdsOf(match.listing).indexOf(id)] ?? -1
  if (place < 0 || records.length < FEWEST_ROWS) return null
  const found = textOf(records[0]?.cells[place])
  return found !== '' && records.every(({ cells }) => textOf(cells[place]) === found) ? found : null
}

import type { Planted } from '#scripts/sample/anomalies.ts'
import type { FileRow, FileRows } from '#scripts/sample/file-rows.ts'

/** Two small conventions of the first inspector, and so two packages on one laptop. */
export const CLAIMED_TWICE: readonly string[] = ['ARAE-2025-014', 'APS-2025-007']
/** Rows before this one have anomalies of their own (`anomalies.ts`). */
const FIRST_ROW = 50

const IDENTITY = [
  'actirisNo',
  'niss',
  'lastName',
  'firstName',
  'sex',
  'birthDate',
  'postcode',
  'nisCode',
] as const

/** One whom both follow without an end. */
const pickPerson = ({ participants }: FileRows): FileRow | undefined =>
  participants.find((row, at) => at >= FIRST_ROW && !row['exitDate'])

/** Sees the conventions pass and lets the second one of `CLAIMED_TWICE` claim a person of the first. */
export class ClaimedTwice {
  private first: { readonly agreementNo: string; readonly row: FileRow } | undefined

  /** Changes the rows of the second in place; says what was done in both, once it is done. */
  plant(agreementNo: string, rows: FileRows): Planted[] {
    const row = CLAIMED_TWICE.includes(agreementNo) ? pickPerson(rows) : undefined
    if (!row) return []
    if (!this.first) {
      this.first = { agreementNo, row }
      return []
    }
    for (const column of IDENTITY) row[column] = this.first.row[column] ?? ''
    return [this.first, { agreementNo, row }].map(describe)
  }
}

const describe = ({ agreementNo, row }: { agreementNo: string; row: FileRow }): Planted => ({
  agreementNo,
  listing: 'participants',
  id: row['participationId'] ?? '',
  rule: 'claim-person-overlap',
  severity: 'F',
})

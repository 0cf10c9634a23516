import type { Database } from '#central/db/database.ts'
import type { ListingName, RuleMark } from '#domain/listing/listing.ts'

/** A row that a load refused: where it stands and why, without its content. */
export interface RejectedLine {
  readonly agreementNo: string
  readonly listing: ListingName
  readonly fileName: string
  readonly line: number
  readonly reasons: RuleMark[]
}

export async function storeRejectedRows(tx: Database, rows: readonly RejectedLine[]): Promise<void> {
  await tx.query(
    `INSERT INTO rejected_rows (agreement_no, listing, file_name, line, reasons)
     SELECT "agreementNo", listing, "fileName", line, reasons FROM jsonb_to_recordset($1::jsonb)
       AS x("agreementNo" text, listing text, "fileName" text, line integer, reasons jsonb)`,
    [JSON.stringify(rows)],
  )
}

export function listRejectedRows(db: Database): Promise<RejectedLine[]> {
  return db.query<RejectedLine>(
    `SELECT agreement_no AS "agreementNo", listing, file_name AS "fileName", line, reasons
     FROM rejected_rows ORDER BY no`,
  )
}

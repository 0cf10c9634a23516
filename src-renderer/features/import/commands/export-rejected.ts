import type { ListingName } from '#domain/listing/listing.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { writeCsv } from '#domain/table/write-csv.ts'
import { writeWorkbook } from '#domain/table/write-workbook.ts'
import { newId } from '#renderer/db/new-id.ts'
import { listListings, readRejected } from '#renderer/db/packages.ts'
import { saveRecord } from '#renderer/db/records.ts'
import { rejectedSheet, type ReasonWords } from '#renderer/features/import/rejected-sheet.ts'
import { bridge } from '#renderer/platform/bridge.ts'

export interface RejectedExport {
  readonly inspectionId: string
  readonly listing: ListingName
  readonly form: 'csv' | 'xlsx'
  /** What the file is called, without its ending. */
  readonly name: string
  readonly words: ReasonWords
  /** Who asks for it. */
  readonly by: string
}

/**
 * Writes the rejected rows of a listing to a file of the user's choice, and that it left the app into the log of the
 * inspection. False when the user chose no place.
 * Errors: `file.not-saved`, `store.*`.
 */
export async function exportRejected(order: RejectedExport): Promise<Result<boolean>> {
  const { inspectionId, listing, form, name, words } = order
  const described = (await listListings(inspectionId)).find((one) => one.listing === listing)
  if (described === undefined) return err('store.no-package')
  const sheet = rejectedSheet(described, await readRejected(inspectionId, listing), words)
  const bytes =
    form === 'csv' ? writeCsv(sheet) : await writeWorkbook([{ name: listing, rows: sheet, headerRows: 1 }])
  const answer = await bridge.invoke('file:save', { suggestedName: `${name}.${form}`, bytes })
  if (!answer.ok || !answer.value.saved) return answer.ok ? ok(false) : answer
  return await logIt(order, described.source.fileName)
}

async function logIt({ inspectionId, by }: RejectedExport, file: string): Promise<Result<boolean>> {
  const id = newId()
  const at = new Date().toISOString()
  const entry = { id, inspectionId, at, what: 'rejected-rows' as const, rowKey: null, file, by }
  const logged = await saveRecord('disclosure', inspectionId, id, entry)
  return logged.ok ? ok(true) : logged
}

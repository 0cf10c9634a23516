import type { ReportVersion } from '#domain/report/report-version.ts'
import type { Result } from '#domain/result.ts'
import { newId } from '#renderer/db/new-id.ts'
import { saveRecord } from '#renderer/db/records.ts'

/** Hands a signed version in: the supervisor has it with the next sync. Errors of `saveRecord`. */
export async function handIn({ id: reportId, inspectionId, version }: ReportVersion): Promise<Result<null>> {
  const id = newId()
  const submittedAt = new Date().toISOString()
  return await saveRecord('submission', inspectionId, id, {
    ...{ id, inspectionId, reportId, version },
    submittedAt,
  })
}

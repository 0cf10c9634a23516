import {
  type Decision,
  isReasonEnough,
  MIN_REASON,
  type ReportVersion,
} from '#domain/report/report-version.ts'
import { err, type Result } from '#domain/result.ts'
import { newId } from '#renderer/db/new-id.ts'
import { saveRecord } from '#renderer/db/records.ts'

/**
 * Records the supervisor's decision of the submitted version; the central store then moves the inspection on.
 * Error of its own: `review.reason-short`.
 */
export async function decide(
  report: ReportVersion,
  outcome: Decision['outcome'],
  reason: string,
  decidedBy: string,
): Promise<Result<null>> {
  if (outcome === 'RETURNED' && !isReasonEnough(reason)) {
    return err('review.reason-short', { least: MIN_REASON })
  }
  const id = newId()
  return await saveRecord('decision', report.inspectionId, id, {
    id,
    inspectionId: report.inspectionId,
    reportId: report.id,
    version: report.version,
    outcome,
    reason: reason.trim(),
    decidedAt: new Date().toISOString(),
    decidedBy,
  })
}

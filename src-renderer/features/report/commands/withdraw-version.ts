import type { Inspection } from '#domain/inspection/inspection.ts'
import { takeStep, withdrawStep } from '#domain/inspection/state-machine.ts'
import { isReasonEnough, MIN_REASON, type ReportVersion } from '#domain/report/report-version.ts'
import { err, type Result } from '#domain/result.ts'
import { takeBackUnsent } from '#renderer/db/changes.ts'
import { newId } from '#renderer/db/new-id.ts'
import { listRecords, saveRecord } from '#renderer/db/records.ts'
import { discardRefused, listRefused } from '#renderer/db/refused.ts'
import { saveTogether } from '#renderer/db/save-together.ts'

/**
 * Takes a signed version back before the supervisor has it, with the reason: the inspection is open again, the version
 * stays readable, and the next one replaces it. A submission that has not left this laptop goes with it; a refused one
 * goes to the bin. One act, all or none.
 * Errors: `report.reason-short`, `store.already-sent` once the submission may have arrived, `sync.wrong-step`.
 */
export async function withdrawVersion(
  { id: scope, state, inspectorName: withdrawnBy }: Inspection,
  { id: reportId, version }: ReportVersion,
  reason: string,
): Promise<Result<null>> {
  if (!isReasonEnough(reason)) return err('report.reason-short', { least: MIN_REASON })
  const wasReturned = (await listRecords('decision', scope)).length > 0
  const next = takeStep(state, withdrawStep(wasReturned))
  if (!next.ok) return next
  const withdrawal = {
    ...{ id: newId(), inspectionId: scope, reportId, version, reason: reason.trim() },
    ...{ withdrawnAt: new Date().toISOString(), withdrawnBy },
  }
  return await saveTogether([
    ...(await submissionsOf(scope, reportId)),
    () => saveRecord('withdrawal', scope, withdrawal.id, withdrawal),
    () => saveRecord('inspection', scope, scope, { state: next.value }),
  ])
}

/** The acts that take the submissions of a version back. */
async function submissionsOf(scope: string, reportId: string): Promise<(() => Promise<Result<null>>)[]> {
  const waiting = (await listRecords('submission', scope)).filter((one) => one.reportId === reportId)
  const refused = (await listRefused(scope)).filter(
    ({ kind, mutation }) => kind === 'submission' && mutation.patch['reportId'] === reportId,
  )
  return [
    ...waiting.map(
      ({ id }) =>
        async () =>
          await takeBackUnsent('submission', id),
    ),
    ...refused.map(
      ({ mid }) =>
        async () =>
          await discardRefused(mid),
    ),
  ]
}

import { recordAcknowledgement, type Acknowledgement } from '#domain/report/acknowledgement.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import type { ReportVersion } from '#domain/report/report-version.ts'
import type { Result } from '#domain/result.ts'
import { removeDraft } from '#renderer/db/drafts.ts'
import { newId } from '#renderer/db/new-id.ts'
import { saveRecord } from '#renderer/db/records.ts'
import { saveTogether } from '#renderer/db/save-together.ts'
import type { ComposedReport } from '#renderer/features/report/commands/compose-report.ts'
import { partnerDraft } from '#renderer/features/report/partner-draft.ts'
import { bridge, type OutputOf } from '#renderer/platform/bridge.ts'
import { dropTyped } from '#renderer/ui/kept-drafts.ts'

/**
 * Signs the report that was read, with what the partner did; handing it in is another act. First the signed file is
 * sealed on this laptop; then version and state are recorded in one act, which ends the draft of the partner's part. A
 * crash in between leaves a file that nothing names, and signing is simply done again. Errors: those of `report:sign`
 * and of saving records.
 */
export async function signReport(
  { model, images }: ComposedReport,
  acknowledgement: Acknowledgement,
): Promise<Result<null>> {
  const signed = await bridge.invoke('report:sign', { model, images, acknowledgement })
  if (!signed.ok) return signed
  const recorded = await recordVersion(model, acknowledgement, signed.value)
  // what is still being written of the draft must not come back after the seal
  if (recorded.ok) await dropTyped(partnerDraft(model.inspectionId))
  return recorded
}

async function recordVersion(
  { inspectionId, version, replyDays }: ReportModel,
  acknowledgement: Acknowledgement,
  signed: OutputOf<'report:sign'>,
): Promise<Result<null>> {
  const report: ReportVersion = {
    id: newId(),
    ...{ inspectionId, version, ...signed },
    acknowledgement: recordAcknowledgement(acknowledgement, replyDays),
  }
  return await saveTogether([
    () => saveRecord('report', inspectionId, report.id, report),
    () => saveRecord('inspection', inspectionId, inspectionId, { state: 'DRAFT_SIGNED' }),
    () => removeDraft(partnerDraft(inspectionId)),
  ])
}

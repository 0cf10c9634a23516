import { useLiveQuery } from 'dexie-react-hooks'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { newest } from '#domain/inspection/standing.ts'
import type { ReportVersion } from '#domain/report/report-version.ts'
import { changeKey, listChanges, type RecordChange } from '#renderer/db/changes.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { listRefused } from '#renderer/db/refused.ts'

/** A version that is signed and not with the supervisor yet. */
export interface SignedVersion {
  readonly inspection: Inspection
  readonly report: ReportVersion
  /** How far it is handed in: null when it is not. */
  readonly handedIn: RecordChange | null
}

/** The version of an inspection that can be handed in or withdrawn; null when there is none. Live. */
export function useSignedVersion(inspectionId: string): SignedVersion | null {
  return useLiveQuery(() => readSignedVersion(inspectionId), [inspectionId]) ?? null
}

export async function readSignedVersion(inspectionId: string): Promise<SignedVersion | null> {
  const inspection = await getRecord('inspection', inspectionId)
  const report = newest(await listRecords('report', inspectionId))
  if (inspection?.state !== 'DRAFT_SIGNED' || report === undefined) return null
  return { inspection, report, handedIn: await handedIn(report) }
}

/** Refused acts are no records any more; one that is held and not yet in the state was just answered. */
async function handedIn({ id, inspectionId }: ReportVersion): Promise<RecordChange | null> {
  const submissions = await listRecords('submission', inspectionId)
  const submission = submissions.find(({ reportId }) => reportId === id)
  if (submission !== undefined) {
    const changes = await listChanges(inspectionId)
    return changes.get(changeKey('submission', submission.id)) ?? { state: 'sending' }
  }
  const refused = (await listRefused(inspectionId)).findLast(
    ({ kind, mutation }) => kind === 'submission' && mutation.patch['reportId'] === id,
  )
  return refused === undefined ? null : { state: 'refused', refused }
}

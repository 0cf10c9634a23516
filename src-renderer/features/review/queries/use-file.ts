import { useLiveQuery } from 'dexie-react-hooks'
import { ACT_KINDS } from '#domain/sync/records.ts'
import { listChanges } from '#renderer/db/changes.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { listRefused } from '#renderer/db/refused.ts'
import type { FileRecords } from '#renderer/features/review/history.ts'

/** The inspection with its versions and what was done with them; undefined while read, null when it is not on this laptop. */
export function useFile(inspectionId: string): FileRecords | null | undefined {
  return useLiveQuery(() => readFile(inspectionId), [inspectionId])
}

export async function readFile(inspectionId: string): Promise<FileRecords | null> {
  const [inspection, reports, submissions, withdrawals, decisions, changes, refused] = await Promise.all([
    getRecord('inspection', inspectionId),
    listRecords('report', inspectionId),
    listRecords('submission', inspectionId),
    listRecords('withdrawal', inspectionId),
    listRecords('decision', inspectionId),
    listChanges(inspectionId),
    listRefused(inspectionId),
  ])
  if (inspection === undefined) return null
  const byVersion = <T extends { readonly version: number }>(list: T[]): T[] =>
    list.sort((a, b) => a.version - b.version)
  return {
    ...{ inspection, changes, refusedActs: refused.filter(({ kind }) => ACT_KINDS.includes(kind)) },
    reports: byVersion(reports),
    submissions: byVersion(submissions),
    withdrawals: byVersion(withdrawals),
    decisions: byVersion(decisions),
  }
}

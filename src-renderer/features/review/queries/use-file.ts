import { useLiveQuery } from 'dexie-react-hooks'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import type { FileRecords } from '#renderer/features/review/history.ts'

/** The inspection with its versions and decisions; undefined while read, null when it is not on this laptop. */
export function useFile(inspectionId: string): FileRecords | null | undefined {
  return useLiveQuery(async () => {
    const [inspection, reports, submissions, decisions] = await Promise.all([
      getRecord('inspection', inspectionId),
      listRecords('report', inspectionId),
      listRecords('submission', inspectionId),
      listRecords('decision', inspectionId),
    ])
    if (inspection === undefined) return null
    const byVersion = <T extends { readonly version: number }>(list: T[]): T[] =>
      list.sort((a, b) => a.version - b.version)
    return {
      inspection,
      reports: byVersion(reports),
      submissions: byVersion(submissions),
      decisions: byVersion(decisions),
    }
  }, [inspectionId])
}

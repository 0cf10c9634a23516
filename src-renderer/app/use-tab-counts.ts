import { useLiveQuery } from 'dexie-react-hooks'
import type { Tab } from '#renderer/app/routes.ts'
import { listRecords } from '#renderer/db/records.ts'

type TabCounts = Readonly<Partial<Record<Tab, number>>>
const NONE: TabCounts = {}

/** The figures on the tabs: findings and pieces of evidence, those in the bin left out. */
export function useTabCounts(inspectionId: string): TabCounts {
  return (
    useLiveQuery(async () => {
      const [findings, evidence] = await Promise.all([
        listRecords('finding', inspectionId),
        listRecords('evidence', inspectionId),
      ])
      const kept = (list: readonly { readonly binned: boolean }[]): number =>
        list.filter(({ binned }) => !binned).length
      return { findings: kept(findings), evidence: kept(evidence) }
    }, [inspectionId]) ?? NONE
  )
}

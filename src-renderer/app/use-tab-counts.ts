import { useLiveQuery } from 'dexie-react-hooks'
import type { Tab } from '#renderer/app/routes.ts'
import { listRecords } from '#renderer/db/records.ts'

type TabCounts = Readonly<Partial<Record<Tab, number>>>
const NONE: TabCounts = {}

/** The figures on the tabs: samples, findings and pieces of evidence, those in the bin left out. */
export function useTabCounts(inspectionId: string): TabCounts {
  return (
    useLiveQuery(async () => {
      const [samples, findings, evidence] = await Promise.all([
        listRecords('sample', inspectionId),
        listRecords('finding', inspectionId),
        listRecords('evidence', inspectionId),
      ])
      const kept = (list: readonly { readonly binned: boolean }[]): number =>
        list.filter(({ binned }) => !binned).length
      return { sampling: samples.length, findings: kept(findings), evidence: kept(evidence) }
    }, [inspectionId]) ?? NONE
  )
}

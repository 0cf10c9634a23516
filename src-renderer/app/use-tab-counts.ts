import { useLiveQuery } from 'dexie-react-hooks'
import type { RecordKind } from '#domain/sync/records.ts'
import type { Tab } from '#renderer/app/routes.ts'
import { listRecords } from '#renderer/db/records.ts'
import { listRefused } from '#renderer/db/refused.ts'

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

/** The tab that shows the records of each kind; what no tab shows stands in the sync panel alone. */
const TAB_OF: Readonly<Record<RecordKind, Tab | null>> = {
  inspection: 'report',
  answer: 'points',
  finding: 'findings',
  evidence: 'evidence',
  sample: 'sampling',
  'line-check': 'sampling',
  settlement: 'settlement',
  report: 'report',
  submission: 'report',
  withdrawal: 'report',
  decision: 'activity',
  package: null,
  disclosure: null,
}

/** How many changes on each tab the central store refused. */
export function useRefusedCounts(inspectionId: string): TabCounts {
  return (
    useLiveQuery(async () => {
      const counts: Partial<Record<Tab, number>> = {}
      for (const { kind } of await listRefused(inspectionId)) {
        const tab = TAB_OF[kind]
        if (tab !== null) counts[tab] = (counts[tab] ?? 0) + 1
      }
      return counts
    }, [inspectionId]) ?? NONE
  )
}

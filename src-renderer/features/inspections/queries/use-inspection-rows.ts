import { useLiveQuery } from 'dexie-react-hooks'
import { inspectionRows, type InspectionRow } from '#renderer/features/inspections/inspection-rows.ts'
import { listInspections } from '#renderer/db/inspections.ts'
import { listTransfers } from '#renderer/db/outbox.ts'
import { readManifest } from '#renderer/db/packages.ts'
import { listAll, listHeld } from '#renderer/db/records.ts'

/** Every inspection known on this laptop, joined; undefined while it is read for the first time. */
export function useInspectionRows(): InspectionRow[] | undefined {
  return useLiveQuery(readRows)
}

async function readRows(): Promise<InspectionRow[]> {
  const [items, local, reports, submissions, decisions, transfers] = await Promise.all([
    listInspections(),
    listAll('inspection'),
    listAll('report'),
    listAll('submission'),
    listHeld('decision'),
    listTransfers(),
  ])
  const manifests = await Promise.all(items.map(({ id }) => readManifest(id)))
  const downloaded = new Set(manifests.flatMap((manifest) => manifest?.inspectionId ?? []))
  return inspectionRows({ items, local, reports, submissions, decisions, transfers, downloaded })
}

/** How many findings count in each inspection, those in the bin left out. Only for screens that show it. */
export function useFindingCounts(): ReadonlyMap<string, number> {
  return useLiveQuery(countFindings) ?? NONE
}

const NONE: ReadonlyMap<string, number> = new Map()

async function countFindings(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { inspectionId, binned } of await listAll('finding')) {
    if (!binned) counts.set(inspectionId, (counts.get(inspectionId) ?? 0) + 1)
  }
  return counts
}

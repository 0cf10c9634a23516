import { useLiveQuery } from 'dexie-react-hooks'
import type { Finding } from '#domain/finding/finding.ts'
import { listRecords } from '#renderer/db/records.ts'

export interface FindingsView {
  /** In the order of their numbers. */
  readonly findings: readonly Finding[]
  readonly binned: readonly Finding[]
  /** Pieces of evidence outside the bin, by finding. */
  readonly evidence: ReadonlyMap<string, number>
}

/** The findings of an inspection; undefined until they have been read. */
export function useFindings(inspectionId: string): FindingsView | undefined {
  return useLiveQuery(() => readFindings(inspectionId), [inspectionId])
}

async function readFindings(inspectionId: string): Promise<FindingsView> {
  const [all, evidence] = await Promise.all([
    listRecords('finding', inspectionId),
    listRecords('evidence', inspectionId),
  ])
  const sorted = all.toSorted((a, b) => a.number - b.number)
  const kept = evidence.filter((piece) => !piece.binned && piece.findingId !== null)
  const byFinding = Map.groupBy(kept, (piece) => piece.findingId ?? '')
  return {
    findings: sorted.filter((finding) => !finding.binned),
    binned: sorted.filter((finding) => finding.binned),
    evidence: new Map([...byFinding].map(([id, pieces]) => [id, pieces.length])),
  }
}

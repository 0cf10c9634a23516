import { useLiveQuery } from 'dexie-react-hooks'
import { findingLabel } from '#domain/finding/numbering.ts'
import type { Evidence, EvidenceLine } from '#domain/finding/finding.ts'
import { listRecords } from '#renderer/db/records.ts'

/** What a piece of evidence speaks of. */
export type EvidenceTarget =
  { readonly findingId: string } | { readonly pointCode: string } | { readonly line: EvidenceLine }

function belongsTo(piece: Evidence, target: EvidenceTarget): boolean {
  if ('findingId' in target) return piece.findingId === target.findingId
  if ('line' in target) return piece.line?.checkId === target.line.checkId
  return piece.pointCode === target.pointCode
}

/** The pieces of one finding, point or line outside the bin, by number; undefined until they have been read. */
export function useEvidenceOf(inspectionId: string, target: EvidenceTarget): readonly Evidence[] | undefined {
  const all = useLiveQuery(() => listRecords('evidence', inspectionId), [inspectionId])
  return all
    ?.filter((piece) => !piece.binned && belongsTo(piece, target))
    .toSorted((a, b) => a.number - b.number)
}

export interface EvidenceView {
  readonly kept: readonly Evidence[]
  readonly binned: readonly Evidence[]
  /** Numbers of the findings, `C-03`, by id. */
  readonly findingLabels: ReadonlyMap<string, string>
}

/** Every piece of an inspection, by number; undefined until they have been read. */
export function useAllEvidence(inspectionId: string): EvidenceView | undefined {
  return useLiveQuery(async () => {
    const [all, findings] = await Promise.all([
      listRecords('evidence', inspectionId),
      listRecords('finding', inspectionId),
    ])
    const sorted = all.toSorted((a, b) => a.number - b.number)
    return {
      kept: sorted.filter((piece) => !piece.binned),
      binned: sorted.filter((piece) => piece.binned),
      findingLabels: new Map(findings.map((finding) => [finding.id, findingLabel(finding.number)])),
    }
  }, [inspectionId])
}

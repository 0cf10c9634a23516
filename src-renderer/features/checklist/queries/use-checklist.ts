import { useLiveQuery } from 'dexie-react-hooks'
import { sectionStatuses, type SectionStatus } from '#domain/checklist/progress.ts'
import type { Finding } from '#domain/finding/finding.ts'
import type { Answer } from '#domain/inspection/inspection.ts'
import { listRecords } from '#renderer/db/records.ts'
import { controlGrid } from '#renderer/ui/control-grid.ts'

export interface ChecklistView {
  readonly sections: readonly SectionStatus[]
  readonly answers: ReadonlyMap<string, Answer>
  /** Findings outside the bin, by the point they speak of. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>
}

/** The grid of an inspection with its answers and findings; undefined until it has been read. */
export function useChecklist(inspectionId: string): ChecklistView | undefined {
  return useLiveQuery(() => readChecklist(inspectionId), [inspectionId])
}

async function readChecklist(inspectionId: string): Promise<ChecklistView> {
  const [answers, all] = await Promise.all([
    listRecords('answer', inspectionId),
    listRecords('finding', inspectionId),
  ])
  const linked = all.filter((finding) => !finding.binned && finding.pointCode !== null)
  const findings = Map.groupBy(linked, (finding) => finding.pointCode ?? '')
  return {
    sections: sectionStatuses(controlGrid, answers, new Set(findings.keys())),
    answers: new Map(answers.map((answer) => [answer.pointCode, answer])),
    findings,
  }
}

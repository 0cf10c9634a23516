import { useLiveQuery } from 'dexie-react-hooks'
import { findGaps, type Gap } from '#domain/inspection/completeness.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { Decision, ReportVersion } from '#domain/report/report-version.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { controlGrid } from '#renderer/ui/control-grid.ts'

export interface ReportFile {
  readonly inspection: Inspection
  readonly gaps: readonly Gap[]
  /** The newest first. */
  readonly versions: readonly ReportVersion[]
  /** What was decided, by the id of the version. */
  readonly decisions: ReadonlyMap<string, Decision>
}

/** What the report screen shows; undefined until read, null when the inspection is not on this laptop. */
export function useReportFile(inspectionId: string): ReportFile | null | undefined {
  return useLiveQuery(() => readFile(inspectionId), [inspectionId])
}

async function readFile(inspectionId: string): Promise<ReportFile | null> {
  const inspection = await getRecord('inspection', inspectionId)
  if (!inspection) return null
  const [answers, findings, evidence, versions, decisions] = await Promise.all([
    listRecords('answer', inspectionId),
    listRecords('finding', inspectionId),
    listRecords('evidence', inspectionId),
    listRecords('report', inspectionId),
    listRecords('decision', inspectionId),
  ])
  return {
    inspection,
    gaps: findGaps({ inspection, grid: controlGrid, answers, findings, evidence }),
    versions: versions.toSorted((a, b) => b.version - a.version),
    decisions: new Map(decisions.map((decision) => [decision.reportId, decision])),
  }
}

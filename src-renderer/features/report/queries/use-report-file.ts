import { useLiveQuery } from 'dexie-react-hooks'
import { findGaps, type Gap } from '#domain/inspection/completeness.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { glyphGaps } from '#domain/report/missing-glyphs.ts'
import type { CanDraw } from '#domain/report/signs.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { readVersions, type VersionItem } from '#renderer/features/report/queries/read-versions.ts'
import { useCanDraw } from '#renderer/features/report/queries/use-can-draw.ts'
import { controlGrid } from '#renderer/ui/control-grid.ts'

export interface ReportFile {
  readonly inspection: Inspection
  readonly gaps: readonly Gap[]
  /** The newest first. */
  readonly versions: readonly VersionItem[]
}

/** What the report screen shows; undefined until read, null when the inspection is not on this laptop. */
export function useReportFile(inspectionId: string): ReportFile | null | undefined {
  const canDraw = useCanDraw()
  return useLiveQuery(() => readFile(inspectionId, canDraw), [inspectionId, canDraw])
}

async function readFile(inspectionId: string, canDraw: CanDraw | null): Promise<ReportFile | null> {
  const inspection = await getRecord('inspection', inspectionId)
  if (!inspection) return null
  const [answers, findings, evidence, versions] = await Promise.all([
    listRecords('answer', inspectionId),
    listRecords('finding', inspectionId),
    listRecords('evidence', inspectionId),
    readVersions(inspection),
  ])
  return {
    inspection,
    gaps: [
      ...findGaps({ inspection, grid: controlGrid, answers, findings, evidence }),
      ...(canDraw ? glyphGaps({ inspection, answers, findings, evidence }, canDraw) : []),
    ],
    versions,
  }
}

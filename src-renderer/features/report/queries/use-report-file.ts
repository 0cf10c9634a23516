import { useLiveQuery } from 'dexie-react-hooks'
import { findGaps, type Gap } from '#domain/inspection/completeness.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { shownState, type ShownState } from '#domain/inspection/standing.ts'
import { glyphGaps } from '#domain/report/missing-glyphs.ts'
import type { CanDraw } from '#domain/report/signs.ts'
import type { Decision, ReportVersion, Submission, Withdrawal } from '#domain/report/report-version.ts'
import { changeKey, listChanges, type RecordChange } from '#renderer/db/changes.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { useCanDraw } from '#renderer/features/report/queries/use-can-draw.ts'
import { controlGrid } from '#renderer/ui/control-grid.ts'

/** A signed version with what was done with it. */
export interface VersionItem {
  readonly report: ReportVersion
  /** Where the inspection stands, for its newest version; null for one that was withdrawn or replaced. */
  readonly state: ShownState | null
  readonly submission: Told<Submission> | undefined
  readonly withdrawal: Told<Withdrawal> | undefined
  readonly decision: Told<Decision> | undefined
  /** What of the version itself the central store does not hold. */
  readonly change: RecordChange | null
}

/** An act, and what of it the central store does not hold. */
export interface Told<T> {
  readonly act: T
  readonly change: RecordChange | null
}

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

/** The signed versions of an inspection, the newest first, each with what was done with it. */
export async function readVersions({ id: scope, state }: Inspection): Promise<VersionItem[]> {
  const [reports, submissions, withdrawals, decisions, changes] = await Promise.all([
    listRecords('report', scope),
    listRecords('submission', scope),
    listRecords('withdrawal', scope),
    listRecords('decision', scope),
    listChanges(scope),
  ])
  const told =
    (kind: 'submission' | 'withdrawal' | 'decision') =>
    <T extends { readonly id: string; readonly reportId: string }>(acts: readonly T[], reportId: string) => {
      const act = acts.find((one) => one.reportId === reportId)
      return act && { act, change: changes.get(changeKey(kind, act.id)) ?? null }
    }
  const shown = shownState(state, { reports, submissions })
  const newestFirst = reports.toSorted((a, b) => b.version - a.version)
  return newestFirst.map((report, at) => {
    const withdrawal = told('withdrawal')(withdrawals, report.id)
    return {
      ...{ report, withdrawal, state: at === 0 && withdrawal === undefined ? shown : null },
      submission: told('submission')(submissions, report.id),
      decision: told('decision')(decisions, report.id),
      change: changes.get(changeKey('report', report.id)) ?? null,
    }
  })
}

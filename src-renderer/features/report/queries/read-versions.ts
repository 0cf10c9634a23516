import type { Inspection } from '#domain/inspection/inspection.ts'
import { shownState, type ShownState } from '#domain/inspection/standing.ts'
import type { Decision, ReportVersion, Submission, Withdrawal } from '#domain/report/report-version.ts'
import { changeKey, listChanges, type RecordChange } from '#renderer/db/changes.ts'
import { listRecords } from '#renderer/db/records.ts'

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

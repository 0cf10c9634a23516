import type { Inspection } from '#domain/inspection/inspection.ts'
import { isObstructed } from '#domain/inspection/refusal.ts'
import type { Outcome } from '#domain/report/acknowledgement.ts'
import type { Decision, ReportVersion, Submission } from '#domain/report/report-version.ts'

/** What is said of the partner's part in a signed version. */
const PARTNER = {
  SIGNED: 'acknowledged',
  REFUSED: 'refused',
  ABSENT: 'absent',
  UNABLE: 'unable',
  REPLY_LATER: 'reply-later',
} as const satisfies Record<Outcome, string>

/** One thing that happened to a file; `kind` is a key of the catalog `review`, `history.*`. */
export interface HistoryEntry {
  readonly key: string
  readonly kind:
    | 'planned'
    | 'visited'
    | 'obstructed'
    | 'signed'
    | (typeof PARTNER)[Outcome]
    | 'submitted'
    | 'returned'
    | 'approved'
  /** ISO 8601; a day alone for what has no hour. */
  readonly at: string
  readonly who: string
  readonly version: number | null
  readonly reason: string
}

export interface FileRecords {
  readonly inspection: Inspection
  readonly reports: readonly ReportVersion[]
  readonly submissions: readonly Submission[]
  readonly decisions: readonly Decision[]
}

/** What happened, newest first. */
export function historyOf({ inspection, reports, submissions, decisions }: FileRecords): HistoryEntry[] {
  const entries = [
    ...startOf(inspection),
    ...reports.flatMap(signaturesOf),
    ...submissions.map((one) => entry('submitted', one.id, one.submittedAt, inspection.inspectorName, one)),
    ...decisions.map((one) =>
      entry(one.outcome === 'RETURNED' ? 'returned' : 'approved', one.id, one.decidedAt, one.decidedBy, one),
    ),
  ]
  // What was planned comes first whatever its date; signatures of one instant stay in their order.
  const when = ({ kind, at }: HistoryEntry): string => (kind === 'planned' ? '' : at)
  return entries.sort((a, b) => when(a).localeCompare(when(b))).reverse()
}

function startOf(inspection: Inspection): HistoryEntry[] {
  const planned = entry('planned', 'planned', inspection.plannedDate, inspection.inspectorName)
  if (inspection.visitDate === null) return [planned]
  const kind = isObstructed(inspection) ? 'obstructed' : 'visited'
  return [planned, entry(kind, 'visited', inspection.visitDate, inspection.inspectorName)]
}

function signaturesOf(report: ReportVersion): HistoryEntry[] {
  const { kind, name, remark } = report.acknowledgement
  return [
    { ...entry(PARTNER[kind], `${report.id}-partner`, report.signedAt, name, report), reason: remark },
    entry('signed', report.id, report.signedAt, report.signedBy, report),
  ]
}

const entry = (
  kind: HistoryEntry['kind'],
  key: string,
  at: string,
  who: string,
  of: { readonly version?: number; readonly reason?: string } = {},
): HistoryEntry => ({ kind, key, at, who, version: of.version ?? null, reason: of.reason ?? '' })

import type { Inspection } from '#domain/inspection/inspection.ts'
import { isObstructed } from '#domain/inspection/refusal.ts'
import type { Outcome } from '#domain/report/acknowledgement.ts'
import type { Acts } from '#domain/inspection/standing.ts'
import type { Decision, ReportVersion, Submission, Withdrawal } from '#domain/report/report-version.ts'
import { changeKey, type Changes, type RecordChange } from '#renderer/db/changes.ts'
import type { RefusedItem } from '#renderer/db/refused.ts'

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
    | 'withdrawn'
    | 'returned'
    | 'approved'
  /** ISO 8601; a day alone for what has no hour. */
  readonly at: string
  readonly who: string
  readonly version: number | null
  readonly reason: string
  /** What the central store does not hold: an act that waits, or one that it refused and that has no effect. */
  readonly change: RecordChange | null
}

export interface FileRecords extends Acts {
  readonly inspection: Inspection
  readonly changes: Changes
  /** Submissions, withdrawals and decisions that the central store refused: none of them counts as done. */
  readonly refusedActs: readonly RefusedItem[]
}

/** What happened, newest first. */
export function historyOf(file: FileRecords): HistoryEntry[] {
  const { inspection, changes, reports, submissions, withdrawals, decisions } = file
  const told = (kind: Parameters<typeof changeKey>[0], entry: HistoryEntry): HistoryEntry => ({
    ...entry,
    change: changes.get(changeKey(kind, entry.key)) ?? null,
  })
  const entries = [
    ...startOf(inspection),
    ...reports.flatMap(signaturesOf).map((entry) => told('report', entry)),
    ...submissions.map((one) => told('submission', submitted(one, inspection))),
    ...withdrawals.map((one) => told('withdrawal', withdrawn(one))),
    ...decisions.map((one) => told('decision', decided(one))),
    ...file.refusedActs.map((refused) => attempted(refused, inspection)),
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

const submitted = (one: Submission, { inspectorName }: Inspection): HistoryEntry =>
  entry('submitted', one.id, one.submittedAt, inspectorName, one)

const withdrawn = (one: Withdrawal): HistoryEntry =>
  entry('withdrawn', one.id, one.withdrawnAt, one.withdrawnBy, one)

const decided = (one: Decision): HistoryEntry =>
  entry(one.outcome === 'RETURNED' ? 'returned' : 'approved', one.id, one.decidedAt, one.decidedBy, one)

/** A refused act as it was meant; the whole of it is in its change, as acts are made in one. */
function attempted(refused: RefusedItem, inspection: Inspection): HistoryEntry {
  const { kind, mutation, mid } = refused
  const act: unknown = mutation.patch
  const meant =
    kind === 'submission'
      ? submitted(act as Submission, inspection)
      : kind === 'withdrawal'
        ? withdrawn(act as Withdrawal)
        : decided(act as Decision)
  return { ...meant, key: `refused-${mid}`, change: { state: 'refused', refused } }
}

const entry = (
  kind: HistoryEntry['kind'],
  key: string,
  at: string,
  who: string,
  of: { readonly version?: number; readonly reason?: string } = {},
): HistoryEntry => ({
  ...{ kind, key, at, who, change: null },
  ...{ version: of.version ?? null, reason: of.reason ?? '' },
})

import type { RecordRow } from '#central/repositories/changes.ts'
import { refuse, type Refusal } from '#central/sync/refusal.ts'
import { filesOf, recordsOf, type Workspace } from '#central/sync/workspace.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import {
  INSPECTOR_STEPS,
  isEditable,
  stepBetween,
  takeStep,
  withdrawStep,
} from '#domain/inspection/state-machine.ts'
import {
  isReasonEnough,
  type Decision,
  type ReportVersion,
  type Submission,
  type Withdrawal,
} from '#domain/report/report-version.ts'

/** An inspector's step; to leave a signed version, that version must have been withdrawn. */
export function mayStep(work: Workspace, { id, state }: Inspection, after: Inspection): boolean {
  const step = stepBetween(state, after.state)
  if (step === undefined || !INSPECTOR_STEPS.includes(step)) return false
  if (state !== 'DRAFT_SIGNED') return true
  const wasReturned = recordsOf(work, 'decision', id).length > 0
  return step === withdrawStep(wasReturned) && isWithdrawn(work, id, newestReport(work, id)?.id)
}

/** The signed report and the step `sign` come together, in either order; a number is given once. */
export function judgeReport(work: Workspace, { id, state }: Inspection, { version }: ReportVersion): Refusal {
  if (!isEditable(state) && state !== 'DRAFT_SIGNED') return refuse('sync.closed')
  return version > versionOf(newestReport(work, id)) ? undefined : refuse('sync.superseded')
}

const versionOf = (row: RecordRow | undefined): number => Number(row?.data['version'] ?? 0)

const newestReport = (work: Workspace, scope: string): RecordRow | undefined =>
  recordsOf(work, 'report', scope).sort((a, b) => versionOf(b) - versionOf(a))[0]

const isWithdrawn = (work: Workspace, scope: string, reportId: string | undefined): boolean =>
  recordsOf(work, 'withdrawal', scope).some((row) => row.data['reportId'] === reportId)

/** What is handed in or withdrawn is the version signed last, as it is; undefined when the act speaks of it. */
function judgeVersionOf(work: Workspace, act: Submission | Withdrawal): Refusal {
  const report = recordsOf(work, 'report', act.inspectionId).find((row) => row.id === act.reportId)
  if (report?.data['version'] !== act.version) return refuse('sync.invalid')
  const isLast = report.id === newestReport(work, act.inspectionId)?.id
  return isLast && !isWithdrawn(work, act.inspectionId, report.id) ? undefined : refuse('sync.superseded')
}

/** Before it is handed in, and with a reason; of the state that follows, the laptop sends the step. */
export function judgeWithdrawal(work: Workspace, { id, state }: Inspection, withdrawal: Withdrawal): Refusal {
  const wasReturned = recordsOf(work, 'decision', id).length > 0
  if (!takeStep(state, withdrawStep(wasReturned)).ok) return refuse('sync.wrong-step')
  if (!isReasonEnough(withdrawal.reason)) return refuse('sync.reason-missing')
  return judgeVersionOf(work, withdrawal)
}

export function judgeSubmission(work: Workspace, inspection: Inspection, submission: Submission): Refusal {
  if (!takeStep(inspection.state, 'submit').ok) return refuse('sync.wrong-step')
  const wrong = judgeVersionOf(work, submission)
  if (wrong !== undefined) return wrong
  const missing = listNeeded(work, inspection.id).filter((hash) => !work.blobs.has(hash))
  return missing.length > 0 ? { reason: 'sync.blobs-missing', missing } : undefined
}

/** The report's PDF, every piece of evidence that isn't in the bin, and every block of the version in work. */
function listNeeded(work: Workspace, scope: string): string[] {
  const report = newestReport(work, scope)
  const evidence = recordsOf(work, 'evidence', scope).filter((row) => row.data['binned'] !== true)
  const versions = recordsOf(work, 'package', scope)
  const newest = versions.sort((a, b) => Number(a.data['no']) - Number(b.data['no'])).slice(-1)
  return [...new Set([...(report ? [report] : []), ...evidence, ...newest].flatMap(filesOf))]
}

export function judgeDecision(work: Workspace, inspection: Inspection, decision: Decision): Refusal {
  const returned = decision.outcome === 'RETURNED'
  if (!takeStep(inspection.state, returned ? 'return' : 'approve').ok) return refuse('sync.wrong-step')
  const submissions = recordsOf(work, 'submission', inspection.id).map((row) => row.data)
  const latest = Math.max(...submissions.map((data) => Number(data['version'])))
  const fits = submissions.some(
    (data) => data['reportId'] === decision.reportId && data['version'] === decision.version,
  )
  if (!fits) return refuse('sync.invalid')
  if (decision.version !== latest) return refuse('sync.superseded')
  return !returned || isReasonEnough(decision.reason) ? undefined : refuse('sync.reason-missing')
}

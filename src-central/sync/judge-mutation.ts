import { Compile } from 'typebox/compile'
import { accessOf, type Access } from '#central/repositories/inspections.ts'
import type { RecordRow } from '#central/repositories/changes.ts'
import { isNewInspection } from '#central/sync/new-inspection.ts'
import {
  filesOf,
  hasInspection,
  inspectionOf,
  recordKey,
  recordsOf,
  type OpenScope,
  type Workspace,
} from '#central/sync/workspace.ts'
import { INSPECTOR_FIELDS, type Inspection, type InspectionState } from '#domain/inspection/inspection.ts'
import {
  canTakeVersion,
  INSPECTOR_STEPS,
  isEditable,
  stepBetween,
  takeStep,
} from '#domain/inspection/state-machine.ts'
import type { PackageVersion } from '#domain/package/package-version.ts'
import { MIN_RETURN_REASON, type Decision, type Submission } from '#domain/report/report-version.ts'
import type { Merged } from '#domain/sync/merge.ts'
import type { Mutation } from '#domain/sync/protocol.ts'
import { FIXED_KINDS, RECORD_KINDS, recordSchemas, type RecordKind } from '#domain/sync/records.ts'

/** Why a change is refused; undefined: it isn't. */
export type Refusal = { readonly reason: string; readonly missing?: string[] } | undefined

const refuse = (reason: string): Refusal => ({ reason })
const shapes = new Map(RECORD_KINDS.map((kind) => [kind, Compile(recordSchemas[kind])]))

/** Checks who may write what, before the change is merged. */
export function judgeBefore(work: Workspace, scope: OpenScope, change: Mutation): Refusal {
  const access = accessOf(work.caller, scope)
  if (!mayWriteKind(change.kind, access)) return refuse('sync.not-writer')
  const current = work.records.get(recordKey(change.kind, change.rec))
  if (current !== undefined && current.scope !== scope.id) return refuse('sync.moved')
  if (FIXED_KINDS.includes(change.kind) && (current !== undefined || change.op !== 'upsert')) {
    return refuse('sync.immutable')
  }
  if (change.resolves !== undefined && work.known.get(change.resolves) !== change.rec) {
    return refuse('sync.invalid')
  }
  if (!hasInspection(work, scope.id)) {
    return isNewInspection(work.caller, change) ? undefined : refuse('sync.no-access')
  }
  return change.kind === 'inspection' ? judgeInspectionPatch(change, scope) : undefined
}

/** Supervisors decide, the laptop that checked out does the rest; whoever sees personal data says so. */
function mayWriteKind(kind: RecordKind, access: Access): boolean {
  if (kind === 'disclosure') return true
  return access === (kind === 'decision' ? 'review' : 'write')
}

function judgeInspectionPatch(change: Mutation, scope: OpenScope): Refusal {
  if (change.op === 'delete' || change.rec !== scope.id) return refuse('sync.immutable')
  const own: readonly string[] = INSPECTOR_FIELDS
  return Object.keys(change.patch).every((field) => own.includes(field)) ? undefined : refuse('sync.invalid')
}

/** Checks the merged record: its shape, and whether the inspection stands where such a change belongs. */
export function judgeAfter(work: Workspace, scope: OpenScope, change: Mutation, merged: Merged): Refusal {
  const { data, deleted } = merged.record
  if (!deleted && !isRecord(change.kind, change.rec, scope.id, data)) return refuse('sync.invalid')
  if (!hasInspection(work, scope.id)) return undefined
  const inspection = inspectionOf(work, scope.id)
  switch (change.kind) {
    case 'inspection':
      return judgeInspection(inspection, change, data as unknown as Inspection)
    case 'answer':
    case 'finding':
    case 'evidence':
    case 'sample':
    case 'line-check':
    case 'settlement':
      return isEditable(inspection.state) ? undefined : refuse('sync.closed')
    case 'package':
      return judgeVersion(inspection, data as unknown as PackageVersion)
    case 'disclosure':
      return undefined
    case 'report':
      return canHoldReport(inspection.state) ? undefined : refuse('sync.closed')
    case 'submission':
      return judgeSubmission(work, inspection, data as unknown as Submission)
    case 'decision':
      return judgeDecision(work, inspection, data as unknown as Decision)
  }
}

function isRecord(kind: RecordKind, id: string, scope: string, data: RecordRow['data']): boolean {
  const home = kind === 'inspection' ? data['id'] : data['inspectionId']
  return shapes.get(kind)?.Check(data) === true && data['id'] === id && home === scope
}

/** The laptop writes `state` to start and to sign; its other fields only while the inspection is being worked on. */
function judgeInspection(before: Inspection, change: Mutation, after: Inspection): Refusal {
  if (before.state !== after.state) {
    const step = stepBetween(before.state, after.state)
    if (step === undefined || !INSPECTOR_STEPS.includes(step)) return refuse('sync.wrong-step')
  }
  const touchesMore = Object.keys(change.patch).some((field) => field !== 'state')
  const open = isEditable(before.state) || isEditable(after.state)
  return touchesMore && !open ? refuse('sync.closed') : undefined
}

/** A version is of its own inspection, and comes before the report is signed. */
function judgeVersion(inspection: Inspection, version: PackageVersion): Refusal {
  if (version.manifest.inspectionId !== inspection.id) return refuse('sync.invalid')
  return canTakeVersion(inspection.state) ? undefined : refuse('sync.closed')
}

/** The signed report and the step `sign` come together, in either order. */
function canHoldReport(state: InspectionState): boolean {
  return isEditable(state) || state === 'DRAFT_SIGNED'
}

function judgeSubmission(work: Workspace, inspection: Inspection, submission: Submission): Refusal {
  if (!takeStep(inspection.state, 'submit').ok) return refuse('sync.wrong-step')
  const reports = recordsOf(work, 'report', inspection.id)
  const report = reports.find((row) => row.id === submission.reportId)
  if (report?.data['version'] !== submission.version) return refuse('sync.invalid')
  const missing = listNeeded(work, report).filter((hash) => !work.blobs.has(hash))
  return missing.length > 0 ? { reason: 'sync.blobs-missing', missing } : undefined
}

/** The report's PDF, every piece of evidence that isn't in the bin, and every block of the version in work. */
function listNeeded(work: Workspace, report: RecordRow): string[] {
  const evidence = recordsOf(work, 'evidence', report.scope).filter((row) => row.data['binned'] !== true)
  const versions = recordsOf(work, 'package', report.scope)
  const newest = versions.sort((a, b) => Number(a.data['no']) - Number(b.data['no'])).slice(-1)
  return [...new Set([report, ...evidence, ...newest].flatMap(filesOf))]
}

function judgeDecision(work: Workspace, inspection: Inspection, decision: Decision): Refusal {
  const returned = decision.outcome === 'RETURNED'
  if (!takeStep(inspection.state, returned ? 'return' : 'approve').ok) return refuse('sync.wrong-step')
  const submissions = recordsOf(work, 'submission', inspection.id).map((row) => row.data)
  const latest = Math.max(...submissions.map((data) => Number(data['version'])))
  const fits = submissions.some(
    (data) => data['reportId'] === decision.reportId && data['version'] === decision.version,
  )
  if (!fits || decision.version !== latest) return refuse('sync.invalid')
  const told = !returned || decision.reason.trim().length >= MIN_RETURN_REASON
  return told ? undefined : refuse('sync.reason-missing')
}

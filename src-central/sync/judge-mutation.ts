import { Compile } from 'typebox/compile'
import { accessOf, type Access } from '#central/repositories/inspections.ts'
import type { RecordRow } from '#central/repositories/changes.ts'
import { isNewInspection } from '#central/sync/new-inspection.ts'
import {
  judgeDecision,
  judgeReport,
  judgeSubmission,
  judgeWithdrawal,
  mayStep,
} from '#central/sync/judge-acts.ts'
import { refuse, type Refusal } from '#central/sync/refusal.ts'
import {
  hasInspection,
  inspectionOf,
  recordKey,
  type OpenScope,
  type Workspace,
} from '#central/sync/workspace.ts'
import { INSPECTOR_FIELDS, type Inspection } from '#domain/inspection/inspection.ts'
import { canTakeVersion, isEditable } from '#domain/inspection/state-machine.ts'
import type { PackageVersion } from '#domain/package/package-version.ts'
import type { Decision, ReportVersion, Submission, Withdrawal } from '#domain/report/report-version.ts'
import type { Merged } from '#domain/sync/merge.ts'
import type { Mutation } from '#domain/sync/protocol.ts'
import { FIXED_KINDS, RECORD_KINDS, recordSchemas, type RecordKind } from '#domain/sync/records.ts'

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
      return judgeInspection(work, inspection, change, data as unknown as Inspection)
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
      return judgeReport(work, inspection, data as unknown as ReportVersion)
    case 'submission':
      return judgeSubmission(work, inspection, data as unknown as Submission)
    case 'withdrawal':
      return judgeWithdrawal(work, inspection, data as unknown as Withdrawal)
    case 'decision':
      return judgeDecision(work, inspection, data as unknown as Decision)
  }
}

function isRecord(kind: RecordKind, id: string, scope: string, data: RecordRow['data']): boolean {
  const home = kind === 'inspection' ? data['id'] : data['inspectionId']
  return shapes.get(kind)?.Check(data) === true && data['id'] === id && home === scope
}

/**
 * The laptop writes `state` to start, to sign and to withdraw; its other fields only while the inspection is being
 * worked on.
 */
function judgeInspection(work: Workspace, before: Inspection, change: Mutation, after: Inspection): Refusal {
  if (before.state !== after.state && !mayStep(work, before, after)) return refuse('sync.wrong-step')
  const touchesMore = Object.keys(change.patch).some((field) => field !== 'state')
  const open = isEditable(before.state) || isEditable(after.state)
  return touchesMore && !open ? refuse('sync.closed') : undefined
}

/** A version is of its own inspection, and comes before the report is signed. */
function judgeVersion(inspection: Inspection, version: PackageVersion): Refusal {
  if (version.manifest.inspectionId !== inspection.id) return refuse('sync.invalid')
  return canTakeVersion(inspection.state) ? undefined : refuse('sync.closed')
}

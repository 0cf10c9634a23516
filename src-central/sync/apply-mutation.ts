import { uuidV7 } from '#domain/ids.ts'
import { randomBytes } from 'node:crypto'
import type { LogRow, RecordRow } from '#central/repositories/changes.ts'
import { judgeAfter, judgeBefore } from '#central/sync/judge-mutation.ts'
import type { Refusal } from '#central/sync/refusal.ts'
import {
  hasInspection,
  inspectionOf,
  recordKey,
  type OpenScope,
  type Workspace,
} from '#central/sync/workspace.ts'
import type { InspectionState } from '#domain/inspection/inspection.ts'
import { takeStep } from '#domain/inspection/state-machine.ts'
import { mergeChange, type Merged } from '#domain/sync/merge.ts'
import type { Mutation, PushResult } from '#domain/sync/protocol.ts'
import type { RecordKind } from '#domain/sync/records.ts'

/** What became of a change, and what the central store changed because of it. */
export type Applied = Pick<LogRow, 'answer' | 'effect'>

/** Applies one change to the workspace, or refuses it and leaves the workspace as it was. */
export function applyMutation(work: Workspace, change: Mutation, now: Date): Applied {
  const scope = work.scopes.get(change.scope)
  if (scope === undefined) return rejected(change.mid, { reason: 'sync.no-access' })
  const early = judgeBefore(work, scope, change)
  if (early !== undefined) return rejected(change.mid, early)
  const merged = merge(work, scope, change)
  const late = judgeAfter(work, scope, change, merged)
  if (late !== undefined) return rejected(change.mid, late)
  return accept(work, scope, change, merged, now)
}

/** The answer to a change that can't even be read. */
export function rejected(mid: number, refusal: NonNullable<Refusal>): Applied {
  return { answer: { mid, outcome: 'rejected', seq: null, ...refusal }, effect: null }
}

/** Fields that name who did it: what the central store knows, not what the laptop says. */
const SIGNED_FIELDS: Partial<Record<RecordKind, string>> = {
  decision: 'decidedBy',
  withdrawal: 'withdrawnBy',
  package: 'madeBy',
  disclosure: 'by',
}

function merge(work: Workspace, scope: OpenScope, change: Mutation): Merged {
  const made = change.kind === 'inspection' && !hasInspection(work, scope.id)
  const field = made ? 'inspectorName' : SIGNED_FIELDS[change.kind]
  const signed = field === undefined ? {} : { [field]: work.caller.account.displayName }
  const patch = { ...change.patch, ...signed }
  const current = work.records.get(recordKey(change.kind, change.rec))
  return mergeChange(current, { ...change, patch, device: work.deviceId, seq: scope.seq + 1 })
}

function accept(work: Workspace, scope: OpenScope, change: Mutation, merged: Merged, now: Date): Applied {
  scope.seq += 1
  storeRecord(work, { ...merged.record, kind: change.kind, id: change.rec, scope: scope.id })
  if (merged.outcome === 'conflict') keepConflict(work, scope, change, merged, now)
  else if (change.resolves !== undefined) {
    work.closed.push({ id: change.resolves, resolvedBy: change.id, seq: scope.seq })
  }
  return { answer: answerOf(change.mid, merged), effect: followUp(work, scope, change) }
}

function storeRecord(work: Workspace, row: RecordRow): void {
  const key = recordKey(row.kind, row.id)
  work.records.set(key, row)
  work.changed.add(key)
}

function keepConflict(work: Workspace, scope: OpenScope, change: Mutation, merged: Merged, now: Date): void {
  work.conflicts.push({
    id: uuidV7(now.getTime(), randomBytes(10)),
    scope: scope.id,
    kind: change.kind,
    rec: change.rec,
    mutationId: change.id,
    reason: merged.reason ?? 'field',
    fields: merged.lost,
    seq: scope.seq,
  })
}

function answerOf(mid: number, merged: Merged): PushResult {
  const { outcome, reason, lost } = merged
  const answer = { mid, outcome, seq: merged.record.seq }
  return reason === undefined ? answer : { ...answer, reason, fields: lost }
}

/** A submission or a decision moves the inspection on: a change of the central store's own, with its own number. */
function followUp(work: Workspace, scope: OpenScope, change: Mutation): LogRow['effect'] {
  const { state } = inspectionOf(work, scope.id)
  if (change.kind === 'submission') {
    scope.submitted = true
    return moveOn(work, scope, takeStep(state, 'submit'))
  }
  if (change.kind !== 'decision') return null
  return moveOn(work, scope, takeStep(state, change.patch['outcome'] === 'RETURNED' ? 'return' : 'approve'))
}

function moveOn(work: Workspace, scope: OpenScope, next: ReturnType<typeof takeStep>): LogRow['effect'] {
  const row = work.records.get(recordKey('inspection', scope.id))
  if (!next.ok || row === undefined) throw new Error('a step was taken that was judged impossible')
  const state: InspectionState = next.value
  scope.seq += 1
  const change = { op: 'upsert', device: null, seq: scope.seq, baseVer: scope.seq, patch: { state } } as const
  storeRecord(work, { ...row, ...mergeChange(row, change).record })
  return { kind: 'inspection', state, seq: scope.seq }
}

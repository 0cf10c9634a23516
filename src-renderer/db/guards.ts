import { INSPECTOR_FIELDS, type Inspection, type InspectionState } from '#domain/inspection/inspection.ts'
import { canTakeVersion, INSPECTOR_STEPS, isEditable, stepBetween } from '#domain/inspection/state-machine.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { RecordKind } from '#domain/sync/records.ts'
import { without } from '#renderer/db/patches.ts'
import type { Data } from '#renderer/db/rows.ts'

const OWNED: readonly string[] = INSPECTOR_FIELDS

/** When a record of each kind may be written; the report and the step `sign` come together, in either order. */
const WRITABLE: Readonly<Record<Exclude<RecordKind, 'inspection'>, (state: InspectionState) => boolean>> = {
  answer: isEditable,
  finding: isEditable,
  evidence: isEditable,
  sample: isEditable,
  'line-check': isEditable,
  settlement: isEditable,
  package: canTakeVersion,
  disclosure: () => true,
  report: (state) => isEditable(state) || state === 'DRAFT_SIGNED',
  submission: (state) => state === 'DRAFT_SIGNED',
  withdrawal: (state) => state === 'DRAFT_SIGNED',
  decision: (state) => state === 'UNDER_REVIEW',
}

function mayChangeInspection(before: InspectionState, patch: Data): Result<null> {
  const after = (patch['state'] ?? before) as InspectionState
  const step = stepBetween(before, after)
  const own = step !== undefined && INSPECTOR_STEPS.includes(step)
  if (before !== after && !own) return err('store.step-not-allowed')
  const fields = Object.keys(without(patch, 'state'))
  if (fields.some((field) => !OWNED.includes(field))) return err('store.field-of-office')
  return fields.length === 0 || isEditable(before) || isEditable(after) ? ok(null) : err('store.closed')
}

/**
 * Whether this laptop may write here now; the central store checks the same again.
 * Errors: `store.no-inspection`, `store.closed`, `store.step-not-allowed`, `store.field-of-office`.
 * @param inspection the inspection as shown, or undefined when this laptop does not have it
 */
export function mayWrite(
  inspection: Pick<Inspection, 'state'> | undefined,
  kind: RecordKind,
  patch: Data,
): Result<null> {
  if (inspection === undefined) return err('store.no-inspection')
  if (kind === 'inspection') return mayChangeInspection(inspection.state, patch)
  return WRITABLE[kind](inspection.state) ? ok(null) : err('store.closed')
}

import type { Inspection, InspectionState } from '#domain/inspection/inspection.ts'
import { INSPECTOR_FIELDS } from '#domain/inspection/inspection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { RecordKind } from '#domain/sync/records.ts'
import type { Data } from '#renderer/db/rows.ts'

/** The states an inspector's own client may bring about; the others are set by the central store. */
const OWN_STEPS: Partial<Record<InspectionState, InspectionState>> = {
  ASSIGNED: 'ON_SITE',
  ON_SITE: 'DRAFT_SIGNED',
  RETURNED: 'DRAFT_SIGNED',
}

/** In which states a record of each kind may be written. */
const WRITABLE: Record<Exclude<RecordKind, 'inspection'>, readonly InspectionState[]> = {
  answer: ['ON_SITE', 'RETURNED'],
  finding: ['ON_SITE', 'RETURNED'],
  evidence: ['ON_SITE', 'RETURNED'],
  report: ['ON_SITE', 'RETURNED', 'DRAFT_SIGNED'],
  submission: ['DRAFT_SIGNED'],
  decision: ['UNDER_REVIEW'],
}

const owned: readonly string[] = INSPECTOR_FIELDS

function mayChangeInspection(state: InspectionState, patch: Data): Result<null> {
  const { state: next = state, ...fields } = patch
  if (next !== state && OWN_STEPS[state] !== next) return err('store.step-not-allowed')
  if (Object.keys(fields).some((field) => !owned.includes(field))) return err('store.field-of-office')
  const editable = [state, next].some((one) => one === 'ON_SITE' || one === 'RETURNED')
  return editable || Object.keys(fields).length === 0 ? ok(null) : err('store.closed')
}

/**
 * Whether this client may write here now; the central store checks the same again.
 * @param inspection the inspection as shown, or undefined when this laptop does not have it
 */
export function mayWrite(
  inspection: Pick<Inspection, 'state'> | undefined,
  kind: RecordKind,
  patch: Data,
): Result<null> {
  if (inspection === undefined) return err('store.no-inspection')
  if (kind === 'inspection') return mayChangeInspection(inspection.state, patch)
  return WRITABLE[kind].includes(inspection.state) ? ok(null) : err('store.closed')
}

import type { InspectionState } from '#domain/inspection/inspection.ts'
import { err, ok, type Result } from '#domain/result.ts'

/**
 * What moves an inspection on. Inspectors start, sign and withdraw what they signed; a submission hands in; a decision
 * returns or approves. A version withdrawn goes back to where it was signed: on site, or returned for correction.
 */
export const INSPECTION_STEPS = [
  'start',
  'sign',
  'withdraw',
  'withdraw-correction',
  'submit',
  'return',
  'approve',
] as const
export type InspectionStep = (typeof INSPECTION_STEPS)[number]

/** The whole machine: from each state, the steps that lead out of it and where to. */
const MOVES: Readonly<Record<InspectionState, Partial<Record<InspectionStep, InspectionState>>>> = {
  ASSIGNED: { start: 'ON_SITE' },
  ON_SITE: { sign: 'DRAFT_SIGNED' },
  DRAFT_SIGNED: { submit: 'UNDER_REVIEW', withdraw: 'ON_SITE', 'withdraw-correction': 'RETURNED' },
  UNDER_REVIEW: { return: 'RETURNED', approve: 'FINAL_VALIDATED' },
  RETURNED: { sign: 'DRAFT_SIGNED' },
  FINAL_VALIDATED: {},
}

/** The steps an inspector's laptop writes itself; the central store makes the others. */
export const INSPECTOR_STEPS: readonly InspectionStep[] = ['start', 'sign', 'withdraw', 'withdraw-correction']

/** The step that a withdrawal takes: whether the inspection was returned before the version was signed. */
export const withdrawStep = (wasReturned: boolean): InspectionStep =>
  wasReturned ? 'withdraw-correction' : 'withdraw'

/** Where a step leads; `sync.wrong-step` with both names when it doesn't lead anywhere from this state. */
export function takeStep(state: InspectionState, step: InspectionStep): Result<InspectionState> {
  const next = MOVES[state][step]
  return next === undefined ? err('sync.wrong-step', { state, step }) : ok(next)
}

/** The one step that leads from a state to another, or undefined. */
export function stepBetween(from: InspectionState, to: InspectionState): InspectionStep | undefined {
  const steps = Object.keys(MOVES[from]) as InspectionStep[]
  return steps.find((step) => MOVES[from][step] === to)
}

/** Whether answers, findings and evidence may be changed. */
export function isEditable(state: InspectionState): boolean {
  return state === 'ON_SITE' || state === 'RETURNED'
}

/** Whether another version of the package may be taken into work: before the visit, and while it is worked on. */
export function canTakeVersion(state: InspectionState): boolean {
  return state === 'ASSIGNED' || isEditable(state)
}

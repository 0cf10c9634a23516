import { Type, type Static } from 'typebox'
import type { Inspection, InspectionState } from '#domain/inspection/inspection.ts'
import type { Decision, ReportVersion, Submission, Withdrawal } from '#domain/report/report-version.ts'

/** What was done instead of a change that was refused: what, by whom and when; its words are `status`, `instead.*`. */
export const Standing = Type.Object({
  what: Type.Enum(['signed', 'withdrawn', 'submitted', 'returned', 'approved', 'taken-over']),
  by: Type.String(),
  /** ISO 8601. */
  at: Type.String(),
  version: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Why, where a reason was given. */
  reason: Type.Optional(Type.String()),
})
export type Standing = Static<typeof Standing>

/** What moved an inspection on so far. */
export interface Acts {
  readonly reports: readonly ReportVersion[]
  readonly submissions: readonly Submission[]
  readonly withdrawals: readonly Withdrawal[]
  readonly decisions: readonly Decision[]
}

/** The act that an inspection stands on; undefined when none led to its state. */
export function standingOf(
  { state, inspectorName }: Pick<Inspection, 'state' | 'inspectorName'>,
  { reports, submissions, withdrawals, decisions }: Acts,
): Standing | undefined {
  switch (state) {
    case 'ASSIGNED':
      return undefined
    case 'ON_SITE':
      return withdrawn(newest(withdrawals))
    case 'DRAFT_SIGNED':
      return signed(newest(reports))
    case 'UNDER_REVIEW':
      return submitted(newest(submissions), inspectorName)
    case 'RETURNED':
    case 'FINAL_VALIDATED':
      return decided(newest(decisions))
  }
}

/**
 * Where an inspection stands as screens say it: a signed version that was handed in on this laptop has a name of its
 * own until the central store has it. Its words are `inspection`, `state.*`.
 */
export type ShownState = InspectionState | 'HANDED_IN'

export function shownState(
  state: InspectionState,
  { reports, submissions }: Pick<Acts, 'reports' | 'submissions'>,
): ShownState {
  const signed = state === 'DRAFT_SIGNED' ? newest(reports) : undefined
  return submissions.some(({ reportId }) => reportId === signed?.id) ? 'HANDED_IN' : state
}

/** The act of the highest version. */
export const newest = <T extends { readonly version: number }>(acts: readonly T[]): T | undefined =>
  acts.reduce<T | undefined>((last, act) => (last && last.version > act.version ? last : act), undefined)

const signed = (report: ReportVersion | undefined): Standing | undefined =>
  report && { what: 'signed', by: report.signedBy, at: report.signedAt, version: report.version }

const submitted = (submission: Submission | undefined, by: string): Standing | undefined =>
  submission && { what: 'submitted', by, at: submission.submittedAt, version: submission.version }

const withdrawn = (act: Withdrawal | undefined): Standing | undefined =>
  act && {
    ...{ what: 'withdrawn', by: act.withdrawnBy, at: act.withdrawnAt },
    ...{ version: act.version, reason: act.reason },
  }

const decided = (act: Decision | undefined): Standing | undefined =>
  act && {
    what: act.outcome === 'RETURNED' ? 'returned' : 'approved',
    ...{ by: act.decidedBy, at: act.decidedAt, version: act.version },
    ...(act.reason === '' ? {} : { reason: act.reason }),
  }

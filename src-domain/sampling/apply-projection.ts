import { isIsoDay, type IsoDay } from '#domain/dates.ts'
import { inForceOn } from '#domain/convention/parameters.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'

/** What the partner must have been told: how the sample was drawn, and what is projected from it. */
export const NOTICE_KINDS = ['METHOD', 'RESULT'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** A notice that was sent to the partner. */
export interface ProjectionNotice {
  readonly kind: NoticeKind
  readonly sentOn: IsoDay
}

/** What a projection must stand on to be more than an indication. */
export interface ProjectionGround {
  /** The dated parameters of the convention: whether it has the extrapolation clause. */
  readonly clauses: readonly { readonly validFrom: IsoDay; readonly extrapolation: boolean }[]
  readonly notices: readonly ProjectionNotice[]
  /** The day of the draw: the clause must be in force on it. */
  readonly drawnOn: IsoDay
  /** The day on which the projection is applied: every notice was sent before or on it. */
  readonly on: IsoDay
}

/** A correction that may be deducted. */
export interface AppliedProjection {
  /** Whole cents. */
  readonly amount: number
  readonly on: IsoDay
  readonly notices: readonly ProjectionNotice[]
}

/**
 * Makes a projection count: only where the convention has the extrapolation clause on the day of the draw and the dated
 * notices exist; otherwise it stays indicative and confirmed errors alone are deducted (`docs/formulas.md`).
 * @returns the projected error beyond what is confirmed line by line, never below zero; errors
 *   `sampling.no-extrapolation-clause`, `sampling.notice-missing` (with `notice`)
 */
export function applyProjection(
  { totalError, confirmed }: Pick<Evaluation, 'totalError' | 'confirmed'>,
  { clauses, notices, drawnOn, on }: ProjectionGround,
): Result<AppliedProjection> {
  if (inForceOn(clauses, drawnOn)?.extrapolation !== true) return err('sampling.no-extrapolation-clause')
  const sent = notices.filter(({ sentOn }) => isIsoDay(sentOn) && sentOn <= on)
  const missing = NOTICE_KINDS.find((kind) => !sent.some((notice) => notice.kind === kind))
  if (missing) return err('sampling.notice-missing', { notice: missing })
  return ok({ amount: Math.max(0, totalError - confirmed), on, notices: sent })
}

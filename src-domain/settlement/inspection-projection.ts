import type { Convention } from '#domain/convention/convention.ts'
import { err, type Result } from '#domain/result.ts'
import { applyProjection, type AppliedProjection } from '#domain/sampling/apply-projection.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'

/**
 * The projection of a sample as it counts in a settlement: judged again by the convention and the notices each time, so
 * that none counts without its clause.
 * @returns errors of `applyProjection`; `settlement.projection-not-applied` where the inspector did not apply it
 */
export function appliedProjection(
  { steps, notices, appliedOn }: Pick<InspectionSample, 'steps' | 'notices' | 'appliedOn'>,
  evaluation: Pick<Evaluation, 'totalError' | 'confirmed'>,
  { parameters }: Pick<Convention, 'parameters'>,
): Result<AppliedProjection> {
  const [draw] = steps
  if (appliedOn === null || !draw) return err('settlement.projection-not-applied')
  return applyProjection(evaluation, { clauses: parameters, notices, drawnOn: draw.on, on: appliedOn })
}

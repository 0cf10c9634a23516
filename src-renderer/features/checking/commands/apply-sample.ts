import { err, type Result } from '#domain/result.ts'
import { applyProjection, type AppliedProjection } from '#domain/sampling/apply-projection.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { readConvention } from '#renderer/db/packages.ts'
import { saveSample } from '#renderer/features/checking/commands/save-sample.ts'

/**
 * What a projection would take from the money on a day, or why it may not.
 * Errors: those of `applyProjection`, `store.no-package`.
 */
export async function projectionOf(
  sample: InspectionSample,
  evaluation: Evaluation,
  on: string,
): Promise<Result<AppliedProjection>> {
  const convention = await readConvention(sample.inspectionId)
  if (!convention) return err('store.no-package')
  const { notices, steps } = sample
  const drawnOn = steps[0]?.on ?? on
  return applyProjection(evaluation, { clauses: convention.parameters, notices, drawnOn, on })
}

/** Makes the projection count from today, where the convention and the notices allow it (`projectionOf`). */
export async function applySample(sample: InspectionSample, evaluation: Evaluation): Promise<Result<null>> {
  const on = today()
  const allowed = await projectionOf(sample, evaluation, on)
  return allowed.ok ? await saveSample(sample, () => ({ appliedOn: on })) : allowed
}

/** Makes it an indication again. */
export const withdrawProjection = (sample: InspectionSample): Promise<Result<null>> =>
  saveSample(sample, () => ({ appliedOn: null }))

import { err, type Result } from '#domain/result.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { getRecord, saveRecord } from '#renderer/db/records.ts'

/** What the evaluation of a sample rests on beside its lines; the draw itself is changed elsewhere. */
export type EvaluationFields = Partial<
  Pick<InspectionSample, 'systemic' | 'estimator' | 'notices' | 'appliedOn'>
>

/** Written one after the other, so that two parts of a list never overwrite each other. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Records how a sample is evaluated.
 * @param change what changes, from the sample as it is stored
 */
export function saveSample(
  { id, inspectionId }: Pick<InspectionSample, 'id' | 'inspectionId'>,
  change: (stored: InspectionSample) => EvaluationFields,
): Promise<Result<null>> {
  const saving = last.then(async () => {
    const stored = await getRecord('sample', id)
    return stored ? await saveRecord('sample', inspectionId, id, change(stored)) : err('sampling.no-sample')
  })
  last = saving.catch(() => undefined)
  return saving
}

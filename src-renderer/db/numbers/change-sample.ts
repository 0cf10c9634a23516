import { err, type Result } from '#domain/result.ts'
import type { SampleChange } from '#domain/sampling/inspection-record.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { askNumbers } from '#renderer/db/numbers/ask-numbers.ts'
import { conventionInWork } from '#renderer/db/numbers/open-population.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { getRecord, saveRecord } from '#renderer/db/records.ts'

/**
 * Extends a drawn sample, replaces a line, marks one unavailable, picks one for its risk or confirms the draw; computed
 * off the window's thread, recorded as a step with its reason.
 * Errors: those of `changeRecord`, `sampling.population-changed`, `sampling.listing-not-here`, `sampling.too-many-lines`,
 * those of `saveRecord`.
 */
export async function changeSample(sample: InspectionSample, change: SampleChange): Promise<Result<null>> {
  const { id, inspectionId } = sample
  const current = await getRecord('sample', id)
  if (current === undefined) return err('sampling.no-sample')
  const convention = await conventionInWork(inspectionId)
  const asked = { sample: current, change, on: today(), convention }
  const changed = await askNumbers(inspectionId, current.source, 'change', asked)
  return changed.ok ? await saveRecord('sample', inspectionId, id, changed.value) : changed
}

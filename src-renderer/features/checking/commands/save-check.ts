import type { Result } from '#domain/result.ts'
import { lineCheckId, type InspectionSample, type LineCheck } from '#domain/sampling/inspection-sample.ts'
import { getRecord, saveRecord } from '#renderer/db/records.ts'

/** What may be said of a line. */
export type CheckFields = Partial<Omit<LineCheck, 'id' | 'inspectionId' | 'sampleId' | 'lineId'>>
type Place = Pick<InspectionSample, 'id' | 'inspectionId'>

/** A line of which nothing is said yet. */
export const blankCheck = ({ id: sampleId, inspectionId }: Place, lineId: string): LineCheck => ({
  ...{ id: lineCheckId(sampleId, lineId), inspectionId, sampleId, lineId },
  ...{ found: null, accepted: null, wrong: false, cause: '', nature: null },
  ...{ justification: '', corrected: false, note: '', findingId: null },
})

/** Written one after the other, so that two fields of a new check never both create it. */
let last: Promise<unknown> = Promise.resolve()

/** Records what was found on one line of a sample: one small record. */
export function saveCheck(sample: Place, lineId: string, fields: CheckFields): Promise<Result<null>> {
  const saving = last.then(() => write(sample, lineId, fields))
  last = saving.catch(() => undefined)
  return saving
}

async function write(sample: Place, lineId: string, fields: CheckFields): Promise<Result<null>> {
  const blank = blankCheck(sample, lineId)
  const known = await getRecord('line-check', blank.id)
  return await saveRecord(
    'line-check',
    sample.inspectionId,
    blank.id,
    known ? fields : { ...blank, ...fields },
  )
}

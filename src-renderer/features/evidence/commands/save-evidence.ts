import type { IsoDay } from '#domain/dates.ts'
import type { Evidence } from '#domain/finding/finding.ts'
import type { Result } from '#domain/result.ts'
import { saveRecord } from '#renderer/db/records.ts'

type Fields = Partial<
  Pick<Evidence, 'caption' | 'capturedOn' | 'capturedFrom' | 'receivedOn' | 'source' | 'binned'>
>

/** Records changed fields of a piece; `binned` puts it into the bin or takes it out again. */
export function saveEvidence(piece: Evidence, fields: Fields): Promise<Result<null>> {
  return saveRecord('evidence', piece.inspectionId, piece.id, fields)
}

/** Records the day on which the inspector says that a piece was taken; null for not known. */
export const saveTakenOn = (piece: Evidence, capturedOn: IsoDay | null): Promise<Result<null>> =>
  saveEvidence(piece, { capturedOn, capturedFrom: 'INSPECTOR' })

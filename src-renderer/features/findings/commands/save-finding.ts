import type { Finding } from '#domain/finding/finding.ts'
import type { Result } from '#domain/result.ts'
import { saveRecord } from '#renderer/db/records.ts'

type Fields = Partial<Omit<Finding, 'id' | 'inspectionId' | 'number'>>

/** Records changed fields of a finding; `binned` puts it into the bin or takes it out again. */
export function saveFinding(finding: Finding, fields: Fields): Promise<Result<null>> {
  return saveRecord('finding', finding.inspectionId, finding.id, fields)
}

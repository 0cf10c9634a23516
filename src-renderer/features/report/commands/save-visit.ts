import type { Inspection } from '#domain/inspection/inspection.ts'
import type { RefusalField } from '#domain/inspection/refusal.ts'
import type { Result } from '#domain/result.ts'
import { saveRecord } from '#renderer/db/records.ts'

/** The fields of an inspection that its inspector fills in. */
export type VisitFields = Partial<
  Pick<
    Inspection,
    | 'visitDate'
    | 'visitPlace'
    | 'announced'
    | 'personsMet'
    | 'limits'
    | 'summary'
    | 'conclusion'
    | 'overallAssessment'
    | 'independenceDeclared'
    | 'rejectedRowsExamined'
    | 'suspiciousRowsExamined'
    | RefusalField
  >
>

/** Records details of the visit. */
export function saveVisit(inspectionId: string, fields: VisitFields): Promise<Result<null>> {
  return saveRecord('inspection', inspectionId, inspectionId, fields)
}

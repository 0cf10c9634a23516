import { Type, type Static } from 'typebox'
import { AcknowledgementRecord } from '#domain/report/acknowledgement.ts'
import { Sha256, Uuid } from '#domain/ids.ts'

/** One signed version of a report; the record of kind `report`. Never changes once made. */
export const ReportVersion = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  version: Type.Integer({ minimum: 1 }),
  sha256: Sha256,
  size: Type.Integer({ minimum: 1 }),
  pages: Type.Integer({ minimum: 1 }),
  signedAt: Type.String(),
  signedBy: Type.String(),
  certificateSerial: Type.String(),
  acknowledgement: AcknowledgementRecord,
})
export type ReportVersion = Static<typeof ReportVersion>

/** The wish to have a signed version reviewed; the record of kind `submission`. */
export const Submission = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  reportId: Uuid,
  version: Type.Integer({ minimum: 1 }),
  submittedAt: Type.String(),
})
export type Submission = Static<typeof Submission>

/** What a supervisor decided of a submitted version; the record of kind `decision`. */
export const Decision = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  reportId: Uuid,
  version: Type.Integer({ minimum: 1 }),
  outcome: Type.Enum(['APPROVED', 'RETURNED']),
  /** Compulsory when returned: at least 10 characters. */
  reason: Type.String({ maxLength: 4000 }),
  decidedAt: Type.String(),
  decidedBy: Type.String(),
})
export type Decision = Static<typeof Decision>

/** Shortest reason a supervisor may return a report with. */
export const MIN_RETURN_REASON = 10

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

/**
 * A signed version that its inspector took back before it was handed in; the record of kind `withdrawal`. The version
 * stays as it was signed; the next one replaces it.
 */
export const Withdrawal = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  reportId: Uuid,
  version: Type.Integer({ minimum: 1 }),
  /** What is to be corrected; at least `MIN_REASON` characters. */
  reason: Type.String({ maxLength: 4000 }),
  withdrawnAt: Type.String({ maxLength: 40 }),
  withdrawnBy: Type.String({ maxLength: 200 }),
})
export type Withdrawal = Static<typeof Withdrawal>

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

/** Shortest reason to return or to withdraw a version with. */
export const MIN_REASON = 10

/** Whether a reason is long enough to return or to withdraw a version with. */
export const isReasonEnough = (reason: string): boolean => reason.trim().length >= MIN_REASON

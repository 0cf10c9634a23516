import { Type, type Static } from 'typebox'
import { Sha256, Uuid } from '#domain/ids.ts'

/** What the partner's representative did with the report: signed by hand, or refused to. */
export const Acknowledgement = Type.Union([
  Type.Object({
    kind: Type.Literal('SIGNED'),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    function: Type.String({ minLength: 1, maxLength: 120 }),
    remark: Type.String({ maxLength: 2000 }),
    /** The strokes as one SVG path list, at most 200 kB; no times, no pressure. */
    drawingSvg: Type.String({ maxLength: 200_000 }),
  }),
  Type.Object({
    kind: Type.Literal('REFUSED'),
    name: Type.String({ maxLength: 120 }),
    function: Type.String({ maxLength: 120 }),
    reason: Type.String({ minLength: 1, maxLength: 2000 }),
  }),
])
export type Acknowledgement = Static<typeof Acknowledgement>

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
  acknowledgement: Type.Object({
    kind: Type.Enum(['SIGNED', 'REFUSED']),
    name: Type.String(),
    function: Type.String(),
    remark: Type.String(),
  }),
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

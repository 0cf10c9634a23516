import { Type, type Static } from 'typebox'
import { IsoDate } from '#domain/convention/convention.ts'
import { Sha256, Uuid } from '#domain/ids.ts'
import { ListingName } from '#domain/listing/listing.ts'
import { Cents } from '#domain/money.ts'

export const ErrorNature = Type.Enum(['RANDOM', 'SYSTEMIC', 'ANOMALOUS', 'NOT_APPLICABLE'])
export type ErrorNature = Static<typeof ErrorNature>
export const FindingSeverity = Type.Enum(['OBSERVATION', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])
export type FindingSeverity = Static<typeof FindingSeverity>

const longText = Type.String({ maxLength: 10000 })

/** A row of a listing that a finding speaks of; `label` is its id column, never a name. */
export const LinkedRow = Type.Object({
  listing: ListingName,
  line: Type.Integer({ minimum: 1 }),
  label: Type.String({ maxLength: 80 }),
})
export type LinkedRow = Static<typeof LinkedRow>

/** The most rows that a finding cites. */
export const MOST_ROWS = 500

/** A finding (constat): the record of kind `finding`. Elements: `docs/domain/report.md`. */
export const Finding = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  /** Its order in the inspection, shown as `C-03`. */
  number: Type.Integer({ minimum: 1 }),
  title: Type.String({ maxLength: 200 }),
  positive: Type.Boolean(),
  criterion: longText,
  condition: longText,
  cause: longText,
  effect: longText,
  recommendation: longText,
  nature: ErrorNature,
  severity: FindingSeverity,
  /** Euros at stake in cents, null when there is no financial effect. */
  amount: Type.Union([Cents, Type.Null()]),
  pointCode: Type.Union([Type.String(), Type.Null()]),
  /** Rows are few per finding and set as a whole, so they are one field. */
  rows: Type.Array(LinkedRow, { maxItems: MOST_ROWS }),
  /** In the bin: kept, left out of the report. */
  binned: Type.Boolean(),
})
export type Finding = Static<typeof Finding>

export const EvidenceSource = Type.Enum(['CAMERA', 'FILE', 'SCAN'])

/** Who says when a piece was taken: the camera, in the picture's EXIF data, or the inspector. */
export const CaptureSource = Type.Enum(['EXIF', 'INSPECTOR'])
export type CaptureSource = Static<typeof CaptureSource>

/** A checked line of a sample that a piece of evidence shows: the id of its check, and what it is called (`E-01 · P-7`). */
export const EvidenceLine = Type.Object({ checkId: Uuid, label: Type.String({ maxLength: 200 }) })
export type EvidenceLine = Static<typeof EvidenceLine>

/** A piece of evidence; the record of kind `evidence`. Its bytes are a sealed file named by their SHA-256. */
export const Evidence = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  findingId: Type.Union([Uuid, Type.Null()]),
  pointCode: Type.Union([Type.String(), Type.Null()]),
  line: Type.Optional(EvidenceLine),
  /** Its order in the inspection, shown as `P-07`. */
  number: Type.Integer({ minimum: 1 }),
  fileName: Type.String({ maxLength: 200 }),
  mediaType: Type.Enum(['image/jpeg', 'image/png', 'application/pdf']),
  size: Type.Integer({ minimum: 1 }),
  sha256: Sha256,
  source: EvidenceSource,
  /** The day it was taken on, a fact only with its source: `takenOn`. */
  capturedOn: Type.Union([IsoDate, Type.Null()]),
  capturedFrom: Type.Optional(CaptureSource),
  receivedOn: IsoDate,
  caption: Type.String({ maxLength: 500 }),
  binned: Type.Boolean(),
})
export type Evidence = Static<typeof Evidence>

/** Largest evidence file taken in, in bytes. */
export const MAX_EVIDENCE_BYTES = 30 * 1024 * 1024

import { Type, type Static } from 'typebox'
import { AnswerValue, Progress } from '#domain/checklist/control-grid.ts'
import { IsoDate, ReportLanguage } from '#domain/convention/convention.ts'
import { Uuid } from '#domain/ids.ts'
import { REFUSAL_FIELDS, RefusalFields } from '#domain/inspection/refusal.ts'

/** Where an inspection stands; the words on screen are the catalog `inspection`, `state.*`. */
export const InspectionState = Type.Enum([
  'ASSIGNED',
  'ON_SITE',
  'DRAFT_SIGNED',
  'UNDER_REVIEW',
  'RETURNED',
  'FINAL_VALIDATED',
])
export type InspectionState = Static<typeof InspectionState>

export const OverallAssessment = Type.Enum([
  'WORKS_WELL',
  'WORKS_SOME_IMPROVEMENT',
  'WORKS_PARTIALLY',
  'DOES_NOT_WORK',
])

/** One inspection; the record of kind `inspection`. Set by the office up to `plannedDate`, by the inspector below. */
export const Inspection = Type.Object({
  id: Uuid,
  reference: Type.String(),
  agreementNo: Type.String(),
  partnerName: Type.Object({ fr: Type.String(), nl: Type.String() }),
  measureCode: Type.String(),
  language: ReportLanguage,
  inspectorId: Uuid,
  inspectorName: Type.String(),
  plannedDate: IsoDate,
  state: InspectionState,
  visitDate: Type.Union([IsoDate, Type.Null()]),
  visitPlace: Type.String({ maxLength: 200 }),
  /** Null until the inspector says so: no default is a fact. */
  announced: Type.Union([Type.Boolean(), Type.Null()]),
  personsMet: Type.String({ maxLength: 2000 }),
  limits: Type.String({ maxLength: 4000 }),
  summary: Type.String({ maxLength: 10000 }),
  conclusion: Type.String({ maxLength: 10000 }),
  overallAssessment: Type.Union([OverallAssessment, Type.Null()]),
  independenceDeclared: Type.Boolean(),
  /** Declared by the inspector, false where absent: the report says it only then. */
  rejectedRowsExamined: Type.Optional(Type.Boolean()),
  suspiciousRowsExamined: Type.Optional(Type.Boolean()),
  ...RefusalFields.properties,
})
export type Inspection = Static<typeof Inspection>

/** The fields an inspector writes; everything else of the record belongs to the office or to the state machine. */
export const INSPECTOR_FIELDS = [
  'visitDate',
  'visitPlace',
  'announced',
  'personsMet',
  'limits',
  'summary',
  'conclusion',
  'overallAssessment',
  'independenceDeclared',
  'rejectedRowsExamined',
  'suspiciousRowsExamined',
  'state',
  ...REFUSAL_FIELDS,
] as const

/** The answer to one control point; the record of kind `answer`. Its id is made by `answerId`. */
export const Answer = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  pointCode: Type.String(),
  value: Type.Union([AnswerValue, Type.Null()]),
  progress: Progress,
  comment: Type.String({ maxLength: 10000 }),
})
export type Answer = Static<typeof Answer>

import { Type, type Static } from 'typebox'
import { SectionCode } from '#domain/convention/convention.ts'

/** A text in the three languages of the screens. */
export const Label = Type.Object({ fr: Type.String(), nl: Type.String(), en: Type.String() })

/** What a point that fails may lead to (`docs/domain/control-grid.md`): none, recommendation, unit, correction, suspension, termination, referral. */
export const Consequence = Type.Enum(['N', 'R', 'U', 'C', 'S', 'T', 'F'])

export const ControlPoint = Type.Object({
  code: Type.String({ pattern: '^[A-Z]{3}-\\d$' }),
  section: SectionCode,
  label: Label,
  consequences: Type.Array(Consequence),
})
export type ControlPoint = Static<typeof ControlPoint>

/** The control grid: one shared, versioned list; `resources/control-grid.json` is the only copy. */
export const ControlGrid = Type.Object({
  version: Type.String(),
  sections: Type.Array(Type.Object({ code: SectionCode, label: Label })),
  points: Type.Array(ControlPoint),
})
export type ControlGrid = Static<typeof ControlGrid>

export const AnswerValue = Type.Enum(['YES', 'NO', 'PARTIAL', 'NA'])
export type AnswerValue = Static<typeof AnswerValue>

/** How far the work on a point is; independent of its result. */
export const Progress = Type.Enum(['TODO', 'DOING', 'DONE'])
export type Progress = Static<typeof Progress>

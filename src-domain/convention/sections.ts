import { Type, type Static } from 'typebox'
import { BilingualText } from '#domain/convention/basics.ts'

/** The 13 sections of a convention, in their order; control points stand under the same codes. */
export const SECTION_CODES = [
  'DUR',
  'OBJ',
  'TGT',
  'ACT',
  'PRO',
  'GOV',
  'EXC',
  'GDP',
  'FIN',
  'ADM',
  'IND',
  'INS',
  'EVA',
] as const
export const SectionCode = Type.Enum([...SECTION_CODES])
export type SectionCode = Static<typeof SectionCode>

/** `3.2`: no blank and no separator, so that several can stand in one cell. */
export const ClauseNumber = Type.String({ pattern: '^[^\\s,;|]+$' })
/** The code of a control point, of `resources/control-grid.json`. */
export const PointCode = Type.String({ pattern: '^[A-Z]{3}-\\d+$' })

/** A numbered clause, cited from findings as `3.2`, with the control points that it grounds. */
export const Clause = Type.Object({
  number: ClauseNumber,
  text: BilingualText,
  points: Type.Array(PointCode),
})
export type Clause = Static<typeof Clause>

export const ConventionSection = Type.Object({
  code: SectionCode,
  title: BilingualText,
  clauses: Type.Array(Clause),
})
export type ConventionSection = Static<typeof ConventionSection>

import { Type, type Static } from 'typebox'

/** How the visit ended: held, or access was refused. */
export const VisitOutcome = Type.Enum(['HELD', 'ACCESS_REFUSED'])
export type VisitOutcome = Static<typeof VisitOutcome>

/** What an inspector is to be given access to: point INS-1 of the control grid. */
export const AccessTo = Type.Enum(['PREMISES', 'FILES', 'STAFF', 'ACCOUNTS'])
export type AccessTo = Static<typeof AccessTo>

/** The point of the grid that speaks of access, and whose clauses a refusal goes against. */
export const ACCESS_POINT = 'INS-1'

/** Time of day, `09:30`; empty while not known. */
const TimeOfDay = Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d)?$' })

/**
 * What is recorded on how the visit ended, part of an inspection. Optional, for the inspections recorded before it was
 * asked: those were held.
 */
export const RefusalFields = Type.Object({
  visitOutcome: Type.Optional(VisitOutcome),
  refusedAt: Type.Optional(TimeOfDay),
  /** Who refused: name and function. */
  refusedBy: Type.Optional(Type.String({ maxLength: 200 })),
  refusedAccess: Type.Optional(Type.Array(AccessTo, { maxItems: AccessTo.enum.length })),
  /** What was asked for and what was said. */
  refusalWords: Type.Optional(Type.String({ maxLength: 4000 })),
  refusalWitnesses: Type.Optional(Type.String({ maxLength: 1000 })),
})
type RefusalFields = Static<typeof RefusalFields>
export type RefusalField = keyof RefusalFields

export const REFUSAL_FIELDS = Object.keys(RefusalFields.properties) as RefusalField[]

/** The same with its defaults. */
export type VisitEnd = Required<RefusalFields>

/** How the visit ended, also of an inspection that says nothing of it. */
export function visitEnd(inspection: RefusalFields): VisitEnd {
  const { visitOutcome = 'HELD', refusedAt = '', refusedBy = '', refusedAccess = [] } = inspection
  const { refusalWords = '', refusalWitnesses = '' } = inspection
  return { visitOutcome, refusedAt, refusedBy, refusedAccess, refusalWords, refusalWitnesses }
}

/** Whether access was refused: then the grid need not be answered. */
export const isObstructed = (inspection: RefusalFields): boolean =>
  inspection.visitOutcome === 'ACCESS_REFUSED'

import { Type, type Static } from 'typebox'
import { keptAt, useKept } from '#renderer/ui/kept-drafts.ts'
import { keepLook } from '#renderer/ui/kept-looks.ts'

const Subject = Type.Union([
  Type.Object({ kind: Type.Enum(['all', 'whole']) }),
  Type.Object({ kind: Type.Literal('line'), line: Type.String() }),
  Type.Object({ kind: Type.Literal('row'), line: Type.String(), row: Type.String() }),
  Type.Object({ kind: Type.Literal('finding'), findingId: Type.String() }),
])
/** What is traced: everything refused, a cost line, one of its rows, a finding, what no line bears. */
export type Subject = Static<typeof Subject>

const SettlementLook = Type.Object({
  /** The cost line whose rows are open. */
  line: Type.Union([Type.String(), Type.Null()]),
  subject: Type.Union([Subject, Type.Null()]),
})
type SettlementLook = Static<typeof SettlementLook>

const CLOSED: SettlementLook = { line: null, subject: null }

/** Where it is kept what is looked at in a settlement; never what is decided. */
const placeOf = (inspectionId: string) => ({
  ...{ scope: inspectionId, name: 'settlement/look' },
  shape: SettlementLook,
})

export const useSettlementLook = (inspectionId: string): SettlementLook =>
  useKept(placeOf(inspectionId)) ?? CLOSED

function change(inspectionId: string, over: Partial<SettlementLook>): void {
  const place = placeOf(inspectionId)
  keepLook(place, { ...(keptAt(place) ?? CLOSED), ...over })
}

/** Shows where an amount comes from; null closes the trace. */
export const trace = (inspectionId: string, subject: Subject | null): void =>
  change(inspectionId, { subject })

/** Opens the rows of a cost line, or closes them with null. */
export const openLine = (inspectionId: string, line: string | null): void => change(inspectionId, { line })

import { Type, type Static } from 'typebox'
import { drawPlace, type DrawDraft } from '#renderer/features/sampling/state/draw-draft.ts'
import { dropTyped, keepTyped, useKept } from '#renderer/ui/kept-drafts.ts'
import { keepLook } from '#renderer/ui/kept-looks.ts'

const Place = Type.Union([
  Type.Object({ at: Type.Enum(['list', 'draw']) }),
  Type.Object({ at: Type.Enum(['sample', 'work']), sampleId: Type.String() }),
])
/** What is looked at: the list, a draw that is prepared, a sample, or the work on its lines. */
export type SamplingPlace = Static<typeof Place>

const LIST: SamplingPlace = { at: 'list' }

/** Where it is kept what is looked at in the samples of an inspection; never records. */
const placeOf = (inspectionId: string) => ({
  ...{ scope: inspectionId, name: 'sample/shown' },
  shape: Place,
})

export const useSamplingPlace = (inspectionId: string): SamplingPlace =>
  useKept(placeOf(inspectionId)) ?? LIST

export const goToPlace = (inspectionId: string, place: SamplingPlace): void =>
  keepLook(placeOf(inspectionId), place)

/** Leads to all of them. */
export const openList = (inspectionId: string): void => goToPlace(inspectionId, LIST)

/** Leads to a sample, also from another screen. */
export const openSample = (inspectionId: string, sampleId: string): void =>
  goToPlace(inspectionId, { at: 'sample', sampleId })

/** Leads to the work on the lines of a sample, also from another screen. */
export const openLines = (inspectionId: string, sampleId: string): void =>
  goToPlace(inspectionId, { at: 'work', sampleId })

/** Keeps a draw that is prepared, as it is typed; null once it was made. */
export function keepDraw(inspectionId: string, draft: DrawDraft | null): void {
  const place = drawPlace(inspectionId)
  if (draft === null) void dropTyped(place)
  else keepTyped(place, draft)
}

import { create } from 'zustand'
import { drawPlace, type DrawDraft } from '#renderer/features/sampling/state/draw-draft.ts'
import { dropTyped, keepTyped } from '#renderer/ui/kept-drafts.ts'

/** What is looked at: the list, a draw that is prepared, a sample, or the work on its lines. */
export type SamplingPlace =
  | { readonly at: 'list' }
  | { readonly at: 'draw' }
  | { readonly at: 'sample' | 'work'; readonly sampleId: string }

interface SamplingView {
  readonly places: Readonly<Record<string, SamplingPlace>>
}

/** What is looked at in the samples of each inspection; never records. */
export const useSamplingView = create<SamplingView>(() => ({ places: {} }))

export const goToPlace = (inspectionId: string, place: SamplingPlace): void =>
  useSamplingView.setState(({ places }) => ({ places: { ...places, [inspectionId]: place } }))

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

import { create } from 'zustand'
import type { DrawDraft } from '#renderer/features/sampling/state/draw-draft.ts'

/** What is looked at: the list, a draw that is prepared, a sample, or the work on its lines. */
export type SamplingPlace =
  | { readonly at: 'list' }
  | { readonly at: 'draw' }
  | { readonly at: 'sample' | 'work'; readonly sampleId: string }

interface SamplingView {
  readonly places: Readonly<Record<string, SamplingPlace>>
  /** Inspection → the draw that is prepared; it stays while one looks elsewhere. */
  readonly drafts: Readonly<Record<string, DrawDraft | undefined>>
}

/** What is looked at in the samples of each inspection; never records. */
export const useSamplingView = create<SamplingView>(() => ({ places: {}, drafts: {} }))

export const goToPlace = (inspectionId: string, place: SamplingPlace): void =>
  useSamplingView.setState(({ places }) => ({ places: { ...places, [inspectionId]: place } }))

/** Leads to a sample, also from another screen. */
export const openSample = (inspectionId: string, sampleId: string): void =>
  goToPlace(inspectionId, { at: 'sample', sampleId })

/** Leads to the work on the lines of a sample, also from another screen. */
export const openLines = (inspectionId: string, sampleId: string): void =>
  goToPlace(inspectionId, { at: 'work', sampleId })

export const keepDraft = (inspectionId: string, draft: DrawDraft | undefined): void =>
  useSamplingView.setState(({ drafts }) => ({ drafts: { ...drafts, [inspectionId]: draft } }))

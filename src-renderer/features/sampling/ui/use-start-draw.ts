import { nextNumber, sampleLabel } from '#domain/finding/numbering.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { Ground } from '#renderer/features/sampling/queries/use-ground.ts'
import type { SampleItem } from '#renderer/features/sampling/queries/use-samples.ts'
import { draftInPlaceOf, drawPlace, newDraft } from '#renderer/features/sampling/state/draw-draft.ts'
import { goToPlace, keepDraw } from '#renderer/features/sampling/state/sampling-view.ts'
import { keptAt } from '#renderer/ui/kept-drafts.ts'

/**
 * Begins a draw, or goes on with the one that is prepared. The seed is made of what everyone knows before the draw:
 * convention, inspection, number of the sample.
 * @returns takes the sample that the new one is drawn in place of
 */
export function useStartDraw(
  inspectionId: string,
  ground: Ground | undefined,
  items: readonly SampleItem[] | undefined,
): (instead?: InspectionSample) => void {
  return (instead) => {
    const { inspection, parameters } = ground ?? {}
    const number = nextNumber((items ?? []).map(({ sample }) => sample))
    const seed = [inspection?.agreementNo ?? '', inspection?.reference ?? '', sampleLabel(number)].join('|')
    const kept = keptAt(drawPlace(inspectionId))
    if (instead) keepDraw(inspectionId, draftInPlaceOf(instead, seed))
    else if (!kept || kept.replaces) keepDraw(inspectionId, newDraft(seed, parameters?.materiality ?? null))
    goToPlace(inspectionId, { at: 'draw' })
  }
}

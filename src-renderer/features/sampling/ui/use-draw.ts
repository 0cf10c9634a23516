import type { Result } from '#domain/result.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import type { RequiredSize } from '#domain/sampling/required-size.ts'
import type { PopulationFacts, PopulationSurvey } from '#renderer/db/numbers/numbers-messages.ts'
import type { Pin } from '#renderer/db/numbers/open-population.ts'
import type { Asked } from '#renderer/features/sampling/queries/use-asked.ts'
import { usePin, useSize, useSurvey } from '#renderer/features/sampling/queries/use-population.ts'
import type { DrawDraft, DrawStep } from '#renderer/features/sampling/state/draw-draft.ts'
import { readDefinition, readSource } from '#renderer/features/sampling/state/read-draft.ts'

/** A prepared draw as it stands: what it reads as, what was counted, and which steps are complete. */
export interface Draw {
  readonly pin: Pin | null
  readonly source: Result<PopulationSource>
  readonly definition: Result<SampleDefinition>
  readonly survey: Asked<PopulationSurvey>
  readonly facts: PopulationFacts | null
  readonly size: Asked<RequiredSize>
  /** Lines to be drawn; null while they are not known, or where a share of the amount decides. */
  readonly lines: number | null
  readonly ready: Readonly<Record<DrawStep, boolean>>
}

/** Reads a draft and asks what it gives. */
export function useDraw(inspectionId: string, draft: DrawDraft): Draw {
  const pin = usePin(inspectionId, draft.listing) ?? null
  const source = readSource(draft, pin)
  const definition = readDefinition(draft)
  const survey = useSurvey(inspectionId, source)
  const size = useSize(inspectionId, source, definition)
  const read = survey.answer?.ok ? survey.answer.value.population : undefined
  const facts = read?.ok && !survey.pending ? read.value : null
  const sized = size.answer?.ok && !size.pending ? size.answer.value : null
  const isSized = sized !== null
  const hasReason = draft.replaces === null || draft.replaces.reason.trim() !== ''
  const ready = {
    population: facts !== null,
    method: facts !== null && isSized,
    draw: facts !== null && isSized && hasReason,
  }
  const lines = sized === null || draft.method === 'VALUE_SHARE' ? null : sized.target
  return { pin, source, definition, survey, facts, size, lines, ready }
}

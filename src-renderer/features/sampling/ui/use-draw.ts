import type { AppError, Result } from '#domain/result.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import type { RequiredSize } from '#domain/sampling/required-size.ts'
import type { PopulationFacts, PopulationSurvey } from '#renderer/db/numbers/numbers-messages.ts'
import type { Pin } from '#renderer/db/numbers/open-population.ts'
import type { Asked } from '#renderer/features/sampling/queries/use-asked.ts'
import { usePin, useSize, useSurvey } from '#renderer/features/sampling/queries/use-population.ts'
import type { DrawDraft, DrawStep } from '#renderer/features/sampling/state/draw-draft.ts'
import { readDefinition, readSource } from '#renderer/features/sampling/state/read-draft.ts'

/** A prepared draw as it stands: what it reads as, what was counted, and what is missing at each step. */
export interface Draw {
  readonly pin: Pin | null
  readonly source: Result<PopulationSource>
  readonly definition: Result<SampleDefinition>
  readonly survey: Asked<PopulationSurvey>
  readonly facts: PopulationFacts | null
  readonly size: Asked<RequiredSize>
  /** Lines to be drawn; null while they are not known, or where a share of the amount decides. */
  readonly lines: number | null
  /** What keeps one from leaving each step; null when it is complete. */
  readonly hindrances: Readonly<Record<DrawStep, AppError | null>>
}

/** Reads a draft and asks what it gives. */
export function useDraw(inspectionId: string, draft: DrawDraft): Draw {
  const pin = usePin(inspectionId, draft.listing) ?? null
  const source = readSource(draft, pin)
  const definition = readDefinition(draft)
  const survey = useSurvey(inspectionId, source)
  const size = useSize(inspectionId, source, definition)
  const read = survey.answer?.ok ? survey.answer.value.population : survey.answer
  const facts = read?.ok && !survey.pending ? read.value : null
  const sized = size.answer?.ok && !size.pending ? size.answer.value : null
  const lines = sized === null || draft.method === 'VALUE_SHARE' ? null : sized.target
  const noReason = draft.replaces?.reason.trim() === '' ? REASON_MISSING : null
  const noPopulation = source.ok ? faultOf(read, survey.pending) : source.error
  const noMethod = noPopulation ?? (definition.ok ? faultOf(size.answer, size.pending) : definition.error)
  const hindrances = { population: noPopulation, method: noMethod, draw: noMethod ?? noReason }
  return { pin, source, definition, survey, facts, size, lines, hindrances }
}

const REASON_MISSING: AppError = { code: 'sampling.reason-missing' }
const COUNTING: AppError = { code: 'sampling.being-counted' }

/** Why an answer does not let one go on; null when it does. */
function faultOf(answer: Result<unknown> | undefined, isPending: boolean): AppError | null {
  if (answer === undefined || isPending) return COUNTING
  return answer.ok ? null : answer.error
}

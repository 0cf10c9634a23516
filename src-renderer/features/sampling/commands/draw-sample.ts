import type { AppError, Result } from '#domain/result.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import { drawInspectionSample } from '#renderer/db/numbers/draw.ts'
import type { DrawDraft } from '#renderer/features/sampling/state/draw-draft.ts'
import { trackKept } from '#renderer/features/sampling/commands/track-kept.ts'

/** Draws what was prepared and records it; gives the id of the sample. Errors: those of `drawInspectionSample`. */
export async function drawSample(
  inspectionId: string,
  draft: DrawDraft,
  source: PopulationSource,
  definition: SampleDefinition,
): Promise<Result<{ readonly id: string; readonly warnings: readonly AppError[] }>> {
  const { title, replaces } = draft
  const order = { title: title.trim(), source, definition }
  const place = replaces ? { replaces: { id: replaces.id, reason: replaces.reason.trim() } } : {}
  return await trackKept(drawInspectionSample(inspectionId, { ...order, ...place }))
}

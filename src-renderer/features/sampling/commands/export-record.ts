import { sampleLabel } from '#domain/finding/numbering.ts'
import type { Result } from '#domain/result.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { exportSampleRecord } from '#renderer/db/numbers/evaluate.ts'
import { bridge } from '#renderer/platform/bridge.ts'

/**
 * Writes a sample with its whole population where the user says, for anyone to draw it again with `npm run sample`.
 * Errors: `sampling.population-changed`, `sampling.listing-not-here`, `file.not-saved`.
 */
export async function exportRecord(
  sample: InspectionSample,
  reference: string,
): Promise<Result<{ saved: boolean }>> {
  const record = await exportSampleRecord(sample)
  if (!record.ok) return record
  const suggestedName = `${reference}-${sampleLabel(sample.number)}.json`
  return await bridge.invoke('file:save', { suggestedName, bytes: record.value })
}

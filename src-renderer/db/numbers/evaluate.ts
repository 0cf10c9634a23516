import type { Result } from '#domain/result.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import { resultsOf } from '#domain/sampling/inspection-record.ts'
import type { InspectionSample, LineCheck } from '#domain/sampling/inspection-sample.ts'
import { askNumbers } from '#renderer/db/numbers/ask-numbers.ts'
import { conventionInWork } from '#renderer/db/numbers/open-population.ts'

/**
 * Evaluates a checked sample on the population it was drawn from, off the window's thread.
 * Errors: those of `evaluateSample`, `sampling.population-changed`, `sampling.listing-not-here`.
 */
export async function evaluateInspectionSample(
  sample: InspectionSample,
  checks: readonly LineCheck[],
): Promise<Result<Evaluation>> {
  const { id, inspectionId, source, units } = sample
  // What was found on a line before it was replaced is kept, and does not count.
  const replaced = new Set(units.flatMap((unit) => (unit.part === 'REPLACED' ? unit.id : [])))
  const own = checks.filter(({ sampleId, lineId }) => sampleId === id && !replaced.has(lineId))
  const results = resultsOf(own)
  const convention = await conventionInWork(inspectionId)
  return await askNumbers(inspectionId, source, 'evaluate', { sample, results, convention })
}

/** The next share a value-share sample is extended to; null when it may stop (`escalate`). */
export async function nextShareOf(
  sample: InspectionSample,
  checks: readonly LineCheck[],
): Promise<Result<number | null>> {
  const { id, inspectionId, source, units } = sample
  const declared = new Map(units.map((unit) => [unit.id, unit.amount]))
  const wrong = checks
    .filter(({ sampleId, accepted }) => sampleId === id && accepted !== null)
    .filter(({ lineId, accepted }) => (accepted ?? 0) < (declared.get(lineId) ?? 0))
    .map(({ lineId }) => lineId)
  const unavailable = units.filter((unit) => unit.unavailable).map((unit) => unit.id)
  return await askNumbers(inspectionId, source, 'next-share', { sample, wrong: [...wrong, ...unavailable] })
}

/** A drawn sample with its whole population as JSON: `npm run sample -- FILE` draws it again from this alone. */
export async function exportSampleRecord(sample: InspectionSample): Promise<Result<Uint8Array<ArrayBuffer>>> {
  return await askNumbers(sample.inspectionId, sample.source, 'record', { sample })
}

import { hasStrata, isMus, type SampleDefinition } from '#domain/sampling/definition.ts'
import type { LineRates } from '#domain/sampling/evaluation.ts'
import { confidenceOfEach } from '#domain/sampling/looks.ts'
import type { Observed } from '#domain/sampling/observe-lines.ts'
import {
  clopperPearsonUpper,
  mostWrongAfterLooks,
  mostWrongUnits,
  type Look,
} from '#domain/sampling/tails.ts'

/**
 * Wrong lines: seen, projected, and how many there may be at most. What is known for certain stands beside the sample:
 * lines all checked, lines picked for their risk, and delimited lines, which all leave the part that is drawn from.
 * @param looks how often the sample was looked at; after more than one the limits are sequential
 */
export function lineRates(
  observed: Observed,
  definition: SampleDefinition,
  looks: readonly Look[],
): LineRates {
  const { sample, exhaustive, picked, delimited } = observed
  const { confidence, wrongLines } = definition
  const [wrong, whole, risky] = [sample, exhaustive, picked].map(
    (lines) => lines.filter(({ isWrong }) => isWrong).length,
  )
  const found = wrong ?? 0
  const apart = (risky ?? 0) + delimited
  const known = (whole ?? 0) + apart
  const lines = observed.lines - picked.length
  const all = Math.max(1, observed.lines + exhaustive.length + delimited)
  const counts = { checked: sample.length + exhaustive.length, wrong: found + (whole ?? 0), apart }
  if (sample.length === 0) return { ...counts, projected: known, upperLines: known, upperRate: known / all }
  if (isMus(definition) || hasStrata(definition))
    return { ...counts, projected: null, upperLines: null, upperRate: null }
  const projected = known + (lines * found) / sample.length
  if (looks.length > 1 && wrongLines !== undefined) {
    const upperLines = known + mostWrongAfterLooks(lines, looks, wrongLines, confidence)
    return { ...counts, projected, upperLines, upperRate: upperLines / all }
  }
  const level = confidenceOfEach(looks.length, confidence)
  return {
    ...{ ...counts, projected },
    upperLines: known + mostWrongUnits(lines, sample.length, found, level),
    upperRate: (known + lines * clopperPearsonUpper(found, sample.length, level)) / all,
  }
}

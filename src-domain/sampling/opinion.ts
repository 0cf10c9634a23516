import { sampleLabel } from '#domain/finding/numbering.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { isNormalTheory } from '#domain/sampling/definition.ts'
import type { Conclusion, Evaluation } from '#domain/sampling/evaluation.ts'
import type { InspectionSample, PopulationSource } from '#domain/sampling/inspection-sample.ts'

/** What of an evaluation several samples together are judged by. */
export type OpinionPart = Pick<
  Evaluation,
  | 'method'
  | 'declared'
  | 'totalError'
  | 'confirmed'
  | 'precision'
  | 'materiality'
  | 'confidence'
  | 'upperConfidence'
  | 'conclusion'
  | 'basis'
>

/** What several samples together say of everything they were drawn from. Amounts in whole cents, rates from 0 to 1. */
export interface Opinion {
  readonly declared: number
  readonly confirmed: number
  readonly totalError: number
  readonly totalErrorRate: number
  /** Null where a sample has none. */
  readonly precision: number | null
  readonly upperLimit: number | null
  readonly upperLimitRate: number | null
  readonly materiality: number
  readonly tolerable: number
  /** What the upper limit is worth at least; null where there is none. */
  readonly upperConfidence: number | null
  readonly conclusion: Conclusion
  readonly warnings: readonly AppError[]
}

const sumOf = (parts: readonly OpinionPart[], field: 'declared' | 'confirmed' | 'totalError'): number =>
  parts.reduce((sum, part) => sum + part[field], 0)

/** A limit that may fail by itself: its precision, and the chance that it does. */
interface Limit {
  readonly precision: number
  readonly miss: number
}

/** The limits of the parts; those of the normal theory are one, √ΣSE², as strata of one population are; null: one has none. */
function limitsOf(parts: readonly OpinionPart[]): Limit[] | null {
  if (parts.some(({ precision }) => precision === null)) return null
  const limits = parts.map((part) => ({
    isNormal: isNormalTheory(part.method),
    precision: part.precision ?? 0,
    // what was checked whole cannot be missed
    miss: part.precision === 0 ? 0 : 1 - (part.upperConfidence ?? 0),
  }))
  const normal = limits.filter(({ isNormal }) => isNormal)
  const others = limits.filter(({ isNormal }) => !isNormal)
  if (normal.length === 0) return others
  const together = {
    precision: Math.round(Math.hypot(...normal.map(({ precision }) => precision))),
    miss: Math.max(...normal.map(({ miss }) => miss)),
  }
  return [together, ...others]
}

function warningsOf(parts: readonly OpinionPart[], worth: number | null, asked: number): AppError[] {
  const materialities = new Set(parts.map(({ materiality }) => materiality))
  const isWorthLess = worth !== null && asked - worth > 1e-9
  return [
    ...(materialities.size > 1 ? [{ code: 'sampling.opinion-materialities' }] : []),
    ...(worth === null ? [{ code: 'sampling.opinion-no-limit' }] : []),
    ...(isWorthLess
      ? [{ code: 'sampling.opinion-joint', details: { percent: Math.round(worth * 1000) / 10 } }]
      : []),
  ]
}

/**
 * One opinion over several samples of populations that have no line in common, as if each were a stratum (EGESIF_16-0014-01,
 * sections 6.1.2 and 7.8): errors and declared amounts are added up; precisions of the normal theory by √ΣSE², others
 * by their sum, with the chance of missing any of them (Bonferroni). Without a limit for each, the whole is not material
 * only where every part is judged so for its amounts.
 * @param parts at least one
 */
export function combineParts(parts: readonly OpinionPart[]): Opinion {
  const [declared, confirmed, totalError] = [
    sumOf(parts, 'declared'),
    sumOf(parts, 'confirmed'),
    sumOf(parts, 'totalError'),
  ]
  const materiality = Math.min(...parts.map((part) => part.materiality))
  const tolerable = materiality * declared
  const limits = limitsOf(parts)
  const precision = limits && limits.reduce((sum, limit) => sum + limit.precision, 0)
  const worth = limits && Math.max(0, 1 - limits.reduce((sum, { miss }) => sum + miss, 0))
  const asked = Math.min(...parts.map(({ confidence }) => confidence))
  const upperLimit = precision === null ? null : totalError + precision
  const rate = (cents: number): number => (declared === 0 ? 0 : cents / declared)
  const isSure = worth !== null && asked - worth <= 1e-9
  const eachPasses = parts.every(
    ({ conclusion, basis }) => conclusion === 'NOT_MATERIAL' && basis !== 'LINES',
  )
  const isBelow =
    upperLimit === null ? eachPasses && totalError < tolerable : isSure && upperLimit < tolerable
  const isMaterial = totalError > tolerable || confirmed > tolerable
  return {
    ...{ declared, confirmed, totalError, totalErrorRate: rate(totalError), precision, upperLimit },
    upperLimitRate: upperLimit === null ? null : rate(upperLimit),
    ...{ materiality, tolerable: Math.round(tolerable), upperConfidence: worth },
    conclusion: isMaterial ? 'MATERIAL' : isBelow ? 'NOT_MATERIAL' : 'INCONCLUSIVE',
    warnings: warningsOf(parts, worth, asked),
  }
}

/** A sample of an inspection, and what it says. */
export interface EvaluatedSample {
  readonly sample: Pick<InspectionSample, 'id' | 'number' | 'source' | 'replaces'>
  readonly evaluation: Result<Evaluation>
}

/** Whether no row can be in both: other listings, or a column of which they keep other values. */
function areApart(one: PopulationSource, other: PopulationSource): boolean {
  if (one.listing !== other.listing) return true
  return one.filters.some(({ column, values }) =>
    other.filters.some(
      (filter) => filter.column === column && !filter.values.some((value) => values.includes(value)),
    ),
  )
}

/** The samples that count: those that no other was drawn in place of. */
export const standing = <T extends Pick<EvaluatedSample, 'sample'>>(samples: readonly T[]): T[] =>
  samples.filter(({ sample }) => !samples.some((other) => other.sample.replaces?.id === sample.id))

/**
 * One opinion over the samples of an inspection; null where there are fewer than two that count.
 * @returns errors `sampling.opinion-not-evaluated` (with `sample`), `sampling.opinion-overlap` (with `sample`, `other`)
 */
export function opinionOver(samples: readonly EvaluatedSample[]): Result<Opinion | null> {
  const counted = standing(samples)
  if (counted.length < 2) return ok(null)
  for (const [at, { sample }] of counted.entries()) {
    const other = counted.slice(0, at).find((before) => !areApart(before.sample.source, sample.source))
    if (other)
      return err('sampling.opinion-overlap', {
        ...{ sample: sampleLabel(other.sample.number), other: sampleLabel(sample.number) },
      })
  }
  const open = counted.find(({ evaluation }) => !evaluation.ok)
  if (open) return err('sampling.opinion-not-evaluated', { sample: sampleLabel(open.sample.number) })
  return ok(combineParts(counted.flatMap(({ evaluation }) => (evaluation.ok ? [evaluation.value] : []))))
}

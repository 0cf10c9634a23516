import { sumOf } from '#domain/sampling/normal.ts'

/** A part that is estimated by what `size` of its lines show; the values are those of a line. */
export interface ExpandedPart {
  /** Lines of the part, or its amount for MUS: what a mean is multiplied by. */
  readonly weight: number
  readonly size: number
  readonly values: readonly number[]
}

const momentOf = (values: readonly number[], power: number): number => {
  const mean = sumOf(values) / values.length
  return sumOf(values.map((value) => (value - mean) ** power)) / values.length
}

/**
 * Skewness of an estimate Σ W_h·x̄_h: Σ W_h³·μ3_h/n_h² over (Σ W_h²·μ2_h/n_h)^1.5, which is G1/√n for one part. The
 * normal theory bears little of it (Cochran, Sampling Techniques, 2.15: n > 25·G1², that is 0.2); 0 without deviation.
 */
export function skewOfEstimate(parts: readonly ExpandedPart[]): number {
  const variance = sumOf(parts.map(({ weight, size, values }) => (weight ** 2 * momentOf(values, 2)) / size))
  const third = sumOf(
    parts.map(({ weight, size, values }) => (weight ** 3 * momentOf(values, 3)) / size ** 2),
  )
  return variance > 0 ? third / variance ** 1.5 : 0
}

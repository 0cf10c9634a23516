import { deviationOf, sumOf } from '#domain/sampling/normal.ts'
import { reliabilityFactor } from '#domain/sampling/tails.ts'

/** An estimated error and its precision, in the unit of the amounts; null where the method has no precision. */
export interface Estimate {
  readonly error: number
  readonly precision: number | null
}

/** A checked line that stands for others: its declared amount and its error, in the unit of the amounts. */
export interface Observation {
  readonly amount: number
  readonly error: number
}

const errorsOf = (sample: readonly Observation[]): number[] => sample.map(({ error }) => error)
const sumOfErrors = (sample: readonly Observation[]): number => sumOf(errorsOf(sample))
const sumOfAmounts = (sample: readonly Observation[]): number => sumOf(sample.map(({ amount }) => amount))

/** N·ΣE/n (`domain.md` §E.1, mean-per-unit). */
export const meanError = (lines: number, size: number, errors: number): number => (lines * errors) / size

/** N·z·s/√n (`domain.md` §E.1), with s of the errors, or of q for the ratio. */
export const linePrecision = (lines: number, size: number, z: number, s: number): number =>
  (lines * z * s) / Math.sqrt(size)

/** BV'·ΣE/ΣBVᵢ (`domain.md` §E.1, ratio). */
export const ratioError = (amount: number, errors: number, amounts: number): number =>
  (amount * errors) / amounts

/** z·BV_s·s_r/√n_s: one sampled part of z·√Σ(BV_h²/n_h·s_rh²) (`domain.md` §E.1, MUS). */
export const musPrecision = (amount: number, size: number, z: number, s: number): number =>
  (z * amount * s) / Math.sqrt(size)

/** Mean-per-unit estimate of a simple random sample. */
export const estimateByMean = (lines: number, sample: readonly Observation[], z: number): Estimate => ({
  error: meanError(lines, sample.length, sumOfErrors(sample)),
  precision: linePrecision(lines, sample.length, z, deviationOf(errorsOf(sample))),
})

/** Ratio estimate of a simple random sample; null when the checked lines have no amount. */
export function estimateByRatio(
  lines: number,
  amount: number,
  sample: readonly Observation[],
  z: number,
): Estimate | null {
  const amounts = sumOfAmounts(sample)
  if (amounts === 0) return null
  const rate = sumOfErrors(sample) / amounts
  const residuals = sample.map((one) => one.error - rate * one.amount)
  return {
    error: ratioError(amount, sumOfErrors(sample), amounts),
    precision: linePrecision(lines, sample.length, z, deviationOf(residuals)),
  }
}

/** A stratum: all its lines that are not checked for themselves, and those checked. */
export interface StratumSample {
  readonly lines: number
  readonly sample: readonly Observation[]
}

/**
 * Stratified estimate: Σ N_h·ΣE_h/n_h ± z·√Σ(N_h²·s_h²/n_h), which is N·z·s_w/√n where the parts are proportional
 * (`domain.md` §E.1) and stays right where the least of three lines moved them. A stratum checked whole has no precision
 * of its own.
 */
export function estimateByStratum(strata: readonly StratumSample[], z: number): Estimate {
  const variances = strata.map(({ lines, sample }) =>
    sample.length === lines ? 0 : (lines * deviationOf(errorsOf(sample))) ** 2 / sample.length,
  )
  return {
    error: sumOf(strata.map(({ lines, sample }) => meanError(lines, sample.length, sumOfErrors(sample)))),
    precision: z * Math.sqrt(sumOf(variances)),
  }
}

/** Taintings: error as a part of the declared amount. */
const taintings = (sample: readonly Observation[]): number[] =>
  sample.map(({ amount, error }) => error / amount)

/** Standard MUS: (BV_s/n_s)·Σ(Eᵢ/BVᵢ) ± z·BV_s·s_r/√n_s (`domain.md` §E.1); the exhaustive part comes on top. */
export const estimateByMus = (amount: number, sample: readonly Observation[], z: number): Estimate => ({
  error: (amount / sample.length) * sumOf(taintings(sample)),
  precision: musPrecision(amount, sample.length, z, deviationOf(taintings(sample))),
})

/**
 * Conservative MUS: SI·Σ(Eᵢ/BVᵢ), with SI·RF(0) + Σ(RF(i)−RF(i−1)−1)·SI·(Eᵢ/BVᵢ) over the errors by decreasing
 * tainting (`domain.md` §E.1).
 */
export function estimateByConservativeMus(
  amount: number,
  sample: readonly Observation[],
  confidence: number,
): Estimate {
  const interval = amount / sample.length
  const decreasing = taintings(sample)
    .filter((tainting) => tainting > 0)
    .sort((a, b) => b - a)
  const factors = [NaN, ...decreasing].map((_, at) => reliabilityFactor(at, confidence))
  const increments = decreasing.map((tainting, at) => {
    const step = (factors[at + 1] ?? 0) - (factors[at] ?? 0)
    return (step - 1) * tainting
  })
  return {
    error: interval * sumOf(decreasing),
    precision: interval * ((factors[0] ?? 0) + sumOf(increments)),
  }
}

/** Whether the ratio serves better than the mean: cov(E,BV)/var(BV) > ER/2, ER = ΣE/ΣBV (`domain.md` §E.1). */
export function isRatioBetter(sample: readonly Observation[]): boolean {
  const amounts = sumOfAmounts(sample)
  if (sample.length < 2 || amounts === 0) return false
  const meanAmount = amounts / sample.length
  const errors = sumOfErrors(sample)
  const covariance = sumOf(
    sample.map(({ amount, error }) => (amount - meanAmount) * (error - errors / sample.length)),
  )
  const variance = sumOf(sample.map(({ amount }) => (amount - meanAmount) ** 2))
  return variance > 0 && covariance / variance > errors / amounts / 2
}

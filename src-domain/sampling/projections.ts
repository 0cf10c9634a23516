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

/** N·ΣE/n (`docs/formulas.md`, mean-per-unit). */
export const meanError = (lines: number, size: number, errors: number): number => (lines * errors) / size

/** √(1 − n/N): what is left of a deviation when n of N lines are known (Cochran, Sampling Techniques, 2.6). */
export const finiteFactor = (size: number, lines: number): number => Math.sqrt(Math.max(0, 1 - size / lines))

/** How precision is measured: z, and whether the finite population narrows it. */
export interface PrecisionRule {
  readonly z: number
  readonly isFinite: boolean
}

/** N·z·s/√n (`docs/formulas.md`), with s of the errors, or of q for the ratio. */
export const linePrecision = (lines: number, size: number, z: number, s: number): number =>
  (lines * z * s) / Math.sqrt(size)

/** BV'·ΣE/ΣBVᵢ (`docs/formulas.md`, ratio). */
export const ratioError = (amount: number, errors: number, amounts: number): number =>
  (amount * errors) / amounts

/** z·BV_s·s_r/√n_s: one sampled part of z·√Σ(BV_h²/n_h·s_rh²) (`docs/formulas.md`, MUS). */
export const musPrecision = (amount: number, size: number, z: number, s: number): number =>
  (z * amount * s) / Math.sqrt(size)

/** A stratum: its lines and cents that are not checked for themselves, and those checked. A whole sample is one of them. */
export interface StratumSample {
  readonly lines: number
  readonly amount: number
  readonly sample: readonly Observation[]
}

/** qᵢ = Eᵢ − (ΣE/ΣBV)·BVᵢ: what the ratio leaves of the errors. */
export function residualsOf(sample: readonly Observation[]): number[] {
  const rate = sumOfErrors(sample) / sumOfAmounts(sample)
  return sample.map((one) => one.error - rate * one.amount)
}

/** (N_h·s_h)²/n_h, narrowed where asked; a stratum checked whole has no precision of its own. */
export function varianceOf(
  { lines, sample }: StratumSample,
  values: readonly number[],
  { isFinite }: Pick<PrecisionRule, 'isFinite'>,
): number {
  if (sample.length === lines) return 0
  const factor = isFinite ? finiteFactor(sample.length, lines) : 1
  return (lines * deviationOf(values) * factor) ** 2 / sample.length
}

/**
 * Mean-per-unit estimate: Σ N_h·ΣE_h/n_h ± z·√Σ(N_h²·s_h²/n_h), which is N·z·s/√n for one stratum, N·z·s_w/√n where the
 * parts are proportional (EGESIF_16-0014-01, sections 6.1.1 and 6.1.2), and stays right where the least of three lines
 * moved them.
 */
export const estimateByMean = (strata: readonly StratumSample[], rule: PrecisionRule): Estimate => ({
  error: sumOf(strata.map(({ lines, sample }) => meanError(lines, sample.length, sumOfErrors(sample)))),
  precision: rule.z * Math.sqrt(sumOf(strata.map((one) => varianceOf(one, errorsOf(one.sample), rule)))),
})

/**
 * Ratio estimate, stratum by stratum: Σ BV_h·ΣE_h/ΣBV_hi ± z·√Σ(N_h²·s_qh²/n_h) (EGESIF_16-0014-01, sections 6.1.1 and
 * 6.1.2: the separate ratio).
 * @returns null when the checked lines of a stratum have no amount
 */
export function estimateByRatio(strata: readonly StratumSample[], rule: PrecisionRule): Estimate | null {
  if (strata.some(({ sample }) => sumOfAmounts(sample) === 0)) return null
  return {
    error: sumOf(
      strata.map(({ amount, sample }) => ratioError(amount, sumOfErrors(sample), sumOfAmounts(sample))),
    ),
    precision: rule.z * Math.sqrt(sumOf(strata.map((one) => varianceOf(one, residualsOf(one.sample), rule)))),
  }
}

/** Taintings: error as a part of the declared amount. */
const taintings = (sample: readonly Observation[]): number[] =>
  sample.map(({ amount, error }) => error / amount)

/**
 * Standard MUS: Σ (BV_hs/n_hs)·Σ(Eᵢ/BVᵢ) ± z·√Σ(BV_hs²/n_hs·s_rh²) (EGESIF_16-0014-01, sections 6.3.1 and 6.3.2); the
 * exhaustive part comes on top.
 */
export const estimateByMus = (
  strata: readonly Pick<StratumSample, 'amount' | 'sample'>[],
  z: number,
): Estimate => ({
  error: sumOf(strata.map(({ amount, sample }) => (amount / sample.length) * sumOf(taintings(sample)))),
  precision: Math.sqrt(
    sumOf(
      strata.map(
        ({ amount, sample }) => musPrecision(amount, sample.length, z, deviationOf(taintings(sample))) ** 2,
      ),
    ),
  ),
})

/**
 * Conservative MUS: SI·Σ(Eᵢ/BVᵢ), with SI·RF(0) + Σ(RF(i)−RF(i−1)−1)·SI·(Eᵢ/BVᵢ) over the errors by decreasing
 * tainting (`docs/formulas.md`).
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

/** Whether the ratio serves better than the mean: cov(E,BV)/var(BV) > ER/2, ER = ΣE/ΣBV (`docs/formulas.md`). */
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

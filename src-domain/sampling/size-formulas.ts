import { reliabilityFactor, showsFewer } from '#domain/sampling/tails.ts'

/** What may be missed: TE − AE, tolerable less anticipated error, in the unit of the amounts. */
export interface ErrorRoom {
  readonly tolerable: number
  readonly anticipated: number
}

const roomOf = ({ tolerable, anticipated }: ErrorRoom): number => tolerable - anticipated

/** Simple random and difference estimation: (N·z·σ/(TE−AE))² (`docs/formulas.md`). */
export const simpleRandomSize = (lines: number, z: number, sigma: number, room: ErrorRoom): number =>
  ((lines * z * sigma) / roomOf(room)) ** 2

/** A stratum and what is expected in it: its lines (its amount for MUS), and the deviation of an error (of a rate). */
export interface ExpectedStratum {
  readonly weight: number
  readonly sigma: number
}

const weightOf = (strata: readonly ExpectedStratum[]): number =>
  strata.reduce((sum, { weight }) => sum + weight, 0)

/** σw² = Σ(N_h/N)·σ_h², by amounts for MUS, returned as σw (EGESIF_16-0014-01, sections 6.1.2.2 and 6.3.2.2). */
export function weightedSigma(strata: readonly ExpectedStratum[]): number {
  const total = weightOf(strata)
  return Math.sqrt(strata.reduce((sum, { weight, sigma }) => sum + (weight / total) * sigma ** 2, 0))
}

/** Σ(N_h/N)·σ_h: the deviation that an allocation by N_h·σ_h leaves (Neyman 1934; Cochran, 5.9). */
export const neymanSigma = (strata: readonly ExpectedStratum[]): number =>
  strata.reduce((sum, { weight, sigma }) => sum + weight * sigma, 0) / weightOf(strata)

/** Expansion factors by confidence, the highest first (EGESIF_16-0014-01, table 5; AICPA Audit Sampling, the same). */
export const EXPANSION_FACTORS: readonly (readonly [confidence: number, factor: number])[] = [
  ...[[0.99, 1.9] as const, [0.95, 1.6] as const, [0.9, 1.5] as const],
  ...[[0.85, 1.4] as const, [0.8, 1.3] as const, [0.75, 1.25] as const],
  ...[[0.7, 1.2] as const, [0.6, 1.1] as const, [0.5, 1] as const],
]

/** The expansion factor of a confidence: that of the next higher one of the table; undefined above 99 %. */
export const expansionFactorAt = (confidence: number): number | undefined =>
  EXPANSION_FACTORS.findLast(([level]) => level >= confidence)?.[1]

/** Standard MUS: (z·BV·σr/(TE−AE))² (`docs/formulas.md`). */
export const musSize = (amount: number, z: number, rateDeviation: number, room: ErrorRoom): number =>
  ((z * amount * rateDeviation) / roomOf(room)) ** 2

/** Conservative MUS: BV·RF(0)/(TE−AE·EF) (`docs/formulas.md`). */
export const conservativeMusSize = (
  amount: number,
  confidence: number,
  expansionFactor: number,
  { tolerable, anticipated }: ErrorRoom,
): number => (amount * reliabilityFactor(0, confidence)) / (tolerable - anticipated * expansionFactor)

/** n' = n/(1+n/N), the optional finite correction (`docs/formulas.md`). */
export const finiteSize = (size: number, lines: number): number => size / (1 + size / lines)

/**
 * Discovery: the smallest n with P(0 errors | K errors in N) ≤ 1 − CL, in whole numbers (`docs/formulas.md`:
 * N=40, K=4 → 17 at 90 %).
 */
export function discoverySize(lines: number, wrongLines: number, confidence: number): number {
  let high = 1
  while (high < lines && !showsFewer(lines, wrongLines, high, confidence)) high *= 2
  high = Math.min(high, lines)
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (showsFewer(lines, wrongLines, middle, confidence)) high = middle
    else low = middle
  }
  return high
}

/** Whole lines: rounded up, without being fooled by the last bit of a product like 0.1 × 190. */
export const wholeLines = (size: number): number => Math.ceil(size - 1e-9 * Math.max(1, size))

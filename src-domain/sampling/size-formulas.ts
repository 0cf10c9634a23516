import { reliabilityFactor, showsFewer } from '#domain/sampling/tails.ts'

/** What may be missed: TE − AE, tolerable less anticipated error, in the unit of the amounts. */
export interface ErrorRoom {
  readonly tolerable: number
  readonly anticipated: number
}

const roomOf = ({ tolerable, anticipated }: ErrorRoom): number => tolerable - anticipated

/** Simple random and difference estimation: (N·z·σ/(TE−AE))² (`domain.md` §E.1). */
export const simpleRandomSize = (lines: number, z: number, sigma: number, room: ErrorRoom): number =>
  ((lines * z * sigma) / roomOf(room)) ** 2

/** σw² = Σ(N_h/N)·σ_h², returned as σw (`domain.md` §E.1, stratified). */
export function weightedSigma(strata: readonly { readonly lines: number; readonly sigma: number }[]): number {
  const total = strata.reduce((sum, { lines }) => sum + lines, 0)
  return Math.sqrt(strata.reduce((sum, { lines, sigma }) => sum + (lines / total) * sigma ** 2, 0))
}

/** Standard MUS: (z·BV·σr/(TE−AE))² (`domain.md` §E.1). */
export const musSize = (amount: number, z: number, rateDeviation: number, room: ErrorRoom): number =>
  ((z * amount * rateDeviation) / roomOf(room)) ** 2

/** Conservative MUS: BV·RF(0)/(TE−AE·EF) (`domain.md` §E.1). */
export const conservativeMusSize = (
  amount: number,
  confidence: number,
  expansionFactor: number,
  { tolerable, anticipated }: ErrorRoom,
): number => (amount * reliabilityFactor(0, confidence)) / (tolerable - anticipated * expansionFactor)

/** n' = n/(1+n/N), the optional finite correction (`domain.md` §E.1). */
export const finiteSize = (size: number, lines: number): number => size / (1 + size / lines)

/**
 * Discovery: the smallest n with P(0 errors | K errors in N) ≤ 1 − CL, in whole numbers (`domain.md` §E.3:
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

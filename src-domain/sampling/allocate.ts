import { productOf } from '#domain/fraction.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** A stratum to be sampled: its code, its number of lines, and what its share is measured by (its lines, if absent). */
export interface StratumSize {
  readonly code: string
  readonly lines: number
  /** Factors: its amount in cents; or its lines and their expected deviation. Decimal numbers count as they are written. */
  readonly weight?: readonly number[]
}

/** A stratum with its weight in whole numbers. */
interface Weighed {
  readonly code: string
  readonly lines: number
  readonly weight: bigint
}

/** Fewest lines of a stratum, or all it has (EGESIF_16-0014-01, section 6.1.2.2). */
const FEWEST = 3

const byCode = (a: Weighed, b: Weighed): number => (a.code < b.code ? -1 : 1)
const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, one) => sum + one, 0n)
const weightOf = (strata: readonly Weighed[]): bigint => sumOf(strata.map(({ weight }) => weight))

/** Weights on one denominator, so that shares are exact; lines where nothing weighs anything. */
function weigh(strata: readonly StratumSize[]): Weighed[] {
  const weights = strata.map(({ lines, weight = [lines] }) => productOf(weight))
  const under = weights.reduce((most, one) => (one.under > most ? one.under : most), 1n)
  const scaled = weights.map((one) => one.over * (under / one.under))
  const hasWeight = scaled.some((weight) => weight > 0n)
  return strata
    .map(({ code, lines }, at) => ({ code, lines, weight: hasWeight ? (scaled[at] ?? 0n) : BigInt(lines) }))
    .sort(byCode)
}

/** In proportion, by largest remainder, ties by code; a stratum whose share is all it has or more is taken whole first. */
function inProportion(size: number, strata: readonly Weighed[], parts: Map<string, number>): void {
  const total = weightOf(strata)
  if (total === 0n || size <= 0) return
  const share = ({ weight }: Weighed): bigint => BigInt(size) * weight
  const full = strata.filter((one) => share(one) >= BigInt(one.lines) * total)
  if (full.length > 0) {
    for (const { code, lines } of full) parts.set(code, lines)
    const taken = full.reduce((sum, { lines }) => sum + lines, 0)
    inProportion(
      size - taken,
      strata.filter((one) => !full.includes(one)),
      parts,
    )
    return
  }
  for (const one of strata) parts.set(one.code, Number(share(one) / total))
  const left = size - Number(sumOf(strata.map((one) => share(one) / total)))
  const remainder = (one: Weighed): bigint => share(one) % total
  const inTurn = [...strata].sort((a, b) =>
    remainder(a) === remainder(b) ? byCode(a, b) : remainder(b) > remainder(a) ? 1 : -1,
  )
  for (const { code } of inTurn.slice(0, left)) parts.set(code, (parts.get(code) ?? 0) + 1)
}

/** The stratum with the largest part that can give one line away; ties by code. */
function richest(strata: readonly Weighed[], parts: Map<string, number>): Weighed | undefined {
  const giving = strata.filter(({ code, lines }) => (parts.get(code) ?? 0) > Math.min(FEWEST, lines))
  return giving.reduce<Weighed | undefined>(
    (best, one) => (best && (parts.get(best.code) ?? 0) >= (parts.get(one.code) ?? 0) ? best : one),
    undefined,
  )
}

/**
 * Shares `size` lines among strata in proportion to their weights, largest remainder; then every stratum gets at least
 * three lines (or all it has), taken one by one from the largest parts; ties by code. The parts add up to `size`, raised
 * where it is too small for the least of every stratum, and lowered to all lines.
 * @param strata each with at least one line, no code twice
 */
export function shareOut(size: number, strata: readonly StratumSize[]): Map<string, number> {
  const weighed = weigh(strata)
  const least = weighed.reduce((sum, { lines }) => sum + Math.min(FEWEST, lines), 0)
  const total = weighed.reduce((sum, { lines }) => sum + lines, 0)
  const parts = new Map(weighed.map(({ code }) => [code, 0]))
  inProportion(Math.min(Math.max(size, least), total), weighed, parts)
  for (const { code, lines } of weighed) {
    while ((parts.get(code) ?? 0) < Math.min(FEWEST, lines)) {
      const giver = richest(weighed, parts)
      if (!giver) break
      parts.set(giver.code, (parts.get(giver.code) ?? 0) - 1)
      parts.set(code, (parts.get(code) ?? 0) + 1)
    }
  }
  return parts
}

/**
 * `shareOut`, for strata that nobody has looked at.
 * @returns errors `sampling.stratum-twice`, `sampling.size-above-population`
 */
export function allocate(size: number, strata: readonly StratumSize[]): Result<Map<string, number>> {
  const twice = strata.find(({ code }, at) => strata.findIndex((other) => other.code === code) < at)
  if (twice) return err('sampling.stratum-twice', { code: twice.code })
  const lines = strata.reduce((sum, stratum) => sum + stratum.lines, 0)
  if (size > lines) return err('sampling.size-above-population', { size, lines })
  return ok(shareOut(size, strata))
}

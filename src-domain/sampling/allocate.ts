/** A stratum to be sampled: its code and its number of lines. */
export interface StratumSize {
  readonly code: string
  readonly lines: number
}

/** Fewest lines of a stratum, or all it has (`domain.md` §E.1). */
const FEWEST = 3

const byCode = (a: StratumSize, b: StratumSize): number => (a.code < b.code ? -1 : 1)

/** Proportional, by largest remainder; ties by code. */
function proportional(size: number, strata: readonly StratumSize[]): Map<string, number> {
  const total = strata.reduce((sum, { lines }) => sum + lines, 0)
  const parts = new Map(strata.map(({ code, lines }) => [code, Math.floor((size * lines) / total)]))
  const left = size - [...parts.values()].reduce((sum, part) => sum + part, 0)
  const remainder = ({ lines }: StratumSize): number => (size * lines) % total
  const inTurn = [...strata].sort((a, b) => remainder(b) - remainder(a) || byCode(a, b))
  for (const { code } of inTurn.slice(0, left)) parts.set(code, (parts.get(code) ?? 0) + 1)
  return parts
}

/** The stratum with the largest part that can give one line away; ties by code. */
function richest(strata: readonly StratumSize[], parts: Map<string, number>): StratumSize | undefined {
  const giving = strata.filter(({ code, lines }) => (parts.get(code) ?? 0) > Math.min(FEWEST, lines))
  return giving.reduce<StratumSize | undefined>(
    (best, one) => (best && (parts.get(best.code) ?? 0) >= (parts.get(one.code) ?? 0) ? best : one),
    undefined,
  )
}

/**
 * Shares `size` lines among strata: proportional, largest remainder; then every stratum gets at least three lines (or
 * all it has), taken one by one from the largest parts; ties by code (`domain.md` §E.0). The parts add up to `size`,
 * raised where it is too small for the least of every stratum.
 * @param strata each with at least one line, no code twice
 */
export function allocate(size: number, strata: readonly StratumSize[]): Map<string, number> {
  const ordered = [...strata].sort(byCode)
  const least = ordered.reduce((sum, { lines }) => sum + Math.min(FEWEST, lines), 0)
  const total = ordered.reduce((sum, { lines }) => sum + lines, 0)
  const parts = proportional(Math.min(Math.max(size, least), total), ordered)
  for (const { code, lines } of ordered) {
    while ((parts.get(code) ?? 0) < Math.min(FEWEST, lines)) {
      const giver = richest(ordered, parts)
      if (!giver) break
      parts.set(giver.code, (parts.get(giver.code) ?? 0) - 1)
      parts.set(code, (parts.get(code) ?? 0) + 1)
    }
  }
  return parts
}

import { groupBy } from '#domain/report/group-by.ts'
import type { Overlap, Settlement } from '#domain/settlement/settlement.ts'

/** Euros taken away at one place, in cents. */
export interface TracedCut {
  /** The cost line; null for what no line bears. */
  readonly line: string | null
  /** The row of the listing; null for what no row bears. */
  readonly row: string | null
  readonly cause: string
  readonly amount: number
  readonly findings: readonly string[]
}

/** Every cut of a settlement: from the proposed amount to the line, the row, the cause and the findings. */
export const traceCuts = ({ lines, adjustments }: Settlement): TracedCut[] => [
  ...lines.flatMap(({ line, rows }) =>
    rows.flatMap(({ row, cuts }) =>
      cuts.map(({ cause, amount, findings, from }) => ({ line, row: from ?? row, cause, amount, findings })),
    ),
  ),
  ...adjustments.map(({ line, cause, amount, findings }) => ({ line, row: null, cause, amount, findings })),
]

/** And back: what one finding took away, wherever it shows. */
export const traceFinding = (settlement: Settlement, finding: string): TracedCut[] =>
  traceCuts(settlement).filter(({ findings }) => findings.includes(finding))

/** What became of one row: its own line, and the flat-rate parts that hang on it. */
export const traceRow = (settlement: Settlement, row: string): TracedCut[] =>
  traceCuts(settlement).filter((cut) => cut.row === row)

/** Euros left out at one place: another cause had taken them. */
export interface TracedOverlap extends Overlap {
  /** The cost line; null for what no line bears. */
  readonly line: string | null
  /** The row of the listing; null for what no row bears. */
  readonly row: string | null
}

/** Everything that was left out, so that no euro is taken twice. */
export const traceOverlaps = ({ lines, overlaps }: Settlement): TracedOverlap[] => [
  ...lines.flatMap(({ line, rows }) =>
    rows.flatMap(({ row, overlaps: own = [] }) => own.map((one) => ({ ...one, line, row }))),
  ),
  ...overlaps.map((one) => ({ ...one, line: null, row: null })),
]

/** What was left out, rows of one line, cause and reason together. */
export interface GatheredOverlap extends Omit<TracedOverlap, 'row'> {
  /** How many rows; 0 for what no row bears. */
  readonly rows: number
}

/** What was left out, one entry for each line, cause, set of findings and causes that had it first. */
export function gatherOverlaps(settlement: Settlement): GatheredOverlap[] {
  const groups = groupBy(traceOverlaps(settlement), ({ line, cause, findings, taken }) =>
    JSON.stringify([line, cause, findings, taken]),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { line, cause, findings, taken } = first
    const amount = group.reduce((sum, one) => sum + one.amount, 0)
    const rows = new Set(group.flatMap(({ row }) => row ?? [])).size
    return { line, cause, findings, taken, amount, rows }
  })
}

import type { Settlement } from '#domain/settlement/settlement.ts'

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

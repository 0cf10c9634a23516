import { Type, type Static } from 'typebox'
import { multiplyExactly } from '#domain/money.ts'
import type { Correction } from '#domain/settlement/correction.ts'
import { groupLines, settleRow, type CappedRow, type RowDeduction } from '#domain/settlement/settle-row.ts'
import type { CostLine, Overlap } from '#domain/settlement/settlement.ts'

/**
 * An amount that several rows bear together. DELIMITED: a systemic error over the rows that nobody checked. DEDUCTED: a
 * finding's amount over the rows it cites, on top of other findings' amounts. PROJECTED: an error estimated over a
 * population; it counts only beyond what is taken from its rows outside the sample (`projected.ts`).
 */
export const Charge = Type.Object({
  kind: Type.Enum(['DELIMITED', 'DEDUCTED', 'PROJECTED']),
  cause: Type.String({ minLength: 1 }),
  amount: Type.Integer({ minimum: 0 }),
  findings: Type.Array(Type.String()),
  rows: Type.Array(Type.String({ minLength: 1 })),
  /** PROJECTED: rows whose own error is known apart, checked or delimited. */
  apart: Type.Optional(Type.Array(Type.String())),
  /** What checked lines of its own took of it already, and the causes they are known by. */
  known: Type.Optional(
    Type.Object({ amount: Type.Integer({ minimum: 0 }), causes: Type.Array(Type.String()) }),
  ),
})
export type Charge = Static<typeof Charge>

/** Rows as they are settled, and what of the charges no row bears. */
export interface SettledLines {
  readonly lines: readonly CostLine[]
  /** Deducted amounts beyond the rows that are cited: the whole bears them. */
  readonly beyond: readonly Correction[]
  readonly overlaps: readonly Overlap[]
}

/** The same order whatever order they came in. */
export const inOrder = (charges: readonly Charge[]): Charge[] =>
  [...charges].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
const keyOf = ({ cause, findings, rows, amount }: Charge): string =>
  [cause, ...findings, ...rows.slice(0, 1), amount].join('\t')

interface Bearer {
  readonly row: string
  readonly declared: number
}

/** Shares in proportion to what was declared, whole cents, none above it: the same whatever else befalls the rows. */
function sharesOf(amount: number, bearers: readonly Bearer[]): number[] {
  const total = bearers.reduce((sum, { declared }) => sum + declared, 0)
  const most = Math.min(amount, total)
  let [reached, given] = [0, 0]
  return bearers.map(({ declared }) => {
    reached += declared
    const share = multiplyExactly([most, reached], total) - given
    given += share
    return share
  })
}

/** Spreads charges over rows. */
class ChargedRows {
  readonly deductions = new Map<string, RowDeduction[]>()
  readonly beyond: Correction[] = []
  readonly overlaps: Overlap[] = []
  /** What findings already deduct from a row. */
  readonly #deducted = new Map<string, number>()

  /** @param bearers its rows that were declared above zero, in the order of their keys */
  spread({ kind, cause, amount, findings, known }: Charge, bearers: readonly Bearer[]): void {
    const seen = Math.min(amount, known?.amount ?? 0)
    if (seen > 0) this.overlaps.push({ cause, amount: seen, findings, taken: known?.causes ?? [] })
    const shares = sharesOf(amount - seen, bearers)
    bearers.forEach(({ row }, at) => this.#charge(row, kind, { cause, amount: shares[at] ?? 0 }, findings))
    const rest = shares.reduce((left, share) => left - share, amount - seen)
    if (rest <= 0) return
    if (kind === 'DEDUCTED') this.beyond.push({ cause, amount: rest, findings: [...findings] })
    else this.overlaps.push({ cause, amount: rest, findings, taken: [] })
  }

  #charge(
    row: string,
    kind: Charge['kind'],
    { cause, amount }: RowDeduction,
    [finding]: readonly string[],
  ): void {
    if (amount <= 0) return
    const deduction = { cause, amount, ...(finding !== undefined && { finding }) }
    const after = kind === 'DEDUCTED' ? (this.#deducted.get(row) ?? 0) : 0
    if (kind === 'DEDUCTED') this.#deducted.set(row, after + amount)
    const before = this.deductions.get(row) ?? []
    this.deductions.set(row, [...before, after > 0 ? { ...deduction, after } : deduction])
  }
}

type PricedRow = readonly [line: string, row: CappedRow]

/**
 * Settles priced rows with the charges they bear together. A charge is shared among its rows in proportion to their
 * declared amounts before anything else is known, so that no cause depends on another one.
 */
export function settleRows(priced: readonly PricedRow[], charges: readonly Charge[] = []): SettledLines {
  const charged = new ChargedRows()
  const byKey = new Map(charges.length > 0 ? priced.map(([, one]) => [one.row, one]) : [])
  for (const charge of inOrder(charges)) {
    if (charge.kind === 'PROJECTED') continue
    const keys = [...new Set(charge.rows)].sort()
    const bearers = keys.flatMap((key) => byKey.get(key) ?? []).filter(({ declared }) => declared > 0)
    charged.spread(charge, bearers)
  }
  const settled = priced.map(([line, row]) => {
    const own = charged.deductions.get(row.row) ?? []
    return [
      line,
      settleRow(own.length > 0 ? { ...row, deductions: [...(row.deductions ?? []), ...own] } : row),
    ] as const
  })
  return { lines: groupLines(settled), beyond: charged.beyond, overlaps: charged.overlaps }
}

import { inOrder, type Charge } from '#domain/settlement/charges.ts'
import type { Adjustment, CostLine, Overlap, SettledRow } from '#domain/settlement/settlement.ts'

/** Cuts that say nothing of a row itself: what exceeds the agreed total is no error a sample would have found. */
const LIMITS: readonly string[] = ['agreed-fte']

/** What is known of the rows that a projection speaks of. */
interface Projection {
  readonly charge: Charge
  readonly rows: ReadonlySet<string>
  /** Beyond what was taken from its rows outside the sample, at most what is left of all. Cents. */
  readonly amount: number
  /** Causes that took something from those rows. */
  readonly taken: readonly string[]
}

function standOf(charge: Charge, settled: readonly SettledRow[]): Projection {
  const rows = new Set(charge.rows)
  // a sample of another listing: nothing is known of its rows
  if (rows.size === 0) return { charge, rows, amount: charge.amount, taken: [] }
  const apart = new Set(charge.apart)
  const own = settled.filter(({ row }) => rows.has(row))
  const outside = own.filter(({ row }) => !apart.has(row))
  const cuts = outside.flatMap((row) => row.cuts).filter(({ cause }) => !LIMITS.includes(cause))
  const known = cuts.reduce((sum, { amount }) => sum + amount, 0)
  const left = own.reduce((sum, { accepted }) => sum + Math.max(0, accepted), 0)
  const amount = Math.min(left, Math.max(0, charge.amount - known))
  return { charge, rows, amount, taken: [...new Set(cuts.map(({ cause }) => cause))] }
}

function overlap(a: Projection, b: Projection): boolean {
  const [few, many] = a.rows.size < b.rows.size ? [a.rows, b.rows] : [b.rows, a.rows]
  return [...few].some((row) => many.has(row))
}

const sumOf = (list: readonly Projection[]): number => list.reduce((sum, { amount }) => sum + amount, 0)

/** The projections that take most together while none speaks of a row of another; the first ones where equal. */
function strongest([first, ...rest]: readonly Projection[]): readonly Projection[] {
  if (!first) return []
  const apart = rest.filter((one) => !overlap(first, one))
  const withFirst = [first, ...strongest(apart)]
  if (apart.length === rest.length) return withFirst
  const without = strongest(rest)
  return sumOf(withFirst) >= sumOf(without) ? withFirst : without
}

/** What applied projections take, and what of them is left out. */
export interface CountedProjections {
  readonly adjustments: readonly Adjustment[]
  readonly overlaps: readonly Overlap[]
}

/**
 * Counts applied projections: each beyond what more certain causes took from the rows it speaks of, since an estimated
 * error includes those that were corrected already; of two that speak of the same rows only one, so that no error is
 * estimated twice (Regulation (EU) 2021/1060, art. 2: corrections made are deducted from the total error).
 */
export function countProjections(charges: readonly Charge[], lines: readonly CostLine[]): CountedProjections {
  const settled = lines.flatMap(({ base, rows }) => (base ? [] : rows))
  const given = inOrder(charges.filter(({ kind }) => kind === 'PROJECTED'))
  const all = given.map((charge) => standOf(charge, settled))
  const counted = new Set(strongest(all))
  const adjustments = [...counted].flatMap(({ charge: { cause, findings }, amount }) =>
    amount > 0 ? { cause, amount, findings, line: null } : [],
  )
  const overlaps = all.flatMap((one): Overlap[] => {
    const { cause, findings, amount } = one.charge
    const isCounted = counted.has(one)
    const left = isCounted ? amount - one.amount : amount
    const rivals = [...counted].filter((other) => other !== one && overlap(one, other))
    const taken = isCounted ? one.taken : rivals.map(({ charge }) => charge.cause)
    return left > 0 ? [{ cause, amount: left, findings, taken }] : []
  })
  return { adjustments, overlaps }
}

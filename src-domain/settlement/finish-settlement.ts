import { Type, type Static } from 'typebox'
import type { FinancingMode } from '#domain/convention/financing.ts'
import { Exact } from '#domain/exact.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { Charge, type SettledLines } from '#domain/settlement/charges.ts'
import { Correction } from '#domain/settlement/correction.ts'
import type { UsedEntry } from '#domain/settlement/dated-values.ts'
import { countProjections } from '#domain/settlement/projected.ts'
import {
  Advance,
  type Adjustment,
  type CostLine,
  type Overlap,
  type Settlement,
} from '#domain/settlement/settlement.ts'

/** What was achieved of what was promised (`docs/formulas.md`, performance adjustment). */
export const Performance = Type.Object({
  achieved: Type.Number({ minimum: 0 }),
  target: Type.Number({ exclusiveMinimum: 0 }),
  threshold: Type.Number({ minimum: 0, maximum: 1 }),
  findings: Type.Optional(Type.Array(Type.String())),
})
export type Performance = Static<typeof Performance>
/** The frame of a settlement: ceiling in cents, corrections, performance, and what was paid. */
export const SettlementFrame = Type.Object({
  ceiling: Type.Integer({ minimum: 0 }),
  corrections: Type.Optional(Type.Array(Correction)),
  /** What several rows bear together. */
  charges: Type.Optional(Type.Array(Charge)),
  performance: Type.Optional(Performance),
  advances: Type.Array(Advance),
})
export type SettlementFrame = Static<typeof SettlementFrame>

/** accepted − advances: a balance to be paid, or a recovery (`docs/formulas.md`). Cents. */
export const balanceOf = (accepted: number, advances: number): { balance: number; recovery: number } => ({
  balance: Math.max(0, accepted - advances),
  recovery: Math.max(0, advances - accepted),
})

/**
 * (threshold − achieved/target)·accepted where the rate is below its threshold, at most everything (`docs/formulas.md`):
 * exact, then rounded once, half a cent away from zero. Cents.
 */
export function performanceReduction(accepted: number, performance: Performance): number {
  const [achieved, target, threshold] = [performance.achieved, performance.target, performance.threshold]
  const missing = Exact.of(threshold).minus(Exact.of(achieved).over(Exact.of(target)))
  return Math.max(0, Math.min(accepted, missing.times(Exact.of(accepted)).rounded()))
}

function checkFrame({ ceiling, advances, corrections, charges, performance }: SettlementFrame): Result<null> {
  const given = [...advances, ...(corrections ?? []), ...(charges ?? [])]
  const amounts = [ceiling, ...given.map(({ amount }) => amount)]
  if (amounts.some((amount) => !Number.isSafeInteger(amount) || amount < 0))
    return err('settlement.frame-amount-wrong')
  if (performance && !(performance.target > 0)) return err('settlement.target-not-positive')
  return ok(null)
}

const totalOf = (list: readonly { readonly amount: number }[]): number =>
  list.reduce((sum, { amount }) => sum + amount, 0)

/** What is left of the whole, one reduction after the other; none takes more than that. */
class Remainder {
  readonly adjustments: Adjustment[]
  readonly overlaps: Overlap[]
  accepted: number

  constructor(lines: readonly CostLine[], limits: readonly Adjustment[], overlaps: readonly Overlap[]) {
    this.adjustments = [...limits]
    this.overlaps = [...overlaps]
    this.accepted = lines.reduce((sum, line) => sum + line.accepted, 0) - totalOf(limits)
  }

  /** @returns what nothing was left for */
  reduce(cause: string, wanted: number, findings: readonly string[]): number {
    const amount = Math.max(0, Math.min(this.accepted, wanted))
    if (amount > 0) this.adjustments.push({ cause, amount, findings, line: null })
    this.accepted -= amount
    return wanted - amount
  }

  /** A reduction that a cause asks for: what nothing is left for is said. */
  correct({ cause, amount, findings }: Correction): void {
    const left = this.reduce(cause, amount, findings)
    if (left > 0) this.overlaps.push({ cause, amount: left, findings, taken: [] })
  }
}

/** The rows of a settlement as they are settled, with reductions of single lines, for instance category ceilings. */
export interface RowsSettled extends SettledLines {
  readonly limits?: readonly Adjustment[]
  /** The dated parameters they were settled with. */
  readonly used: readonly UsedEntry[]
}

/**
 * From cost lines to the proposed payment: corrections, applied projections, then the ceiling, then performance, then
 * what was paid (`docs/formulas.md`, precedence). No reduction takes below zero; every one has its cause.
 * @returns errors `settlement.frame-amount-wrong`, `settlement.target-not-positive`
 */
export function finishSettlement(
  mode: FinancingMode,
  { lines, beyond, overlaps, limits = [], used }: RowsSettled,
  frame: SettlementFrame,
): Result<Settlement> {
  const checked = checkFrame(frame)
  if (!checked.ok) return checked
  const rest = new Remainder(lines, limits, overlaps)
  for (const correction of [...beyond, ...(frame.corrections ?? [])]) rest.correct(correction)
  const projected = countProjections(frame.charges ?? [], lines)
  rest.overlaps.push(...projected.overlaps)
  for (const { cause, amount, findings } of projected.adjustments)
    rest.correct({ cause, amount, findings: [...findings] })
  rest.reduce('ceiling', rest.accepted - frame.ceiling, [])
  const { performance } = frame
  if (performance)
    rest.reduce('performance', performanceReduction(rest.accepted, performance), performance.findings ?? [])
  return ok({ ...closed(mode, lines, rest, frame), used })
}

function closed(
  mode: FinancingMode,
  lines: readonly CostLine[],
  { accepted, adjustments, overlaps }: Remainder,
  frame: SettlementFrame,
): Omit<Settlement, 'used'> {
  const declared = lines.reduce((sum, line) => sum + line.declared, 0)
  const advances = totalOf(frame.advances)
  return {
    ...{ mode, lines, adjustments, overlaps, declared, accepted, rejected: declared - accepted, advances },
    ...balanceOf(accepted, advances),
  }
}

import { Type, type Static } from 'typebox'
import type { FinancingMode } from '#domain/convention/financing.ts'
import { roundHalfUp } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { Advance, type Adjustment, type CostLine, type Settlement } from '#domain/settlement/settlement.ts'

/** A correction that no single row bears: a projection that may be applied, a flat correction. */
export const Correction = Type.Object({
  cause: Type.String({ minLength: 1 }),
  amount: Type.Integer({ minimum: 0 }),
  findings: Type.Array(Type.String()),
})
export type Correction = Static<typeof Correction>
/** What was achieved of what was promised (`domain.md` §E.6, performance adjustment). */
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
  performance: Type.Optional(Performance),
  advances: Type.Array(Advance),
})
export type SettlementFrame = Static<typeof SettlementFrame>

/** accepted − advances: a balance to be paid, or a recovery (`domain.md` §E.6). Cents. */
export const balanceOf = (accepted: number, advances: number): { balance: number; recovery: number } => ({
  balance: Math.max(0, accepted - advances),
  recovery: Math.max(0, advances - accepted),
})

/** (threshold − rate)·accepted where the rate is below its threshold, at most everything (`domain.md` §E.6). Cents. */
export function performanceReduction(accepted: number, { achieved, target, threshold }: Performance): number {
  const missing = threshold - achieved / target
  return missing > 0 ? Math.min(accepted, roundHalfUp(missing * accepted)) : 0
}

function checkFrame({ ceiling, advances, corrections, performance }: SettlementFrame): Result<null> {
  const amounts = [
    ceiling,
    ...advances.map(({ amount }) => amount),
    ...(corrections ?? []).map(({ amount }) => amount),
  ]
  if (amounts.some((amount) => !Number.isSafeInteger(amount) || amount < 0))
    return err('settlement.frame-amount-wrong')
  if (performance && !(performance.target > 0)) return err('settlement.target-not-positive')
  return ok(null)
}

/**
 * From cost lines to the proposed payment: corrections, then the ceiling, then performance, then what was paid
 * (`domain.md` §E.6). Accepted amounts never fall below zero; every reduction has its cause.
 * @param limits reductions of single lines, for instance category ceilings
 * @returns errors `settlement.frame-amount-wrong`, `settlement.target-not-positive`
 */
export function finishSettlement(
  mode: FinancingMode,
  lines: readonly CostLine[],
  frame: SettlementFrame,
  limits: readonly Adjustment[] = [],
): Result<Settlement> {
  const checked = checkFrame(frame)
  if (!checked.ok) return checked
  const adjustments: Adjustment[] = [...limits]
  const declared = lines.reduce((sum, line) => sum + line.declared, 0)
  let accepted = lines.reduce((sum, line) => sum + line.accepted, 0)
  for (const { amount } of limits) accepted -= amount
  const reduce = (cause: string, wanted: number, findings: readonly string[]): void => {
    const amount = Math.min(accepted, wanted)
    if (amount <= 0) return
    adjustments.push({ cause, amount, findings, line: null })
    accepted -= amount
  }
  for (const { cause, amount, findings } of frame.corrections ?? []) reduce(cause, amount, findings)
  reduce('ceiling', accepted - frame.ceiling, [])
  const { performance } = frame
  if (performance)
    reduce('performance', performanceReduction(accepted, performance), performance.findings ?? [])
  const advances = frame.advances.reduce((sum, { amount }) => sum + amount, 0)
  return ok({
    ...{ mode, lines, adjustments, declared, accepted, rejected: declared - accepted, advances },
    ...balanceOf(accepted, advances),
  })
}

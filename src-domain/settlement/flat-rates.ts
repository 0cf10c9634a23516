import { FLAT_RATE_MAXIMA, type FlatRateKind } from '#domain/convention/financing.ts'
import type { IsoDay } from '#domain/dates.ts'
import { multiplyExactly } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { datedValues } from '#domain/settlement/dated-values.ts'
import { lineOf } from '#domain/settlement/settle-row.ts'
import type { Adjustment, CostLine, Cut } from '#domain/settlement/settlement.ts'

/** The categories a flat rate stands for: they can't be claimed beside it. */
export const COVERED_BY: Readonly<Record<FlatRateKind, readonly string[]>> = {
  ART_54_A: ['INDIRECT'],
  ART_54_B: ['INDIRECT'],
  ART_55_1: ['STAFF'],
  ART_56_1: ['OPERATING', 'INVESTMENT', 'INDIRECT'],
}

/** The lines a flat rate is computed from; staff costs at a flat rate are staff costs too. */
const BASES: Readonly<Record<FlatRateKind, readonly string[]>> = {
  ART_55_1: ['OPERATING', 'INVESTMENT'],
  ART_56_1: ['STAFF'],
  ART_54_A: ['STAFF', 'OPERATING', 'INVESTMENT', 'ART_55_1'],
  ART_54_B: ['STAFF', 'ART_55_1'],
}

/** Staff first: other rates may be computed from it. */
const IN_TURN: readonly FlatRateKind[] = ['ART_55_1', 'ART_56_1', 'ART_54_A', 'ART_54_B']

/** A flat rate that is used. */
export interface UsedFlatRate {
  readonly kind: FlatRateKind
  readonly rate: number
}

/**
 * The flat rates of a claim, in the order of their computation.
 * @returns errors `settlement.parameter-missing`, `parameter-overlap`, `flat-rate-above-maximum`,
 *   `flat-rate-combination` (40 % stands for all other costs; indirect costs are paid once)
 */
export function checkFlatRates(
  uses: readonly FlatRateKind[],
  list: readonly { kind: FlatRateKind; validFrom: IsoDay; rate: number }[],
  day: IsoDay,
): Result<UsedFlatRate[]> {
  const rateOn = datedValues('flatRates', list, ({ kind }) => kind)
  if (!rateOn.ok) return rateOn
  const kinds = IN_TURN.filter((kind) => uses.includes(kind))
  const isTwice = kinds.includes('ART_54_A') && kinds.includes('ART_54_B')
  if (isTwice || (kinds.includes('ART_56_1') && kinds.length > 1))
    return err('settlement.flat-rate-combination')
  const used: UsedFlatRate[] = []
  for (const kind of kinds) {
    const found = rateOn.value(kind, day)
    if (!found.ok) return found
    const { rate } = found.value
    if (rate > FLAT_RATE_MAXIMA[kind])
      return err('settlement.flat-rate-above-maximum', { kind, rate, maximum: FLAT_RATE_MAXIMA[kind] })
    used.push({ kind, rate })
  }
  return ok(used)
}

/** round(rate · base), in cents. */
const partOf = (rate: number, base: number): number => multiplyExactly([base, rate])

/** Why the base of a flat rate was cut: row by row, and by ceilings of its lines. */
function cutsOfBase(base: readonly CostLine[], limits: readonly Adjustment[]): Cut[] {
  const ofRows = base.flatMap(({ rows }) =>
    rows.flatMap(({ row, cuts }) => cuts.map((cut) => ({ ...cut, from: cut.from ?? row }))),
  )
  return [...ofRows, ...limits.filter(({ line }) => base.some((one) => one.line === line))]
}

/** Shares a correction among the cuts behind it: in proportion, the last takes the remainder. */
function shareCuts(correction: number, behind: readonly Cut[]): Cut[] {
  const total = behind.reduce((sum, { amount }) => sum + amount, 0)
  let left = correction
  return behind.flatMap(({ amount, findings, from }, at) => {
    const share =
      at === behind.length - 1 ? left : Math.min(left, multiplyExactly([correction, amount], total))
    left -= share
    const source = from === undefined ? {} : { from }
    return share > 0 ? { cause: 'base-cut', amount: share, findings, ...source } : []
  })
}

/**
 * The flat-rate lines: rounded before and after a cut of the base, the correction is the difference (`domain.md` §E.0);
 * it is traced to the cuts of the base.
 */
export function settleFlatRates(
  rates: readonly UsedFlatRate[],
  lines: readonly CostLine[],
  limits: readonly Adjustment[],
): CostLine[] {
  const flat: CostLine[] = []
  for (const { kind, rate } of rates) {
    const base = [...lines, ...flat].filter(({ line }) => BASES[kind].includes(line))
    const limited = limits.filter(({ line }) => base.some((one) => one.line === line))
    const cutBy = limited.reduce((sum, { amount }) => sum + amount, 0)
    const declared = partOf(
      rate,
      base.reduce((sum, line) => sum + line.declared, 0),
    )
    const accepted = partOf(rate, base.reduce((sum, line) => sum + line.accepted, 0) - cutBy)
    const cuts = shareCuts(declared - accepted, cutsOfBase(base, limited))
    const row = { row: kind, declared, accepted, rejected: declared - accepted, cuts }
    flat.push(
      lineOf(
        kind,
        [row],
        base.map(({ line }) => line),
      ),
    )
  }
  return flat
}

import type { FlatRateKind } from '#domain/convention/financing.ts'
import { unionRateOn } from '#domain/convention/union-rates.ts'
import { multiplyExactly } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { addDays, type IsoDay } from '#domain/dates.ts'
import type { DatedValues } from '#domain/settlement/dated-values.ts'
import { lineOf } from '#domain/settlement/settle-row.ts'
import type { Adjustment, CostLine, Cut, SettledRow } from '#domain/settlement/settlement.ts'

/** The categories a flat rate stands for: they can't be claimed beside it. */
export const COVERED_BY: Readonly<Record<FlatRateKind, readonly string[]>> = {
  ART_54_A: ['INDIRECT'],
  ART_54_B: ['INDIRECT'],
  ART_54_C: ['INDIRECT'],
  ART_55_1: ['STAFF'],
  ART_56_1: ['OPERATING', 'INVESTMENT', 'INDIRECT'],
}

/** The lines a flat rate is computed from; staff costs at a flat rate are staff costs too. */
const BASES: Readonly<Record<FlatRateKind, readonly string[]>> = {
  ART_55_1: ['OPERATING', 'INVESTMENT'],
  ART_56_1: ['STAFF'],
  ART_54_A: ['STAFF', 'OPERATING', 'INVESTMENT', 'ART_55_1'],
  ART_54_C: ['STAFF', 'OPERATING', 'INVESTMENT', 'ART_55_1'],
  ART_54_B: ['STAFF', 'ART_55_1'],
}

/** Staff first: other rates may be computed from it. */
const IN_TURN: readonly FlatRateKind[] = ['ART_55_1', 'ART_56_1', 'ART_54_A', 'ART_54_B', 'ART_54_C']
const INDIRECT: readonly FlatRateKind[] = ['ART_54_A', 'ART_54_B', 'ART_54_C']

/** A flat rate that is used. */
export interface UsedFlatRate {
  readonly kind: FlatRateKind
  readonly rate: number
}

/** Part of a period in which no flat rate changes; the rates are in the order of their computation. */
export interface RatePart {
  readonly start: IsoDay
  /** The last day; null for the last part: costs after it count there. */
  readonly end: IsoDay | null
  readonly rates: readonly UsedFlatRate[]
}

type DatedRate = { readonly kind: FlatRateKind; readonly validFrom: IsoDay; readonly rate: number }

/** A rate of zero ends one that was in force. */
function ratesOn(kinds: readonly FlatRateKind[], rates: DatedValues<DatedRate>, day: IsoDay): UsedFlatRate[] {
  return kinds.flatMap((kind) => {
    const rate = rates.find(kind, day)?.rate ?? 0
    return rate > 0 ? { kind, rate } : []
  })
}

function checkPart({ rates, start }: RatePart): Result<null> {
  const kinds = rates.map(({ kind }) => kind)
  const isTwice = kinds.filter((kind) => INDIRECT.includes(kind)).length > 1
  if (isTwice || (kinds.includes('ART_56_1') && kinds.length > 1))
    return err('settlement.flat-rate-combination')
  const above = rates.find(({ kind, rate }) => rate > unionRateOn(kind, start))
  if (!above) return ok(null)
  const { kind, rate } = above
  return err('settlement.flat-rate-above-maximum', { kind, rate, maximum: unionRateOn(kind, start) })
}

/** The first days of the parts of a period in which no used flat rate changes. */
export function changeDays(
  uses: readonly FlatRateKind[],
  list: readonly DatedRate[],
  { start, end }: { readonly start: IsoDay; readonly end: IsoDay },
): IsoDay[] {
  const changes = list.flatMap(({ kind, validFrom: day }) =>
    uses.includes(kind) && day > start && day <= end ? day : [],
  )
  return [...new Set([start, ...changes])].sort()
}

/**
 * The parts of a period with the flat rates of each: a rate may begin, change or end (with a rate of zero) on any day.
 * @returns errors `settlement.parameter-missing` (a rate that is used and never in force), `flat-rate-above-maximum`,
 *   `flat-rate-combination` (40 % stands for all other costs; indirect costs are paid once)
 */
export function rateParts(
  uses: readonly FlatRateKind[],
  list: readonly DatedRate[],
  rates: DatedValues<DatedRate>,
  period: { readonly start: IsoDay; readonly end: IsoDay },
): Result<RatePart[]> {
  const kinds = IN_TURN.filter((kind) => uses.includes(kind))
  const starts = changeDays(kinds, list, period)
  const parts = starts.map((start, at) => {
    const next = starts[at + 1]
    return { start, end: next === undefined ? null : addDays(next, -1), rates: ratesOn(kinds, rates, start) }
  })
  for (const part of parts) {
    const checked = checkPart(part)
    if (!checked.ok) return checked
  }
  const never = kinds.find((kind) => rates.find(kind, period.end) === undefined)
  return never === undefined
    ? ok(parts)
    : err('settlement.parameter-missing', { parameter: `flatRates ${never}`, day: period.start })
}

/** The part that a day falls into; before the first day of the period it is the first one. */
export const partOn = (parts: readonly RatePart[], day: IsoDay): RatePart | undefined =>
  parts.findLast(({ start }) => start <= day) ?? parts[0]

/** The flat rates in force on a day, which stand for some categories of costs. */
export const coveredOn = (parts: readonly RatePart[], day: IsoDay): ReadonlySet<string> =>
  new Set(partOn(parts, day)?.rates.flatMap(({ kind }) => COVERED_BY[kind]))

/** round(rate · base), in cents. */
const partOf = (rate: number, base: number): number => multiplyExactly([base, rate])

/** Why the base of a flat rate was cut: row by row, and by ceilings of its lines. */
function cutsOfBase(base: readonly CostLine[], limits: readonly Adjustment[]): Cut[] {
  const ofRows = base.flatMap(({ rows }) =>
    rows.flatMap(({ row, cuts }) => cuts.map((cut) => ({ ...cut, from: cut.from ?? row }))),
  )
  return [...ofRows, ...limits.filter(({ line }) => base.some((one) => one.line === line))]
}

/** Shares a correction among the cuts behind it, in proportion: what is given back (a refused credit note) is below zero. */
function shareCuts(correction: number, behind: readonly Cut[]): Cut[] {
  const total = behind.reduce((sum, { amount }) => sum + amount, 0)
  let [reached, given] = [0, 0]
  return behind.flatMap(({ amount, findings, from }) => {
    reached += amount
    const share = multiplyExactly([correction * Math.sign(total), reached], Math.abs(total) || 1) - given
    given += share
    const source = from === undefined ? {} : { from }
    return share === 0 ? [] : { cause: 'base-cut', amount: share, findings, ...source }
  })
}

/** One flat-rate part of a period, named by its first day where there are several. */
function settlePart(
  { kind, rate }: UsedFlatRate,
  name: string,
  base: readonly CostLine[],
  limits: readonly Adjustment[],
): SettledRow {
  const limited = limits.filter(({ line }) => base.some((one) => one.line === line))
  const cutBy = limited.reduce((sum, { amount }) => sum + amount, 0)
  const declared = partOf(
    rate,
    base.reduce((sum, line) => sum + line.declared, 0),
  )
  const accepted = partOf(rate, base.reduce((sum, line) => sum + line.accepted, 0) - cutBy)
  const cuts = shareCuts(declared - accepted, cutsOfBase(base, limited))
  return { row: `${kind} ${name}`.trim(), declared, accepted, rejected: declared - accepted, cuts }
}

/** What a line is above its ceiling, shared among the parts of the period in proportion to what each accepts. */
function shareLimits(limits: readonly Adjustment[], parts: readonly (readonly CostLine[])[]): Adjustment[][] {
  const shares = limits.map((limit) => {
    const accepted = parts.map((lines) => lines.find(({ line }) => line === limit.line)?.accepted ?? 0)
    const total = accepted.reduce((sum, cents) => sum + cents, 0)
    let [reached, given] = [0, 0]
    return accepted.map((cents) => {
      reached += cents
      const amount = multiplyExactly([limit.amount, reached], total || 1) - given
      given += amount
      return { ...limit, amount }
    })
  })
  return parts.map((_, at) => shares.flatMap((one) => one[at] ?? []))
}

/**
 * The flat-rate lines, each part of the period by its own rates: rounded before and after a cut of the base, the correction
 * is the difference (`docs/formulas.md`); it is traced to the cuts of the base.
 * @param linesOf the cost lines with the rows of one part alone
 */
export function settleFlatRates(
  parts: readonly RatePart[],
  linesOf: (part: RatePart) => readonly CostLine[],
  limits: readonly Adjustment[],
): CostLine[] {
  const lines = parts.map(linesOf)
  const limited = shareLimits(limits, lines)
  const made = new Map<FlatRateKind, { rows: SettledRow[]; base: Set<string> }>()
  parts.forEach((part, at) => {
    const flat: CostLine[] = []
    for (const used of part.rates) {
      const base = [...(lines[at] ?? []), ...flat].filter(({ line }) => BASES[used.kind].includes(line))
      const row = settlePart(used, parts.length > 1 ? part.start : '', base, limited[at] ?? [])
      flat.push(lineOf(used.kind, [row]))
      const before = made.get(used.kind) ?? { rows: [], base: new Set<string>() }
      for (const { line } of base) before.base.add(line)
      made.set(used.kind, { ...before, rows: [...before.rows, row] })
    }
  })
  return IN_TURN.flatMap((kind) => {
    const line = made.get(kind)
    return line ? lineOf(kind, line.rows, [...line.base]) : []
  })
}

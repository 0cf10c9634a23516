import { Type, type Static } from 'typebox'
import { multiplyExactly } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { datedValues, type Lookup } from '#domain/settlement/dated-values.ts'
import { finishSettlement, SettlementFrame } from '#domain/settlement/finish-settlement.ts'
import { settleRows } from '#domain/settlement/charges.ts'
import { byRow, checkRows, type Cap } from '#domain/settlement/settle-row.ts'
import { declaredRow, type Settlement } from '#domain/settlement/settlement.ts'
import { isSpan } from '#domain/settlement/day-spans.ts'
import { cutToAgreed, eligibleYears, fteStages, type WageYear } from '#domain/settlement/wage-years.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Fte = Type.Number({ minimum: 0, maximum: 2 })
const WageSpan = Type.Object({ start: Day, end: Type.Union([Day, Type.Null()]) })

/** One worker of the claim (`domain.md` §E.5). */
export const WageRow = Type.Object({
  ...declaredRow,
  role: Type.String(),
  /** What the partner claims for this worker, in cents; the lump sum times what is claimed when not said. */
  declared: Type.Optional(Type.Integer()),
  claimedFte: Fte,
  contract: WageSpan,
  contractFte: Fte,
  /** FTE of the contract paid by other public funds. */
  fundedElsewhereFte: Type.Optional(Fte),
  /** When the worker was on the action. */
  action: WageSpan,
  /** Unpaid or uncovered absences. */
  absences: Type.Optional(Type.Array(WageSpan)),
  /** Cap at what the worker really cost, in cents. */
  grossCost: Type.Optional(Type.Integer({ minimum: 0 })),
})
export type WageRow = Static<typeof WageRow>

/** Cents per FTE and year of a role, from a day on. */
export const LumpSum = Type.Object({
  code: Type.String(),
  validFrom: Day,
  amount: Type.Integer({ minimum: 0 }),
})
/** FTE agreed from a day on. */
export const AgreedFte = Type.Object({ validFrom: Day, agreedFte: Type.Number({ minimum: 0 }) })
/** Days of absence a calendar year that lower nothing, from a day on. */
export const AbsenceTolerance = Type.Object({
  validFrom: Day,
  absenceToleranceDays: Type.Integer({ minimum: 0 }),
})

/** A settlement by wage lump sum. */
export const WageClaim = Type.Object({
  mode: Type.Literal('SALARY_LUMP_SUM'),
  rows: Type.Array(WageRow),
  lumpSums: Type.Array(LumpSum),
  agreed: Type.Array(AgreedFte),
  tolerances: Type.Array(AbsenceTolerance),
  period: Type.Object({ start: Day, end: Day }),
  frame: SettlementFrame,
})
export type WageClaim = Static<typeof WageClaim>

/** round(lump sum · FTE · days / days of the year), with FTE·days in millionths; in cents. */
const worth = (lumpSum: number, microFteDays: number, daysInYear: number): number =>
  multiplyExactly([lumpSum, microFteDays], 1_000_000 * daysInYear)

interface Terms {
  readonly lumpSumOn: Lookup<Static<typeof LumpSum>>
  readonly agreedOn: Lookup<Static<typeof AgreedFte>>
  readonly toleranceOn: Lookup<Static<typeof AbsenceTolerance>>
}

function openTerms({ lumpSums, agreed, tolerances }: WageClaim): Result<Terms> {
  const lumpSumOn = datedValues('lumpSums', lumpSums, ({ code }) => code)
  if (!lumpSumOn.ok) return lumpSumOn
  const agreedOn = datedValues('agreedFte', agreed)
  if (!agreedOn.ok) return agreedOn
  const toleranceOn = datedValues('absenceToleranceDays', tolerances)
  if (!toleranceOn.ok) return toleranceOn
  return ok({ lumpSumOn: lumpSumOn.value, agreedOn: agreedOn.value, toleranceOn: toleranceOn.value })
}

/** A worker's calendar years with the lump sum of each. */
interface PricedYears {
  readonly row: WageRow
  readonly years: readonly (WageYear & { readonly lumpSum: number })[]
}

function priceYears(row: WageRow, claim: WageClaim, terms: Terms): Result<PricedYears> {
  const years = []
  for (const year of eligibleYears(claim.period)) {
    const tolerance = terms.toleranceOn('', year.span.start)
    if (!tolerance.ok) return tolerance
    const lumpSum = terms.lumpSumOn(row.role, year.span.start)
    if (!lumpSum.ok) return lumpSum
    const stages = fteStages(row, year.span, tolerance.value.absenceToleranceDays)
    years.push({ ...year, ...stages, row: row.row, lumpSum: lumpSum.value.amount })
  }
  return ok({ row, years })
}

/** What a row is worth at one stage, year by year, each rounded. */
const sumYears = ({ years }: PricedYears, micro: (year: WageYear) => number): number =>
  years.reduce((sum, year) => sum + worth(year.lumpSum, micro(year), year.daysInYear), 0)

function capsOf(priced: PricedYears, agreed: ReadonlyMap<string, number>): Cap[] {
  const caps = [
    { cause: 'scale', most: sumYears(priced, ({ claimed }) => claimed) },
    { cause: 'contract', most: sumYears(priced, ({ contracted }) => contracted) },
    { cause: 'double-funding', most: sumYears(priced, ({ unfunded }) => unfunded) },
    { cause: 'absence', most: sumYears(priced, ({ present }) => present) },
    { cause: 'agreed-fte', most: sumYears(priced, (year) => agreed.get(`${year.row} ${year.year}`) ?? 0) },
  ]
  const { grossCost } = priced.row
  return grossCost === undefined ? caps : [...caps, { cause: 'gross-cost', most: grossCost }]
}

/**
 * Wage lump sum: min(claimed FTE, contract FTE − FTE funded elsewhere) · lump sum of role and year · eligible days /
 * days of the year, per worker and calendar year; FTE above the agreed total is cut proportionally (`domain.md` §E.0,
 * §E.5). The lump sum is that of the first day of the year in the period.
 * @returns errors `settlement.empty`, `row-twice`, `amount-wrong`, `fte-wrong`, `span-wrong`, `period-wrong`, `parameter-missing`,
 *   `parameter-overlap`, and those of the frame
 */
export function settleWages(claim: WageClaim): Result<Settlement> {
  const checked = checkRows(claim.rows.map((row) => ({ ...row, declared: row.declared ?? 0 })))
  if (!checked.ok) return checked
  if (!isSpan(claim.period)) return err('settlement.period-wrong')
  const terms = openTerms(claim)
  if (!terms.ok) return terms
  const priced: PricedYears[] = []
  for (const row of byRow(claim.rows)) {
    const ftes = [row.claimedFte, row.contractFte, row.fundedElsewhereFte ?? 0]
    if (!ftes.every((fte) => fte >= 0 && fte <= 2)) return err('settlement.fte-wrong', { row: row.row })
    if (![row.contract, row.action, ...(row.absences ?? [])].every(isSpan))
      return err('settlement.span-wrong', { row: row.row })
    const one = priceYears(row, claim, terms.value)
    if (!one.ok) return one
    priced.push(one.value)
  }
  const agreed = cutToAgreed(
    priced.flatMap(({ years }) => years),
    (day) => terms.value.agreedOn('', day),
  )
  if (!agreed.ok) return agreed
  const capped = priced.map((one) => {
    const caps = capsOf(one, agreed.value)
    return [one.row.role, { ...one.row, declared: one.row.declared ?? caps[0]?.most ?? 0, caps }] as const
  })
  return finishSettlement('SALARY_LUMP_SUM', settleRows(capped, claim.frame.charges), claim.frame)
}

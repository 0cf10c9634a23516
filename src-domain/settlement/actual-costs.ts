import { Type, type Static } from 'typebox'
import { FlatRateKind } from '#domain/convention/financing.ts'
import { multiplyExactly } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { isSpan } from '#domain/settlement/day-spans.ts'
import { datedValues, type Lookup } from '#domain/settlement/dated-values.ts'
import { finishSettlement, SettlementFrame } from '#domain/settlement/finish-settlement.ts'
import { checkFlatRates, COVERED_BY, settleFlatRates } from '#domain/settlement/flat-rates.ts'
import { settleRows } from '#domain/settlement/charges.ts'
import { byRow, checkRows, type Cap, type CappedRow } from '#domain/settlement/settle-row.ts'
import {
  declaredRow,
  type Adjustment,
  type CostLine,
  type Settlement,
} from '#domain/settlement/settlement.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Cents = Type.Integer({ minimum: 0 })
const Share = Type.Number({ minimum: 0, maximum: 1 })

/** The categories of actual costs (`domain.md` §A.6); all but INDIRECT are direct. */
export const CostCategory = Type.Enum(['STAFF', 'OPERATING', 'INVESTMENT', 'INDIRECT'])

/** One cost: an invoice, or hours at an hourly rate. */
export const CostRow = Type.Object({
  ...declaredRow,
  category: CostCategory,
  date: Day,
  /** What the partner charges to the action, in cents. */
  declared: Cents,
  /** The whole cost, when only a share of it is charged by an allocation key. */
  fullCost: Type.Optional(Cents),
  key: Type.Optional(Type.String()),
  /** Hours at a rate in cents, of which `accepted` are proven. */
  hours: Type.Optional(
    Type.Object({
      declared: Type.Number({ minimum: 0 }),
      accepted: Type.Number({ minimum: 0 }),
      rate: Cents,
    }),
  ),
})
export type CostRow = Static<typeof CostRow>

/** Share of a common cost charged to the action, from a day on. */
export const AllocationKey = Type.Object({ code: Type.String(), validFrom: Day, share: Share })
/** A flat rate, from a day on. */
export const DatedFlatRate = Type.Object({ kind: FlatRateKind, validFrom: Day, rate: Share })

/** A settlement of actual costs. */
export const ActualCostClaim = Type.Object({
  mode: Type.Literal('ACTUAL_COSTS'),
  rows: Type.Array(CostRow),
  keys: Type.Array(AllocationKey),
  flatRates: Type.Array(DatedFlatRate),
  /** The flat rates that the partner uses in this claim. */
  uses: Type.Array(FlatRateKind),
  categoryCeilings: Type.Optional(Type.Array(Type.Object({ category: CostCategory, amount: Cents }))),
  period: Type.Object({ start: Day, end: Day }),
  frame: SettlementFrame,
})
export type ActualCostClaim = Static<typeof ActualCostClaim>

function hourCaps({ hours, row }: CostRow): Result<Cap[]> {
  if (!hours) return ok([])
  const { declared, accepted, rate } = hours
  if (!(declared >= 0 && accepted >= 0 && accepted <= declared)) return err('settlement.hours-wrong', { row })
  const worth = (count: number): number => multiplyExactly([rate, count])
  return ok([
    { cause: 'hourly-rate', most: worth(declared) },
    { cause: 'hours', most: worth(accepted) },
  ])
}

function keyCaps(
  { fullCost, key, date, row }: CostRow,
  shareOn: Lookup<Static<typeof AllocationKey>>,
): Result<Cap[]> {
  if (key === undefined) return ok([])
  if (fullCost === undefined) return err('settlement.full-cost-missing', { row })
  const found = shareOn(key, date)
  if (!found.ok) return found
  const most = multiplyExactly([fullCost, found.value.share])
  return ok([{ cause: 'allocation-key', most }])
}

function capRow(
  row: CostRow,
  { period, uses }: ActualCostClaim,
  shareOn: Lookup<Static<typeof AllocationKey>>,
): Result<CappedRow> {
  const isOutside = row.date < period.start || row.date > period.end
  const isCovered = uses.some((kind) => COVERED_BY[kind].includes(row.category))
  const hours = hourCaps(row)
  if (!hours.ok) return hours
  const keys = keyCaps(row, shareOn)
  if (!keys.ok) return keys
  const caps = [
    ...(isOutside ? [{ cause: 'outside-period', most: 0 }] : []),
    ...(isCovered ? [{ cause: 'covered-by-flat-rate', most: 0 }] : []),
    ...hours.value,
    ...keys.value,
  ]
  return ok({ ...row, caps })
}

/** What a category is above its ceiling. */
const limitsOf = (lines: readonly CostLine[], { categoryCeilings = [] }: ActualCostClaim): Adjustment[] =>
  categoryCeilings.flatMap(({ category, amount }) => {
    const accepted = lines.find(({ line }) => line === category)?.accepted ?? 0
    return accepted > amount
      ? { cause: 'category-ceiling', amount: accepted - amount, findings: [], line: category }
      : []
  })

/**
 * Actual costs by category, with allocation keys, hours at a rate, category ceilings and off-the-shelf flat rates; a cut
 * in the base of a flat rate cuts the flat-rate part with it (`domain.md` §E.0, §E.5). Flat rates are those in force on
 * the first day of the period.
 * @returns errors `settlement.empty`, `row-twice`, `amount-wrong`, `hours-wrong`, `full-cost-missing`, `period-wrong`,
 *   `parameter-missing`, `parameter-overlap`, `flat-rate-above-maximum`, `flat-rate-combination`, and those of the frame
 */
export function settleActualCosts(claim: ActualCostClaim): Result<Settlement> {
  const checked = checkRows(claim.rows)
  if (!checked.ok) return checked
  if (!isSpan(claim.period)) return err('settlement.period-wrong')
  const shareOn = datedValues('keys', claim.keys, ({ code }) => code)
  if (!shareOn.ok) return shareOn
  const rates = checkFlatRates(claim.uses, claim.flatRates, claim.period.start)
  if (!rates.ok) return rates
  const capped = []
  for (const row of byRow(claim.rows)) {
    const one = capRow(row, claim, shareOn.value)
    if (!one.ok) return one
    capped.push([row.category, one.value] as const)
  }
  const settled = settleRows(capped, claim.frame.charges)
  const limits = limitsOf(settled.lines, claim)
  const flat = settleFlatRates(rates.value, settled.lines, limits)
  return finishSettlement(
    'ACTUAL_COSTS',
    { ...settled, lines: [...settled.lines, ...flat], limits },
    claim.frame,
  )
}

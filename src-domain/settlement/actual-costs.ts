import { Type, type Static } from 'typebox'
import { FlatRateKind } from '#domain/convention/financing.ts'
import { multiplyExactly } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { isSpan } from '#domain/settlement/day-spans.ts'
import { DatedValues } from '#domain/settlement/dated-values.ts'
import { finishSettlement, SettlementFrame } from '#domain/settlement/finish-settlement.ts'
import {
  coveredOn,
  partOn,
  rateParts,
  settleFlatRates,
  type RatePart,
} from '#domain/settlement/flat-rates.ts'
import { settleRows } from '#domain/settlement/charges.ts'
import { byRow, checkRows, lineOf, type Cap, type CappedRow } from '#domain/settlement/settle-row.ts'
import {
  declaredRow,
  type Adjustment,
  type CostLine,
  type Settlement,
} from '#domain/settlement/settlement.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Cents = Type.Integer({ minimum: 0 })
const SignedCents = Type.Integer()
const Share = Type.Number({ minimum: 0, maximum: 1 })

/** The categories of actual costs (`docs/domain/words.md`); all but INDIRECT are direct. */
export const CostCategory = Type.Enum(['STAFF', 'OPERATING', 'INVESTMENT', 'INDIRECT'])

/** One cost: an invoice, or hours at an hourly rate. */
export const CostRow = Type.Object({
  ...declaredRow,
  category: CostCategory,
  date: Day,
  /** What the partner charges to the action, in cents; below zero for a credit note. */
  declared: SignedCents,
  /** The cost that a credit note gives back a part of, by its row. */
  creditOf: Type.Optional(Type.String({ minLength: 1 })),
  /** The whole cost, when only a share of it is charged by an allocation key. */
  fullCost: Type.Optional(SignedCents),
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

type Keys = DatedValues<Static<typeof AllocationKey>>

function keyCaps({ fullCost, key, date, row }: CostRow, keys: Keys): Result<Cap[]> {
  if (key === undefined) return ok([])
  if (fullCost === undefined) return err('settlement.full-cost-missing', { row })
  const found = keys.on(key, date)
  if (!found.ok) return found
  return ok([{ cause: 'allocation-key', most: multiplyExactly([fullCost, found.value.share]) }])
}

interface CostTerms {
  readonly period: ActualCostClaim['period']
  readonly keys: Keys
  readonly parts: readonly RatePart[]
  /** What credit notes give back of each row, in cents. */
  readonly credits: ReadonlyMap<string, number>
}

function capRow(row: CostRow, { period, keys, parts, credits }: CostTerms): Result<CappedRow> {
  const isOutside = row.date < period.start || row.date > period.end
  const hours = hourCaps(row)
  if (!hours.ok) return hours
  const shares = keyCaps(row, keys)
  if (!shares.ok) return shares
  const caps = [
    // a cost that a flat rate stands for is no cost of its own: its credit note is none either
    ...(coveredOn(parts, row.date).has(row.category)
      ? [{ cause: 'covered-by-flat-rate', most: 0, isVoid: true }]
      : []),
    ...(isOutside ? [{ cause: 'outside-period', most: 0 }] : []),
    ...hours.value,
    ...shares.value,
  ]
  const least = credits.get(row.row)
  return ok({ ...row, caps, ...(least !== undefined && { least }) })
}

/** What credit notes give back of each row: no more is taken from it than they leave. */
function creditsOf(rows: readonly CostRow[]): Map<string, number> {
  const credits = new Map<string, number>()
  for (const { declared, creditOf } of rows)
    if (declared < 0 && creditOf !== undefined) credits.set(creditOf, (credits.get(creditOf) ?? 0) - declared)
  return credits
}

/** What a category is above its ceiling. */
const limitsOf = (lines: readonly CostLine[], { categoryCeilings = [] }: ActualCostClaim): Adjustment[] =>
  categoryCeilings.flatMap(({ category, amount }) => {
    const accepted = lines.find(({ line }) => line === category)?.accepted ?? 0
    return accepted > amount
      ? { cause: 'category-ceiling', amount: accepted - amount, findings: [], line: category }
      : []
  })

function openTerms(claim: ActualCostClaim) {
  const keys = DatedValues.of('keys', claim.keys, ({ code }) => code)
  if (!keys.ok) return keys
  const rates = DatedValues.of('flatRates', claim.flatRates, ({ kind }) => kind)
  if (!rates.ok) return rates
  const parts = rateParts(claim.uses, claim.flatRates, rates.value, claim.period)
  if (!parts.ok) return parts
  return ok({ keys: keys.value, rates: rates.value, parts: parts.value })
}

/**
 * Actual costs by category, with allocation keys, hours at a rate, category ceilings and off-the-shelf flat rates; a cut
 * in the base of a flat rate cuts the flat-rate part with it. Each cost is settled by the keys and rates of its own day
 * (`docs/formulas.md`).
 * @returns errors `settlement.empty`, `row-twice`, `amount-wrong`, `hours-wrong`, `full-cost-missing`, `period-wrong`,
 *   `parameter-missing`, `parameter-overlap`, `flat-rate-above-maximum`, `flat-rate-combination`, and those of the frame
 */
export function settleActualCosts(claim: ActualCostClaim): Result<Settlement> {
  const checked = checkRows(claim.rows)
  if (!checked.ok) return checked
  if (!isSpan(claim.period)) return err('settlement.period-wrong')
  const opened = openTerms(claim)
  if (!opened.ok) return opened
  const { keys, rates, parts } = opened.value
  const terms = { period: claim.period, keys, parts, credits: creditsOf(claim.rows) }
  const capped = []
  for (const row of byRow(claim.rows)) {
    const one = capRow(row, terms)
    if (!one.ok) return one
    capped.push([row.category, one.value] as const)
  }
  const settled = settleRows(capped, claim.frame.charges)
  const limits = limitsOf(settled.lines, claim)
  const flat = settleFlatRates(parts, linesIn(settled.lines, claim.rows, parts), limits)
  const used = [...keys.used(), ...rates.used()]
  return finishSettlement(
    'ACTUAL_COSTS',
    { ...settled, lines: [...settled.lines, ...flat], limits, used },
    claim.frame,
  )
}

/** The cost lines with the rows of one part of the period alone. */
function linesIn(lines: readonly CostLine[], rows: readonly CostRow[], parts: readonly RatePart[]) {
  if (parts.length === 1) return () => lines
  const partOf = new Map(rows.map(({ row, date }) => [row, partOn(parts, date)]))
  return (part: RatePart): CostLine[] =>
    lines.map(({ line, rows: all }) =>
      lineOf(
        line,
        all.filter(({ row }) => partOf.get(row) === part),
      ),
    )
}

import { Type, type Static } from 'typebox'
import { unionRateOn } from '#domain/convention/union-rates.ts'
import { Exact } from '#domain/exact.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** Without a day, the latest hours of a full-time year are meant. */
const LATEST = '9999-12-31'

/** Latest documented gross employment cost, in cents, over some months; FTE of the contract. */
export const AnnualCost = Type.Object({
  cost: Type.Integer({ minimum: 1 }),
  months: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  fte: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
  /** The day whose hours of a full-time year are meant. */
  on: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
})
/** The other way: monthly gross cost in cents, over the average monthly hours. */
export const MonthlyCost = Type.Object({
  monthlyCost: Type.Integer({ minimum: 1 }),
  monthlyHours: Type.Number({ exclusiveMinimum: 0 }),
})

/**
 * FSE+ hourly rate in cents: annual gross employment cost / hours of a full-time year (`union-rates.ts`), in proportion for part-time; fewer than twelve months
 * are extrapolated. Rounded to the cent first, then multiplied by hours (`docs/formulas.md`).
 * @returns error `settlement.hourly-cost-wrong`
 */
export function hourlyRate({
  cost,
  months = 12,
  fte = 1,
  on = LATEST,
}: Static<typeof AnnualCost>): Result<number> {
  const isSound =
    Number.isSafeInteger(cost) && cost > 0 && Number.isInteger(months) && months > 0 && months <= 12
  if (!isSound || !(fte > 0)) return err('settlement.hourly-cost-wrong')
  const hours = Exact.of(months * unionRateOn('ANNUAL_HOURS', on)).times(Exact.of(fte))
  return ok(
    Exact.of(cost * 12)
      .over(hours)
      .rounded(),
  )
}

/** FSE+ hourly rate in cents from a monthly cost; error `settlement.hourly-cost-wrong`. */
export function hourlyRateOfMonth({ monthlyCost, monthlyHours }: Static<typeof MonthlyCost>): Result<number> {
  if (!Number.isSafeInteger(monthlyCost) || !(monthlyCost > 0) || !(monthlyHours > 0))
    return err('settlement.hourly-cost-wrong')
  return ok(Exact.of(monthlyCost).over(Exact.of(monthlyHours)).rounded())
}

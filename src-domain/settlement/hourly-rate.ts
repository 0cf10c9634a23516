import { Type, type Static } from 'typebox'
import { Exact } from '#domain/exact.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** Hours of a full-time year under the FSE+ (`domain.md` §E.5; CPR art. 55(2)). */
export const ANNUAL_HOURS = 1720

/** Latest documented gross employment cost, in cents, over some months; FTE of the contract. */
export const AnnualCost = Type.Object({
  cost: Type.Integer({ minimum: 1 }),
  months: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  fte: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
})
/** The other way: monthly gross cost in cents, over the average monthly hours. */
export const MonthlyCost = Type.Object({
  monthlyCost: Type.Integer({ minimum: 1 }),
  monthlyHours: Type.Number({ exclusiveMinimum: 0 }),
})

/**
 * FSE+ hourly rate in cents: annual gross employment cost / 1,720, in proportion for part-time; fewer than twelve months
 * are extrapolated. Rounded to the cent first, then multiplied by hours (`domain.md` §E.0, §E.5).
 * @returns error `settlement.hourly-cost-wrong`
 */
export function hourlyRate({ cost, months = 12, fte = 1 }: Static<typeof AnnualCost>): Result<number> {
  const isSound =
    Number.isSafeInteger(cost) && cost > 0 && Number.isInteger(months) && months > 0 && months <= 12
  if (!isSound || !(fte > 0)) return err('settlement.hourly-cost-wrong')
  const hours = Exact.of(months * ANNUAL_HOURS).times(Exact.of(fte))
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

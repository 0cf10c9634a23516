import { Type, type Static } from 'typebox'
import { multiplyExactly } from '#domain/money.ts'
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

const HUNDREDTHS = 100

/**
 * FSE+ hourly rate in cents: annual gross employment cost / 1,720, in proportion for part-time; fewer than twelve months
 * are extrapolated. Rounded to the cent first, then multiplied by hours (`domain.md` §E.0, §E.5).
 * @returns error `settlement.hourly-cost-wrong`
 */
export function hourlyRate({ cost, months = 12, fte = 1 }: Static<typeof AnnualCost>): Result<number> {
  const hundredths = Math.round(fte * HUNDREDTHS)
  const isSound =
    Number.isSafeInteger(cost) && cost > 0 && Number.isInteger(months) && months > 0 && months <= 12
  if (!isSound || !(hundredths > 0)) return err('settlement.hourly-cost-wrong')
  return ok(multiplyExactly([cost, 12, HUNDREDTHS], months * ANNUAL_HOURS * hundredths))
}

/** FSE+ hourly rate in cents from a monthly cost; error `settlement.hourly-cost-wrong`. */
export function hourlyRateOfMonth({ monthlyCost, monthlyHours }: Static<typeof MonthlyCost>): Result<number> {
  const hundredths = Math.round(monthlyHours * HUNDREDTHS)
  if (!Number.isSafeInteger(monthlyCost) || !(monthlyCost > 0) || !(hundredths > 0))
    return err('settlement.hourly-cost-wrong')
  return ok(multiplyExactly([monthlyCost, HUNDREDTHS], hundredths))
}

import type { Convention } from '#domain/convention/convention.ts'
import type { ConventionParameters, FinancingTerms, FlatRateKind } from '#domain/convention/financing.ts'
import type { IsoDay } from '#domain/dates.ts'

interface Dated {
  readonly validFrom: IsoDay
}

/** The entry in force on a day: the latest that is not after it; undefined before the first. */
export function inForceOn<T extends Dated>(list: readonly T[], day: IsoDay): T | undefined {
  let found: T | undefined
  for (const entry of list) {
    if (entry.validFrom <= day && (!found || entry.validFrom > found.validFrom)) found = entry
  }
  return found
}

/** Like `inForceOn`, but before the first entry that first one holds: what stands outside the convention is judged too. */
function inForceOrFirst<T extends Dated>(list: readonly T[], day: IsoDay): T {
  const found = inForceOn(list, day) ?? list.reduce<T | undefined>(earlier, undefined)
  if (!found) throw new RangeError('every convention has at least one (its schema says so)')
  return found
}

const earlier = <T extends Dated>(first: T | undefined, entry: T): T =>
  first && first.validFrom <= entry.validFrom ? first : entry

/** The limits of the row checks and of the settlement on a day; every convention has them (`parse-convention.ts`). */
export function parametersOn(
  { parameters }: Pick<Convention, 'parameters'>,
  day: IsoDay,
): ConventionParameters {
  return inForceOrFirst(parameters, day)
}

/** The amount of a code (role, phase) on a day, in cents; null when the list has none for that day. */
export function amountOn(
  list: readonly (Dated & { readonly code: string; readonly amount: number })[],
  code: string,
  day: IsoDay,
): number | null {
  const ofCode = list.filter((entry) => entry.code === code)
  return inForceOn(ofCode, day)?.amount ?? null
}

/** The frame of the grant on a day. */
export const termsOn = (
  { financing }: Pick<Convention, 'financing'>,
  day: IsoDay,
): FinancingTerms['terms'][number] => inForceOrFirst(financing.terms, day)

/** The FTE agreed on a day. */
export const agreedFteOn = (convention: Pick<Convention, 'financing'>, day: IsoDay): number =>
  termsOn(convention, day).agreedFte

/** The highest grant of the year on a day, in cents. */
export const ceilingOn = (convention: Pick<Convention, 'financing'>, day: IsoDay): number =>
  termsOn(convention, day).annualCeiling

/** The rate of the FSE+ on a day, 0 to 1; null when none is known for that day. */
export const euRateOn = ({ financing }: Pick<Convention, 'financing'>, day: IsoDay): number | null =>
  inForceOn(financing.terms, day)?.euRate ?? null

/** A flat rate on a day, 0 to 1; null when the convention has none of that kind for that day. */
export const flatRateOn = (
  { financing }: Pick<Convention, 'financing'>,
  kind: FlatRateKind,
  day: IsoDay,
): number | null =>
  inForceOn(
    financing.flatRates.filter((entry) => entry.kind === kind),
    day,
  )?.rate ?? null

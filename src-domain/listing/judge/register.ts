import type { Convention } from '#domain/convention/convention.ts'
import { publicHolidays, type IsoDay } from '#domain/dates.ts'
import type { Fields } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'

/** The order in which listings are let in: each refers only to those before it. */
export const JUDGING_ORDER = [
  'references',
  'counsellors',
  'activities',
  'participants',
  'attendance',
  'documents',
  'payments',
] as const satisfies readonly ListingName[]

/** The accepted rows of one listing by their key. */
export type RowsByKey<L extends ListingName> = ReadonlyMap<string, Fields<L>>
type RowsOfAll = { [L in ListingName]?: RowsByKey<L> }

/** What a row can be looked up in: the convention, and the accepted rows of each listing that is there. */
export interface Register {
  readonly convention: Convention
  readonly rows: Readonly<RowsOfAll>
  readonly siteCodes: ReadonlySet<string>
  /** Codes of the scale of unit costs, whatever their date. */
  readonly unitCostCodes: ReadonlySet<string>
  readonly isHoliday: (day: IsoDay) => boolean
}

/** Keeps what rows need to know of the convention; `rows` grows while listings are let in. */
export function createRegister(convention: Convention, rows: RowsOfAll): Register {
  const holidays = new Map<string, ReadonlySet<IsoDay>>()
  const holidaysOf = (year: string): ReadonlySet<IsoDay> => {
    const known = holidays.get(year) ?? new Set(publicHolidays(Number(year)))
    holidays.set(year, known)
    return known
  }
  return {
    convention,
    rows,
    siteCodes: new Set(convention.sites.map(({ code }) => code)),
    unitCostCodes: new Set(convention.financing.unitCosts.map(({ code }) => code)),
    isHoliday: (day) => holidaysOf(day.slice(0, 4)).has(day),
  }
}

import type { IsoDay } from '#domain/dates.ts'
import type { DayRange } from '#domain/typed-date.ts'

/** So many years back, up to today: where something is noted that has happened. */
const past = (today: IsoDay, years: number): DayRange => ({
  from: `${Number(today.slice(0, 4)) - years}-01-01`,
  to: today,
})

/** The days that make sense in each field of the app. */
export const DAY_RANGES = {
  /** An inspection is written up soon after its visit. */
  visit: (today: IsoDay) => past(today, 2),
  /** What a partner shows may be as old as what it must keep: ten years of a programme, and the years it ran. */
  picture: (today: IsoDay) => past(today, 20),
  /** Evidence is received during an inspection. */
  received: (today: IsoDay) => past(today, 2),
  /** A notice goes out during an inspection or before it. */
  notice: (today: IsoDay) => past(today, 5),
  /** Advances of a convention whose records are still kept. */
  payment: (today: IsoDay) => past(today, 20),
  /** A cell of a listing: births, and ends of measures that lie ahead. */
  cell: (today: IsoDay): DayRange => ({ from: '1900-01-01', to: `${Number(today.slice(0, 4)) + 20}-12-31` }),
} as const

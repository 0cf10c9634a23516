import { dayOf, type IsoDay } from '#domain/dates.ts'
import { fullYear, parseTime } from '#domain/listing/parse-date-time.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** The days that make sense in a field, both ends included. */
export interface DayRange {
  readonly from: IsoDay
  readonly to: IsoDay
}

/** Day, month and year between two like marks, or run together. */
const DAY_FIRST = /^(\d{1,2})(?:([/.-])(\d{1,2})\2|(?<=^\d\d)(\d\d))(\d{4}|\d\d)$/
/** As ISO writes it, with its marks or without: then its month stands where a year would have its 19 or 20. */
const YEAR_FIRST = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|(0[1-9]|1[0-2])(\d\d))$/
/** Forms that no further key can turn into another day. */
const WHOLE = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{2}|\d{8})$/

/**
 * A day as people type it: `18/11/26`, `18.11.2026`, `18-11-2026`, `181126`, `18112026`, `2026-11-18`, `20261118`;
 * null for an empty field. A year of two digits is of this century up to the year after the range's last.
 * Errors: `typed.not-a-day`, `typed.no-such-day` (31/02), `typed.day-out-of-range` (`from`, `to`).
 */
export function readDay(typed: string, range: DayRange): Result<IsoDay | null> {
  const text = typed.trim()
  if (text === '') return ok(null)
  const parts = partsOf(text, range.to)
  if (parts === null) return err('typed.not-a-day')
  const day = dayOf(...parts)
  if (day === null && parts[0] >= 1000) return err('typed.no-such-day')
  if (day === null || day < range.from || day > range.to) {
    return err('typed.day-out-of-range', { from: writeDay(range.from), to: writeDay(range.to) })
  }
  return ok(day)
}

/** Year, month and day of what is typed. */
function partsOf(text: string, asOf: IsoDay): [number, number, number] | null {
  const [, year, isoMonth, isoDay, runMonth, runDay] = YEAR_FIRST.exec(text) ?? []
  if (year !== undefined) return [Number(year), Number(isoMonth ?? runMonth), Number(isoDay ?? runDay)]
  const [, day, , month, run, end] = DAY_FIRST.exec(text) ?? []
  return end === undefined ? null : [fullYear(end, asOf), Number(month ?? run), Number(day)]
}

/** Whether no further key can make it another day: `18/11/20` may be on its way to `18/11/2026`. */
export const isWholeDay = (typed: string): boolean => WHOLE.test(typed.trim())

/** `2026-11-18` → `18/11/2026`, as Belgium writes a day; empty for none. */
export const writeDay = (day: IsoDay | null): string => (day ?? '').split('-').reverse().join('/')

const TIME = /^\d{1,2}(?: ?[hu]|(?: ?[hu] ?|[:.])\d{2})$|^\d{3,4}$/i

/** Whether no further key can make it another: `9h3` may be on its way to `9h30`, `930` to `9300`. */
export const isWholeTime = (typed: string): boolean =>
  /^(?:\d{1,2} ?[hu:.] ?\d{2}|\d{4})$/i.test(typed.trim())

/**
 * A time of day as people type it, as `HH:mm`: `0930`, `930`, `9h30`, `9u30`, `9h`, `9:30`, `9.30`; null for an empty
 * field. Error: `typed.not-a-time`.
 */
export function readTime(typed: string): Result<string | null> {
  const text = typed.trim()
  if (text === '') return ok(null)
  const time = TIME.test(text) ? parseTime(text.replace('.', ':')) : null
  return time === null ? err('typed.not-a-time') : ok(time)
}

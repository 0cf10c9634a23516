import { Type, type Static } from 'typebox'

/** A calendar day, `yyyy-mm-dd`; sorts as text. */
export type IsoDay = string

const DAY_MS = 86_400_000

const ZERO = 48
/** Two digits of a day as a number; a listing has a million of them, and the parser of dates is slow. */
const twoDigits = (day: IsoDay, at: number): number =>
  (day.charCodeAt(at) - ZERO) * 10 + day.charCodeAt(at + 1) - ZERO

/** Days since 1970-01-01, so that days can be counted. */
export const dayNumber = (day: IsoDay): number =>
  Date.UTC(twoDigits(day, 0) * 100 + twoDigits(day, 2), twoDigits(day, 5) - 1, twoDigits(day, 8)) / DAY_MS

/** The day that stands `count` days after 1970-01-01. */
export const isoDay = (count: number): IsoDay => new Date(count * DAY_MS).toISOString().slice(0, 10)

/** The day of a year, month (1–12) and day of the month, or null when the calendar has none. */
export function dayOf(year: number, month: number, day: number): IsoDay | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null
  return `${year}-${inTwoDigits(month)}-${inTwoDigits(day)}`
}

const inTwoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return SHORT_MONTHS.has(month) ? 30 : 31
}

const SHORT_MONTHS: ReadonlySet<number> = new Set([4, 6, 9, 11])
const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** True for a day that exists, written `yyyy-mm-dd`. */
export function isIsoDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) !== null
}

/** The day `count` days later, earlier when negative. */
export const addDays = (day: IsoDay, count: number): IsoDay => isoDay(dayNumber(day) + count)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDay, to: IsoDay): number => dayNumber(to) - dayNumber(from)

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (day: IsoDay): number => (((dayNumber(day) + 4) % 7) + 7) % 7

export const isSunday = (day: IsoDay): boolean => weekday(day) === 0

/** Whole years of age reached on a day. */
export function ageOn(birthDate: IsoDay, day: IsoDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Easter Sunday of a year (Gregorian computus, Meeus). */
export function easterSunday(year: number): IsoDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const marchDay = epact + toSunday - 7 * late + 22
  return addDays(`${year}-03-01`, marchDay - 1)
}

/** What the calendar of an office adds to the legal holidays. */
export interface CalendarOptions {
  /** 8 May, a holiday of the Brussels public service (`docs/domain/workflow.md`). */
  readonly mayEighth?: boolean
}

/** The Belgian public holidays of a year; one on a weekend is not replaced (`docs/domain/workflow.md`, `docs/formulas.md`). */
export function publicHolidays(year: number, options: CalendarOptions = {}): IsoDay[] {
  const easter = easterSunday(year)
  const fixed = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25']
  if (options.mayEighth) fixed.push('05-08')
  const moving = [1, 39, 50].map((days) => addDays(easter, days))
  return [...fixed.map((day) => `${year}-${day}`), ...moving].sort()
}

export const isPublicHoliday = (day: IsoDay, options?: CalendarOptions): boolean =>
  publicHolidays(Number(day.slice(0, 4)), options).includes(day)

/** Monday to Friday and no public holiday. */
export const isWorkingDay = (day: IsoDay, options?: CalendarOptions): boolean =>
  weekday(day) % 6 !== 0 && !isPublicHoliday(day, options)

/** The day itself when it is a working day, otherwise the next one: rolls a deadline forward. */
export function rollToWorkingDay(day: IsoDay, options?: CalendarOptions): IsoDay {
  let at = day
  while (!isWorkingDay(at, options)) at = addDays(at, 1)
  return at
}

/** The day `count` working days later, earlier when negative; the start day never counts (`docs/formulas.md`). */
export function addWorkingDays(day: IsoDay, count: number, options?: CalendarOptions): IsoDay {
  if (count === 0) return rollToWorkingDay(day, options)
  let at = day
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, Math.sign(count))
    if (isWorkingDay(at, options)) left--
  }
  return at
}

/** Last day of retention: 31 December, five years after the year of the last payment (`docs/domain/workflow.md`). */
export const retentionEnd = (lastPayment: IsoDay, years = 5): IsoDay =>
  `${Number(lastPayment.slice(0, 4)) + years}-12-31`

/** A time limit: a parameter, never a constant of the program (`docs/domain/workflow.md`, `docs/formulas.md`). */
export const DeadlineRule = Type.Object({
  /** How many; before the start when negative. */
  count: Type.Integer({ minimum: -10_000, maximum: 10_000 }),
  unit: Type.Enum(['CALENDAR_DAY', 'WORKING_DAY', 'WEEK', 'MONTH']),
  /** Whether a last day without work rolls to the next working day. */
  roll: Type.Boolean(),
})
export type DeadlineRule = Static<typeof DeadlineRule>

/** The day so many months later; the last of the month where the day does not exist; '' beyond the year 9999. */
function addMonths(day: IsoDay, count: number): IsoDay {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  const last = Math.min(Number(day.slice(8)), daysInMonth(year, month))
  return dayOf(year, month, last) ?? ''
}

function endOf(start: IsoDay, { count, unit }: DeadlineRule, calendar?: CalendarOptions): IsoDay {
  switch (unit) {
    case 'CALENDAR_DAY':
      return addDays(start, count)
    case 'WORKING_DAY':
      return addWorkingDays(start, count, calendar)
    case 'WEEK':
      return addDays(start, count * 7)
    case 'MONTH':
      return addMonths(start, count)
  }
}

/**
 * The last day of a time limit: the start day never counts; a last day without work rolls forward when the rule says so
 * (`docs/domain/workflow.md`, `docs/formulas.md`).
 */
export function deadlineOf(start: IsoDay, rule: DeadlineRule, calendar?: CalendarOptions): IsoDay {
  const end = endOf(start, rule, calendar)
  if (!isIsoDay(end)) throw new RangeError('a deadline stays between the years 1000 and 9999')
  return rule.roll ? rollToWorkingDay(end, calendar) : end
}

import { dayOf, isoDay, type IsoDay } from '#domain/dates.ts'

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/
/** A moment of a workbook in a column of times. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T(\d{2}:\d{2})(?::\d{2})?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
/** Days and, behind the mark, the part of the day. */
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/
/** Serial number that spreadsheets give to 1970-01-01 (1900 system). */
const SERIAL_OF_1970 = 25_569

/**
 * Reads a day, also of a moment: `dd/mm/yyyy`, `d/m/yy`, `dd-mm-yyyy`, `dd.mm.yyyy`, ISO, `yyyymmdd`, a
 * spreadsheet's serial.
 * @param asOf day of extraction: a two-digit year up to the one after it is 20yy (`docs/domain/files.md`)
 */
export function parseDay(text: string, asOf: IsoDay): IsoDay | null {
  const serial = SERIAL.exec(text)?.[1]
  if (serial !== undefined) return isoDay(Number(serial) - SERIAL_OF_1970)
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return plausible(fullYear(dayFirst[3] ?? '', asOf), dayFirst[2], dayFirst[1])
  const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text)
  return yearFirst ? plausible(Number(yearFirst[1]), yearFirst[2], yearFirst[3]) : null
}

/** A year of two digits is of this century up to the year after `asOf`; one of four is itself. */
export function fullYear(year: string, asOf: IsoDay): number {
  if (year.length === 4) return Number(year)
  const recent = 2000 + Number(year)
  return recent <= Number(asOf.slice(0, 4)) + 1 ? recent : recent - 100
}

const plausible = (year: number, month = '', day = ''): IsoDay | null =>
  year >= 1900 && year <= 2199 ? dayOf(year, Number(month), Number(day)) : null

/** Reads a time of day as `HH:mm`: `9:00`, `09h00`, `9u30`, `0900`, a fraction of a day (`docs/domain/files.md`). */
export function parseTime(text: string): string | null {
  const fraction = /^0?[.,](\d+)$/.exec(text)
  if (fraction) return timeOf(Math.round(Number(`0.${fraction[1] ?? ''}`) * 1440))
  const match =
    /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(MOMENT.exec(text)?.[1] ?? text) ??
    /^(\d{1,2}) ?[hu] ?(\d{2})?$/i.exec(text) ??
    /^(\d{1,2})(\d{2})$/.exec(text)
  if (!match) return null
  const minutes = Number(match[2] ?? 0)
  return minutes > 59 ? null : timeOf(Number(match[1]) * 60 + minutes)
}

function timeOf(minutes: number): string | null {
  if (minutes >= 1440) return null
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Minutes since midnight of a stored time. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

import { isoDay } from '#domain/dates.ts'

/** What the number format of a cell makes of its number. */
export type NumberKind = 'NUMBER' | 'MOMENT' | 'DURATION'

const DAY_MS = 86_400_000
/** Serial that spreadsheets give to 1970-01-01: counted from 1900, and from 1904. */
const SERIAL_OF_1970 = { 1900: 25_569, 1904: 24_107 } as const
/** 31/12/9999, in days since 1970. */
const LAST_DAY = 2_932_896
const LAST_SECOND = 86_399
/** Spreadsheets count 29/02/1900, a day that never was. */
const NO_LEAP_DAY = 60

/** The first day that serials count from. */
export type Epoch = keyof typeof SERIAL_OF_1970

const two = (value: number): string => String(value).padStart(2, '0')

/** `HH:mm`, with seconds only where there are some. */
function clockText(seconds: number): string {
  const rest = seconds % 60
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  return rest === 0 ? clock : `${clock}:${two(rest)}`
}

/**
 * A serial in the format of a date or a time as text: `yyyy-mm-dd`, `yyyy-mm-ddTHH:mm[:ss]`, or `HH:mm[:ss]` of no day.
 * It is rounded to the second, but never into the next day.
 * @returns null when it is no moment that a spreadsheet shows
 */
export function momentText(serial: number, epoch: Epoch): string | null {
  if (!(serial >= 0)) return null
  const ms = Math.round(serial * DAY_MS)
  const seconds = Math.min(Math.round((ms % DAY_MS) / 1000), LAST_SECOND)
  if (serial < 1) return clockText(ms === DAY_MS ? LAST_SECOND : seconds)
  const days = Math.floor(ms / DAY_MS)
  const shift = epoch === 1900 && days < NO_LEAP_DAY ? 1 : 0
  const since1970 = days + shift - SERIAL_OF_1970[epoch]
  if (since1970 > LAST_DAY) return null
  const day = isoDay(since1970)
  return seconds === 0 ? day : `${day}T${clockText(seconds)}`
}

/** A part of days in the format `[h]:mm` as text: `36:30`, with seconds only where there are some. */
export function durationText(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * (DAY_MS / 1000))
  return `${serial < 0 ? '-' : ''}${clockText(seconds)}`
}

const ISO_MOMENT = /^(\d{4}-\d{2}-\d{2})?T?(?:(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?Z?$/

/** A moment of a strict workbook (`t="d"`, ISO 8601) in the same form; another text as it stands. */
export function isoMomentText(text: string): string {
  const [, day = '', clock = '', seconds = '00'] = ISO_MOMENT.exec(text) ?? []
  const time = seconds === '00' ? clock : `${clock}:${seconds}`
  if (day === '') return time === '' ? text : time
  return time === '' || time === '00:00' ? day : `${day}T${time}`
}

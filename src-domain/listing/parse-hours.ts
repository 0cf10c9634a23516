import { parseDecimal, type DecimalStyle } from '#domain/listing/parse-number.ts'

/** `36:30`, as a spreadsheet shows `[h]:mm`. */
const CLOCK = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/
/** `18h30`, `3u05`, `3 h 5 min`. */
const SPELLED = /^(\d{1,4}) ?(?:h|u|heures?|uur|uren|hours?)\.? ?(?:([0-5]\d)|([0-5]?\d) ?m(?:in)?\.?)$/i
const MINUTES = /^(\d{1,4}) ?(?:min|minutes?|minuten)\.?$/i
/** `3 h`, `7,5 uren`. */
const UNIT = /(?<=\d) ?(?:h|u|hrs?|heures?|uur|uren|hours?)\.?$/i

const withoutUnit = (text: string): string => text.replace(UNIT, '')

/** Numbers of hours without their unit. */
export function* withoutUnits(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield withoutUnit(text)
}

/** Reads hours and minutes (`36:30`, `18h30`, `45 min`) or a number of hours (`3 h`, `7,5`); a reason when it cannot. */
export function parseHours(text: string, style: DecimalStyle): ReturnType<typeof parseDecimal> {
  const [, hours, minutes, seconds = '0'] = CLOCK.exec(text) ?? []
  if (hours !== undefined) return Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600
  const [, spelled, twoDigits, short] = SPELLED.exec(text) ?? []
  if (spelled !== undefined) return Number(spelled) + Number(twoDigits ?? short) / 60
  const [, only] = MINUTES.exec(text) ?? []
  return only === undefined ? parseDecimal(withoutUnit(text), style) : Number(only) / 60
}

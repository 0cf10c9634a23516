import { addDays, dayNumber, isIsoDay, type IsoDay } from '#domain/dates.ts'

/** Days from `start` to `end`, both included; `end` null: for ever. */
export interface Span {
  readonly start: IsoDay
  readonly end: IsoDay | null
}

const FOR_EVER = '9999-12-31'
const endOf = ({ end }: Span): IsoDay => end ?? FOR_EVER

/** True for days that exist, the end not before the start. */
export const isSpan = (span: Span): boolean =>
  isIsoDay(span.start) && isIsoDay(endOf(span)) && span.start <= endOf(span)

/** The days two spans have in common; null when there are none. */
export function common(a: Span, b: Span): Span | null {
  const start = a.start > b.start ? a.start : b.start
  const end = endOf(a) < endOf(b) ? endOf(a) : endOf(b)
  return start <= end ? { start, end } : null
}

/** Number of days of a span, both ends included (`docs/formulas.md`). */
export const daysOf = (span: Span | null): number =>
  span ? dayNumber(endOf(span)) - dayNumber(span.start) + 1 : 0

/** Days of a span that at least one of the others covers: a day counts once. */
export function coveredDays(span: Span | null, others: readonly Span[]): number {
  if (!span) return 0
  const inside = others.flatMap((other) => common(span, other) ?? [])
  let days = 0
  let from = span.start
  for (const one of inside.sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const rest = common(one, { start: from, end: null })
    days += daysOf(rest)
    if (rest) from = addDays(endOf(rest), 1)
  }
  return days
}

/** A calendar year, as a span. */
export const yearSpan = (year: number): Span => ({ start: `${year}-01-01`, end: `${year}-12-31` })

/** The calendar years a span touches. */
export function yearsOf(span: Span): number[] {
  const first = Number(span.start.slice(0, 4))
  const last = Number(endOf(span).slice(0, 4))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

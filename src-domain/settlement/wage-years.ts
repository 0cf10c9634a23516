import { addDays, type IsoDay } from '#domain/dates.ts'
import { Exact } from '#domain/exact.ts'
import { ok, type Result } from '#domain/result.ts'
import type { DatedValues } from '#domain/settlement/dated-values.ts'
import { common, daysOf, yearSpan, type Span } from '#domain/settlement/day-spans.ts'

interface Dated {
  readonly validFrom: IsoDay
}
/** Cents per FTE and year of a role, days of absence a year that lower nothing, and FTE agreed, each from a day on. */
export interface WageTerms {
  readonly lumpSums: DatedValues<Dated & { readonly amount: number }>
  readonly tolerances: DatedValues<Dated & { readonly absenceToleranceDays: number }>
  readonly agreed: DatedValues<Dated & { readonly agreedFte: number }>
}

/** What the days of a worker are counted from. */
interface Worker {
  readonly role: string
  readonly contract: Span
  readonly action: Span
  readonly absences?: readonly Span[]
}

/** Days of a worker in one calendar year at one lump sum. */
export interface WagePart {
  readonly year: number
  readonly lumpSum: number
  readonly daysInYear: number
  /** Days on the action, of those under contract, of those present beyond the tolerance. */
  onAction: number
  underContract: number
  present: number
}

/** Days of absence that a worker had in each calendar year: contracts that follow each other share the tolerance. */
export type AbsentDays = Map<number, number>

const isWithin = (day: IsoDay, { start, end }: Span): boolean => day >= start && (end === null || day <= end)

const daysInYear = (year: number): number => daysOf(yearSpan(year))

/**
 * Counts the days of a worker in a period, each at the lump sum and the tolerance in force on it: a role, a scale or a
 * contract may begin on any day. The first days of absence of a calendar year are tolerated.
 * @param absent counted on, for the next contract of the same worker
 * @returns error `settlement.parameter-missing`
 */
export function countDays(
  worker: Worker,
  period: Span,
  { lumpSums, tolerances }: Pick<WageTerms, 'lumpSums' | 'tolerances'>,
  absent: AbsentDays,
): Result<WagePart[]> {
  const parts = new Map<string, WagePart>()
  const span = common(worker.action, period)
  for (let day = span?.start ?? '', left = daysOf(span); left > 0; day = addDays(day, 1), left--) {
    const lumpSum = lumpSums.on(worker.role, day)
    if (!lumpSum.ok) return lumpSum
    const year = Number(day.slice(0, 4))
    const { amount, validFrom } = lumpSum.value
    const key = `${year} ${validFrom}`
    const none = { onAction: 0, underContract: 0, present: 0 }
    const part = parts.get(key) ?? { year, lumpSum: amount, daysInYear: daysInYear(year), ...none }
    parts.set(key, part)
    part.onAction++
    if (!isWithin(day, worker.contract)) continue
    part.underContract++
    const isLost = worker.absences?.some((absence) => isWithin(day, absence)) ?? false
    const tolerated = isLost ? isTolerated(day, tolerances, absent) : ok(true)
    if (!tolerated.ok) return tolerated
    if (tolerated.value) part.present++
  }
  return ok([...parts.values()])
}

/** Counts one more day of absence of its year: tolerated while there are no more than the tolerance of that day. */
function isTolerated(day: IsoDay, tolerances: WageTerms['tolerances'], absent: AbsentDays): Result<boolean> {
  const tolerance = tolerances.on('', day)
  if (!tolerance.ok) return tolerance
  const year = Number(day.slice(0, 4))
  const days = (absent.get(year) ?? 0) + 1
  absent.set(year, days)
  return ok(days <= tolerance.value.absenceToleranceDays)
}

/**
 * The part of the days present that is left when absences are told by number, without their dates: those beyond what the
 * tolerance of the calendar years still allows, in proportion to the days present.
 * @param absent counted on, for the next contract of the same worker
 * @returns error `settlement.parameter-missing`
 */
export function undatedPresence(
  absenceDays: number,
  parts: readonly WagePart[],
  period: Span,
  tolerances: WageTerms['tolerances'],
  absent: AbsentDays,
): Result<Exact> {
  const present = parts.reduce((sum, part) => sum + part.present, 0)
  let allowed = 0
  for (const year of new Set(parts.map((part) => part.year))) {
    const tolerance = tolerances.on('', common(yearSpan(year), period)?.start ?? period.start)
    if (!tolerance.ok) return tolerance
    allowed += Math.max(0, tolerance.value.absenceToleranceDays - (absent.get(year) ?? 0))
  }
  const before = absent.get(UNDATED) ?? 0
  absent.set(UNDATED, before + absenceDays)
  const lost = Exact.of(absenceDays)
    .minus(Exact.of(Math.max(0, allowed - before)))
    .atLeast(Exact.zero)
  if (present === 0) return ok(Exact.of(1))
  return ok(
    Exact.of(1)
      .minus(lost.over(Exact.of(present)))
      .atLeast(Exact.zero),
  )
}
/** No year: where days of absence without a date are counted. */
const UNDATED = 0

/** Σ of the agreed FTE over the days of each calendar year of a period. */
export function agreedDays(period: Span, agreed: WageTerms['agreed']): Result<Map<number, Exact>> {
  const counts = new Map<number, Map<number, number>>()
  for (let day = period.start, left = daysOf(period); left > 0; day = addDays(day, 1), left--) {
    const found = agreed.on('', day)
    if (!found.ok) return found
    const year = Number(day.slice(0, 4))
    const ofYear = counts.get(year) ?? new Map<number, number>()
    const { agreedFte } = found.value
    counts.set(year, ofYear.set(agreedFte, (ofYear.get(agreedFte) ?? 0) + 1))
  }
  const sumOf = (ofYear: ReadonlyMap<number, number>): Exact =>
    Exact.sum([...ofYear].map(([fte, days]) => Exact.of(fte).times(Exact.of(days))))
  return ok(new Map([...counts].map(([year, ofYear]) => [year, sumOf(ofYear)])))
}

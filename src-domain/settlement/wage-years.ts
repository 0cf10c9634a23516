import { addDays, type IsoDay } from '#domain/dates.ts'
import { multiplyExactly } from '#domain/money.ts'
import { ok, type Result } from '#domain/result.ts'
import { common, coveredDays, daysOf, yearSpan, yearsOf, type Span } from '#domain/settlement/day-spans.ts'

/** FTE·days of a worker in a calendar year, in millionths, each stage stricter than the one before. */
export interface WageStages {
  readonly claimed: number
  readonly contracted: number
  readonly unfunded: number
  readonly present: number
}

/** A calendar year of the eligible period, and what a worker did in it. */
export interface WageYear extends WageStages {
  readonly row: string
  readonly year: number
  readonly span: Span
  readonly daysInYear: number
}

/** The calendar years of a period with the days inside it; each year has its own 365 or 366 (`domain.md` §E.0). */
export const eligibleYears = (period: Span): { year: number; span: Span; daysInYear: number }[] =>
  yearsOf(period).flatMap((year) => {
    const span = common(yearSpan(year), period)
    return span ? [{ year, span, daysInYear: daysOf(yearSpan(year)) }] : []
  })

/** What the stages read of a worker. */
interface Worker {
  readonly claimedFte: number
  readonly contractFte: number
  readonly fundedElsewhereFte?: number
  readonly contract: Span
  readonly action: Span
  readonly absences?: readonly Span[]
}

const micro = (fte: number): number => Math.round(Math.max(0, fte) * 1_000_000)

/**
 * FTE·days of a worker in one year: as claimed, under contract, not funded elsewhere, present beyond the tolerance
 * (`domain.md` §E.5).
 */
export function fteStages(worker: Worker, year: Span, toleranceDays: number): WageStages {
  const { claimedFte, contractFte, fundedElsewhereFte = 0, absences = [] } = worker
  const onAction = common(worker.action, year)
  const underContract = onAction && common(onAction, worker.contract)
  const days = daysOf(underContract)
  const absent = Math.max(0, coveredDays(underContract, absences) - toleranceDays)
  const unfunded = micro(Math.min(claimedFte, contractFte - fundedElsewhereFte))
  return {
    claimed: micro(claimedFte) * daysOf(onAction),
    contracted: micro(Math.min(claimedFte, contractFte)) * days,
    unfunded: unfunded * days,
    present: unfunded * Math.max(0, days - absent),
  }
}

/** Σ of the agreed FTE over the days of a span, in millionths. */
function agreedDays(span: Span, agreedOn: (day: IsoDay) => Result<{ agreedFte: number }>): Result<number> {
  let sum = 0
  for (let day = span.start, left = daysOf(span); left > 0; day = addDays(day, 1), left--) {
    const agreed = agreedOn(day)
    if (!agreed.ok) return agreed
    sum += micro(agreed.value.agreedFte)
  }
  return ok(sum)
}

/**
 * FTE above the agreed total is cut proportionally over the lines of a calendar year, the last line takes the remainder
 * (`domain.md` §E.0). FTE are compared over the days they were worked, so that a worker who replaces another is not
 * counted beside the one replaced.
 * @returns FTE·days in millionths, by `row year`
 */
export function cutToAgreed(
  workers: readonly WageYear[],
  agreedOn: (day: IsoDay) => Result<{ agreedFte: number }>,
): Result<ReadonlyMap<string, number>> {
  const cut = new Map<string, number>()
  const years = new Map(workers.map(({ year, span }) => [year, span]))
  for (const [year, span] of years) {
    const lines = workers.filter((worker) => worker.year === year && worker.present > 0)
    const total = lines.reduce((sum, { present }) => sum + present, 0)
    const agreed = agreedDays(span, agreedOn)
    if (!agreed.ok) return agreed
    let left = agreed.value
    lines.forEach(({ row, present }, at) => {
      const share = at < lines.length - 1 ? multiplyExactly([present, agreed.value], total) : left
      const kept = total > agreed.value ? share : present
      cut.set(`${row} ${year}`, kept)
      left -= kept
    })
  }
  return ok(cut)
}

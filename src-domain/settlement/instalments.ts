import { deadlineOf, type DeadlineRule, type IsoDay } from '#domain/dates.ts'
import { Exact } from '#domain/exact.ts'
import { multiplyExactly } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Advance } from '#domain/settlement/settlement.ts'

/** What an instalment waits for. */
export type InstalmentEvent = 'COMMITMENT' | 'REPORT_PROCESSED' | 'DOCUMENTS_ACCEPTED' | 'APPROVAL'

/** A part of the grant and when it is due. */
export interface InstalmentTerm {
  readonly percentage: number
  readonly event: InstalmentEvent
  /** Time for payment after the event; null when none is fixed. */
  readonly within: DeadlineRule | null
}

/** Terms that Belgian subsidies really use (`docs/formulas.md`). */
export interface InstalmentPreset {
  readonly terms: readonly InstalmentTerm[]
  /** Up to this amount (cents) everything is paid at once; 0: never. */
  readonly atOnceUpTo: number
  /** Time for the justification after the end; null when none is fixed. */
  readonly justification: DeadlineRule | null
}

const FOUR_WEEKS: DeadlineRule = { count: 4, unit: 'WEEK', roll: false }

/** The presets offered; a convention’s own instalments go before them. */
export const INSTALMENT_PRESETS = {
  /** FWB 2025: 85 % at commitment, the balance after acceptance; up to € 6,000 at once. */
  '85_15': {
    terms: [
      { percentage: 85, event: 'COMMITMENT', within: FOUR_WEEKS },
      { percentage: 15, event: 'DOCUMENTS_ACCEPTED', within: FOUR_WEEKS },
    ],
    atOnceUpTo: 600_000,
    justification: { count: 3, unit: 'MONTH', roll: false },
  },
  /** COCOM 2006: two halves, the second on report, claim and justifications. */
  '50_50': {
    terms: [
      { percentage: 50, event: 'COMMITMENT', within: null },
      { percentage: 50, event: 'DOCUMENTS_ACCEPTED', within: null },
    ],
    atOnceUpTo: 0,
    justification: null,
  },
  /** ESF: 70 % at approval, the next only after the report before it is processed. */
  '70_30': {
    terms: [
      { percentage: 70, event: 'APPROVAL', within: null },
      { percentage: 30, event: 'REPORT_PROCESSED', within: null },
    ],
    atOnceUpTo: 0,
    justification: null,
  },
} as const satisfies Record<string, InstalmentPreset>

/** An instalment in cents. */
export interface PlannedInstalment extends InstalmentTerm {
  readonly no: number
  readonly amount: number
}

const WHOLE = Exact.of(100)

/**
 * Splits a grant into instalments: each rounded half up, the last takes the remainder.
 * @param grant whole cents
 * @returns error `settlement.instalments-wrong` when the parts are not 100 %
 */
export function planInstalments(grant: number, preset: InstalmentPreset): Result<PlannedInstalment[]> {
  const { terms, atOnceUpTo } = preset
  const [first] = terms
  const total = Exact.sum(terms.map(({ percentage }) => Exact.of(percentage)))
  if (!first || total.isAbove(WHOLE) || WHOLE.isAbove(total))
    return err('settlement.instalments-wrong', { percentage: total.toNumber() })
  if (grant <= atOnceUpTo) return ok([{ ...first, percentage: 100, no: 1, amount: grant }])
  let left = grant
  return ok(
    terms.map((term, at) => {
      const amount = at === terms.length - 1 ? left : multiplyExactly([grant, term.percentage], 100)
      left -= amount
      return { ...term, no: at + 1, amount }
    }),
  )
}

/** The next instalment to be paid after the advances made; null when all are. */
export const nextInstalment = (
  plan: readonly PlannedInstalment[],
  advances: readonly Advance[],
): PlannedInstalment | null => plan[advances.length] ?? null

/** The last day to pay an instalment whose event happened; null when no time is fixed. */
export const payableUntil = ({ within }: InstalmentTerm, eventOn: IsoDay): IsoDay | null =>
  within && deadlineOf(eventOn, within)

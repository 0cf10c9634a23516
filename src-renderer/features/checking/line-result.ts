import type { LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'

/** What the inspector found on a line, as it is shown and chosen. */
export const RESULTS = ['ACCEPTED', 'REFUSED', 'OTHER', 'UNAVAILABLE'] as const
export type LineResultName = (typeof RESULTS)[number]
/** Where a line stands. */
export type LineState = LineResultName | 'UNCHECKED' | 'REPLACED'

type Unit = Pick<SampleUnit, 'amount' | 'part' | 'unavailable'>
type Found = Pick<LineCheck, 'found' | 'accepted' | 'wrong'>

/** Where a line stands; a line that could not be shown counts as checked, and a result found later takes over. */
export function stateOf({ amount, part, unavailable }: Unit, check: Found | undefined): LineState {
  if (part === 'REPLACED') return 'REPLACED'
  if (check === undefined || check.accepted === null) return unavailable ? 'UNAVAILABLE' : 'UNCHECKED'
  const { found, accepted, wrong } = check
  if (accepted === amount && found === amount && !wrong) return 'ACCEPTED'
  return accepted === 0 && (amount > 0 || wrong) ? 'REFUSED' : 'OTHER'
}

/** Whether a line is in error: less accepted than declared, or wrong without an amount in it. */
export const isWrong = (unit: Unit, check: Found | undefined): boolean =>
  unit.part !== 'REPLACED' &&
  (check === undefined || check.accepted === null
    ? unit.unavailable
    : check.accepted < unit.amount || check.wrong)

/** What an error still lacks before the sample can be evaluated. */
export type ErrorLack = 'cause' | 'justification'

/** A wrong line says where its error comes from; an isolated one also why it can’t recur (`observe-lines.ts`). */
export function lackOf(unit: Unit, check: LineCheck | undefined): ErrorLack | null {
  if (check === undefined || check.accepted === null || !isWrong(unit, check)) return null
  if (check.cause.trim() === '' || check.nature === null) return 'cause'
  return check.nature === 'ANOMALOUS' && check.justification.trim() === '' ? 'justification' : null
}

type Outcome = Pick<LineCheck, 'found' | 'accepted' | 'wrong'>

/** The whole declared amount stands. */
export const acceptedAsDeclared = ({ amount }: Unit): Outcome => ({
  found: amount,
  accepted: amount,
  wrong: false,
})

/** Nothing of it stands; a line without an amount is then wrong in itself. */
export const refusedWhole = ({ amount }: Unit): Outcome => ({ found: 0, accepted: 0, wrong: amount === 0 })

/** What the documents show: never more than was declared is accepted. Null takes the result back. */
export const foundAmount = ({ amount }: Unit, found: number | null): Pick<Outcome, 'found' | 'accepted'> => ({
  found,
  accepted: found === null ? null : Math.min(found, amount),
})

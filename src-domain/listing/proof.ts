import { parametersOn } from '#domain/convention/parameters.ts'
import type { Convention } from '#domain/convention/convention.ts'
import { daysBetween } from '#domain/dates.ts'
import type { Fields } from '#domain/listing/columns.ts'
import { minutesOf } from '#domain/listing/parse-date-time.ts'

type Participation = Fields<'participants'>
type Attendance = Fields<'attendance'>

/** The exits that count as a solution (`docs/domain/words.md`). */
const POSITIVE_OUTCOMES: ReadonlySet<string> = new Set([
  'EMPLOI',
  'STAGE',
  'FORMATION',
  'VALIDATION',
  'ETUDES',
])

/** True for an exit towards work, training or studies. */
export const isPositiveExit = ({ exitOutcome }: Pick<Participation, 'exitOutcome'>): boolean =>
  exitOutcome !== null && POSITIVE_OUTCOMES.has(exitOutcome)

/** True for a positive exit that names its proof. */
export const isProvenExit = (row: Pick<Participation, 'exitOutcome' | 'exitProof'>): boolean =>
  isPositiveExit(row) && row.exitProof !== null

/** Days from the exit to its proof when they lie outside the window of the convention; null otherwise. */
export function daysOutsideWindow(
  { exitDate, exitProofDate }: Pick<Participation, 'exitDate' | 'exitProofDate'>,
  convention: Pick<Convention, 'parameters'>,
): { days: number; window: number } | null {
  if (exitDate === null || exitProofDate === null) return null
  const window = parametersOn(convention, exitDate).exitProofWindowDays
  const days = daysBetween(exitDate, exitProofDate)
  return days < 0 || days > window ? { days, window } : null
}

/** True when the sheet bears both signatures, which makes it proof (`docs/domain/columns.md`). */
export const isSigned = (row: Pick<Attendance, 'participantSignature' | 'trainerSignature'>): boolean =>
  row.participantSignature === true && row.trainerSignature === true

/** Hours of an attendance: those of the activity, fewer for who came late or left early. */
export function attendedHours(row: Pick<Attendance, 'arrival' | 'departure'>, activityHours: number): number {
  if (row.arrival === null || row.departure === null) return activityHours
  return Math.min(activityHours, Math.max(0, minutesOf(row.departure) - minutesOf(row.arrival)) / 60)
}

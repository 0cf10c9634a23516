import { addDays, rollToWorkingDay } from '#domain/dates.ts'
import { LARGE_AGREEMENT, type SampleConvention } from '#scripts/sample/conventions.ts'
import { ACCOUNTS } from '#scripts/sample/people-of-the-office.ts'

/** An inspection as planned by the office; the fields of `inspections.json`. */
export interface PlannedInspection {
  readonly id: string
  readonly reference: string
  readonly agreementNo: string
  readonly inspectorEmail: string
  readonly plannedDate: string
}

/** Conventions that the first inspector always has: a small one, a Dutch one, the large one. */
const FOR_THE_FIRST = ['ARAE-2025-014', 'APS-2025-007', LARGE_AGREEMENT]
const PER_INSPECTOR = 9
const FIRST_DAY = '2026-11-23'

function initials(name: string): string {
  return name
    .split(/[\s-]/)
    .map((part) => part.charAt(0))
    .join('')
}

/** Nine inspections for each inspector, spread over the coming weeks. */
export function planInspections(samples: readonly SampleConvention[]): PlannedInspection[] {
  const rest = samples
    .map(({ convention }) => convention)
    .filter(({ agreementNo }) => !FOR_THE_FIRST.includes(agreementNo))
  const known = samples.map(({ convention }) => convention)
  const first = FOR_THE_FIRST.flatMap((no) => known.filter(({ agreementNo }) => agreementNo === no))
  const order = [...first, ...rest.filter((_, at) => at % 6 === 0)]
  const inspectors = ACCOUNTS.filter(({ role }) => role === 'INSPECTOR')
  return order.slice(0, inspectors.length * PER_INSPECTOR).map((convention, at) => {
    const inspector = inspectors[Math.floor(at / PER_INSPECTOR)]
    if (!inspector) throw new RangeError('no inspector')
    const no = String(at + 1).padStart(4, '0')
    return {
      id: `01890000-0000-7000-9000-${no.padStart(12, '0')}`,
      reference: `RI/${convention.measureCode}/${convention.agreementNo}/2026-${no}/${initials(inspector.displayName)}`,
      agreementNo: convention.agreementNo,
      inspectorEmail: inspector.email,
      plannedDate: rollToWorkingDay(addDays(FIRST_DAY, (at % PER_INSPECTOR) * 2)),
    }
  })
}

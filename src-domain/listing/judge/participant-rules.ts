import { parametersOn } from '#domain/convention/parameters.ts'
import { ageOn, daysBetween, type IsoDay } from '#domain/dates.ts'
import { parseNiss, type Niss } from '#domain/identifiers/niss.ts'
import type { Fields } from '#domain/listing/columns.ts'
import type { Crossings } from '#domain/listing/judge/crossings.ts'
import { domicileChecks } from '#domain/listing/judge/domicile-rules.ts'
import { phaseCheck, phaseGate } from '#domain/listing/judge/phase-rules.ts'
import {
  otherAgreement,
  printDay,
  printHours,
  when,
  type Check,
  type Gate,
} from '#domain/listing/judge/rule.ts'
import { daysOutsideWindow, isPositiveExit, isProvenExit } from '#domain/listing/proof.ts'

type Participation = Fields<'participants'>
type ParticipationCheck = Check<'participants'>

/** Weekly hours of training above which a jobseeker is not available (`docs/domain/columns.md`). */
const MAX_TRAINING_HOURS = 20

/** What a stored NISS tells; a BIS number tells nothing sure. It was checked when read, so any day of the century does. */
function nissOf({ niss }: Participation): Niss | null {
  const told = niss === null ? null : parseNiss(niss, '2099-12-31')
  return told === null || typeof told === 'string' || told.kind === 'BIS' ? null : told
}

/** The first activity, once attendance tells it; the entry until then. */
const startOf = ({ participationId, entryDate }: Participation, { attended }: Crossings): IsoDay =>
  attended.get(participationId)?.firstDay ?? entryDate

/** What rejects a participation: `docs/domain/columns.md`. */
export const participantGates: readonly Gate<'participants'>[] = [
  { code: 'row-agreement', point: 'EXC-2', severity: 'E', columns: ['agreementNo'], breach: otherAgreement },
  phaseGate,
]

const personChecks: readonly ParticipationCheck[] = [
  {
    code: 'part-niss-birth-date',
    point: 'EXC-2',
    severity: 'W',
    columns: ['niss', 'birthDate'],
    breach: (row) => {
      const told = nissOf(row)?.birthDate ?? null
      return when(told !== null && row.birthDate !== null && told !== row.birthDate)
    },
  },
  {
    code: 'part-niss-sex',
    point: 'EXC-2',
    severity: 'W',
    columns: ['niss', 'sex'],
    breach: (row) => {
      const told = nissOf(row)?.sex ?? null
      return when(told !== null && row.sex !== null && row.sex !== 'X' && told !== row.sex)
    },
  },
  {
    code: 'part-same-person',
    point: 'FIN-6',
    severity: 'F',
    columns: ['niss', 'entryDate', 'exitDate'],
    breach: (row, { samePerson }) => {
      const other = samePerson.get(row)
      return other ? { other: other.participationId } : null
    },
  },
  {
    code: 'part-too-young',
    point: 'TGT-3',
    severity: 'F',
    columns: ['birthDate', 'entryDate'],
    breach: ({ birthDate, entryDate }, { convention }) => {
      const min = parametersOn(convention, entryDate).minAge
      if (birthDate === null || min === null) return null
      const age = ageOn(birthDate, entryDate)
      return when(age < min, () => ({ age, min }))
    },
  },
  {
    code: 'part-too-old',
    point: 'TGT-3',
    severity: 'F',
    columns: ['birthDate', 'entryDate'],
    breach: ({ birthDate, entryDate }, { convention }) => {
      const max = parametersOn(convention, entryDate).maxAge
      if (birthDate === null || max === null) return null
      const age = ageOn(birthDate, entryDate)
      return when(age > max, () => ({ age, max }))
    },
  },
]

const statusChecks: readonly ParticipationCheck[] = [
  {
    code: 'part-not-unemployed',
    point: 'TGT-1',
    severity: 'F',
    columns: ['registrationStatusAtEntry'],
    breach: ({ registrationStatusAtEntry: status }) => when(status !== 'CEI', () => ({ status })),
  },
  {
    code: 'part-registered-late',
    point: 'TGT-1',
    severity: 'F',
    columns: ['registrationDate', 'entryDate'],
    breach: ({ registrationDate, entryDate }) =>
      registrationDate === null
        ? null
        : when(registrationDate > entryDate, () => ({
            registered: printDay(registrationDate),
            entry: printDay(entryDate),
          })),
  },
  {
    code: 'part-working',
    point: 'TGT-4',
    severity: 'F',
    columns: ['workingAtEntry'],
    breach: ({ workingAtEntry }) => when(workingAtEntry === true),
  },
  {
    code: 'part-in-training',
    point: 'TGT-4',
    severity: 'F',
    columns: ['trainingHoursPerWeek'],
    breach: ({ trainingHoursPerWeek: hours }) =>
      hours === null
        ? null
        : when(hours > MAX_TRAINING_HOURS, () => ({ hours: printHours(hours), max: MAX_TRAINING_HOURS })),
  },
]

const periodChecks: readonly ParticipationCheck[] = [
  {
    code: 'part-outside-convention',
    point: 'DUR-2',
    severity: 'F',
    columns: ['entryDate'],
    breach: ({ entryDate }, { convention: { startDate, endDate } }) =>
      when(entryDate < startDate || entryDate > endDate, () => ({
        date: printDay(entryDate),
        start: printDay(startDate),
        end: printDay(endDate),
      })),
  },
  {
    code: 'part-agreement-missing',
    point: 'ACT-1',
    severity: 'F',
    columns: ['agreementSignedDate'],
    needs: ['agreementSignedDate'],
    breach: ({ agreementSignedDate }) => when(agreementSignedDate === null),
  },
  {
    code: 'part-agreement-late',
    point: 'ACT-1',
    severity: 'F',
    columns: ['agreementSignedDate', 'entryDate'],
    breach: (row, known) => {
      const signed = row.agreementSignedDate
      if (signed === null) return null
      const start = startOf(row, known)
      const days = daysBetween(start, signed)
      const late = days > parametersOn(known.convention, row.entryDate).signatureToleranceDays
      return when(late, () => ({ signed: printDay(signed), start: printDay(start), days }))
    },
  },
  {
    code: 'part-hours-mismatch',
    point: 'ACT-2',
    severity: 'F',
    columns: ['hoursDelivered'],
    against: 'attendance',
    breach: (row, { convention, rows, attended }) => {
      if (!rows.attendance) return null
      const signed = attended.get(row.participationId)?.signedHours ?? 0
      const { hoursTolerance } = parametersOn(convention, row.entryDate)
      const differs = Math.abs(row.hoursDelivered - signed) > hoursTolerance + 1e-9
      return when(differs, () => ({ declared: printHours(row.hoursDelivered), signed: printHours(signed) }))
    },
  },
  {
    code: 'part-counsellor-unknown',
    point: 'ACT-6',
    severity: 'W',
    columns: ['counsellorId'],
    against: 'counsellors',
    breach: ({ counsellorId: counsellor }, { rows }) =>
      counsellor === null
        ? null
        : when(rows.counsellors !== undefined && !rows.counsellors.has(counsellor), () => ({ counsellor })),
  },
]

const exitChecks: readonly ParticipationCheck[] = [
  {
    code: 'part-exit-before-entry',
    point: 'IND-2',
    severity: 'F',
    columns: ['entryDate', 'exitDate'],
    breach: ({ entryDate, exitDate }) =>
      exitDate === null
        ? null
        : when(exitDate < entryDate, () => ({ exit: printDay(exitDate), entry: printDay(entryDate) })),
  },
  {
    code: 'part-exit-unproven',
    point: 'IND-2',
    severity: 'F',
    columns: ['exitOutcome', 'exitProof'],
    needs: ['exitProof'],
    breach: (row) =>
      when(isPositiveExit(row) && row.exitProof === null, () => ({ outcome: row.exitOutcome ?? '' })),
  },
  {
    code: 'part-exit-undated',
    point: 'IND-2',
    severity: 'F',
    columns: ['exitDate', 'exitProofDate'],
    needs: ['exitDate', 'exitProofDate'],
    breach: (row) =>
      when(isProvenExit(row) && (row.exitDate === null || row.exitProofDate === null), () => ({
        outcome: row.exitOutcome ?? '',
      })),
  },
  {
    code: 'part-exit-proof-outside-window',
    point: 'IND-2',
    severity: 'F',
    columns: ['exitDate', 'exitProofDate'],
    breach: (row, { convention }) => {
      const outside = isProvenExit(row) ? daysOutsideWindow(row, convention) : null
      return when(outside !== null, () => ({ ...outside }))
    },
  },
]

/** What is suspicious in a participation: `docs/domain/columns.md`. */
export const participantChecks: readonly ParticipationCheck[] = [
  ...personChecks,
  ...domicileChecks,
  ...statusChecks,
  ...periodChecks,
  phaseCheck,
  ...exitChecks,
]

import { parametersOn } from '#domain/convention/parameters.ts'
import { isSunday } from '#domain/dates.ts'
import type { Fields } from '#domain/listing/columns.ts'
import type { Register } from '#domain/listing/judge/register.ts'
import {
  otherAgreement,
  printDay,
  printHours,
  when,
  type Check,
  type Gate,
} from '#domain/listing/judge/rule.ts'
import { minutesOf } from '#domain/listing/parse-date-time.ts'

type Activity = Fields<'activities'>
type ActivityCheck = Check<'activities'>

/** Hours above which one activity is a long one. */
const LONG_HOURS = 8

/** Kinds of reference that an activity can be of; a site, a phase or an exit is none (`docs/domain/columns.md`). */
const HELD_KINDS: ReadonlySet<string> = new Set(['ACTION', 'MODULE', 'PRODUCT'])

const computedHours = (row: Activity): number =>
  (minutesOf(row.endTime) - minutesOf(row.startTime) - (row.breakMinutes ?? 0)) / 60

const groupSize = (row: Activity): number | null =>
  row.type === 'COLLECTIF' ? (row.present ?? row.registered) : null

/** A site is known by the convention or, failing that, by the technical references. */
const isKnownSite = (code: string, { siteCodes, rows }: Register): boolean =>
  siteCodes.has(code) || rows.references?.get(code)?.kind === 'SITE'

/** What rejects an activity: `docs/domain/columns.md`. */
export const activityGates: readonly Gate<'activities'>[] = [
  { code: 'row-agreement', point: 'EXC-2', severity: 'E', columns: ['agreementNo'], breach: otherAgreement },
  {
    code: 'act-reference-unknown',
    point: 'ACT-3',
    severity: 'E',
    columns: ['technicalRef'],
    against: 'references',
    breach: ({ technicalRef: code }, { rows }) =>
      when(rows.references !== undefined && !rows.references.has(code), () => ({ code })),
  },
  {
    code: 'act-reference-not-valid',
    point: 'ACT-3',
    severity: 'E',
    columns: ['technicalRef', 'date'],
    against: 'references',
    breach: ({ technicalRef: code, date }, { rows }) => {
      const reference = rows.references?.get(code)
      if (!reference) return null
      const valid = reference.validFrom <= date && date <= (reference.validTo ?? '9999')
      return when(!valid, () => ({ code, date: printDay(date) }))
    },
  },
  {
    code: 'act-counsellor-unknown',
    point: 'ACT-6',
    severity: 'E',
    columns: ['counsellorId'],
    against: 'counsellors',
    breach: ({ counsellorId: counsellor }, { rows }) =>
      when(rows.counsellors !== undefined && !rows.counsellors.has(counsellor), () => ({ counsellor })),
  },
]

const whenChecks: readonly ActivityCheck[] = [
  {
    code: 'act-outside-convention',
    point: 'DUR-2',
    severity: 'F',
    columns: ['date'],
    breach: ({ date }, { convention: { startDate, endDate } }) =>
      when(date < startDate || date > endDate, () => ({
        date: printDay(date),
        start: printDay(startDate),
        end: printDay(endDate),
      })),
  },
  {
    code: 'act-sunday',
    point: 'ACT-3',
    severity: 'F',
    columns: ['date'],
    breach: ({ date, exceptionReason }) =>
      when(exceptionReason === null && isSunday(date), () => ({ date: printDay(date) })),
  },
  {
    code: 'act-public-holiday',
    point: 'ACT-3',
    severity: 'F',
    columns: ['date'],
    breach: ({ date, exceptionReason }, { isHoliday }) =>
      when(exceptionReason === null && isHoliday(date), () => ({ date: printDay(date) })),
  },
  {
    code: 'act-end-before-start',
    point: 'ACT-3',
    severity: 'F',
    columns: ['startTime', 'endTime'],
    breach: ({ startTime: start, endTime: end }) => when(end <= start, () => ({ start, end })),
  },
  {
    code: 'act-hours-mismatch',
    point: 'FIN-3',
    severity: 'F',
    columns: ['hours', 'startTime', 'endTime', 'breakMinutes'],
    breach: (row, { convention }) => {
      if (row.endTime <= row.startTime) return null
      const computed = computedHours(row)
      const differs =
        Math.abs(row.hours - computed) > parametersOn(convention, row.date).hoursTolerance + 1e-9
      return when(differs, () => ({ hours: printHours(row.hours), computed: printHours(computed) }))
    },
  },
  {
    code: 'act-long',
    point: 'ACT-3',
    severity: 'W',
    columns: ['hours'],
    breach: ({ hours }) => when(hours > LONG_HOURS, () => ({ hours: printHours(hours), limit: LONG_HOURS })),
  },
]

const whoChecks: readonly ActivityCheck[] = [
  {
    code: 'act-overlap',
    point: 'OBJ-3',
    severity: 'F',
    columns: ['counsellorId', 'date', 'startTime', 'endTime'],
    breach: (row, { overlaps }) => {
      const other = overlaps.get(row)
      return other ? { other: other.activityId, counsellor: row.counsellorId } : null
    },
  },
  {
    code: 'act-counsellor-outside-contract',
    point: 'FIN-2',
    severity: 'F',
    columns: ['counsellorId', 'date'],
    breach: ({ counsellorId: counsellor, date }, { rows }) => {
      const worker = rows.counsellors?.get(counsellor)
      if (!worker) return null
      const employed = worker.contractStart <= date && date <= (worker.contractEnd ?? '9999')
      return when(!employed, () => ({ counsellor, date: printDay(date) }))
    },
  },
  {
    code: 'act-reference-kind',
    point: 'ACT-3',
    severity: 'W',
    columns: ['technicalRef'],
    breach: ({ technicalRef: code }, { rows }) => {
      const kind = rows.references?.get(code)?.kind
      return kind === undefined ? null : when(!HELD_KINDS.has(kind), () => ({ code, kind }))
    },
  },
  {
    code: 'act-site-unknown',
    point: 'ACT-7',
    severity: 'W',
    columns: ['siteCode'],
    breach: ({ siteCode: site }, register) =>
      site === null ? null : when(!isKnownSite(site, register), () => ({ site })),
  },
]

const groupChecks: readonly ActivityCheck[] = [
  {
    code: 'act-present-above-registered',
    point: 'ACT-2',
    severity: 'F',
    columns: ['present', 'registered'],
    breach: ({ present, registered }) =>
      present === null || registered === null
        ? null
        : when(present > registered, () => ({ present, registered })),
  },
  {
    code: 'act-present-above-capacity',
    point: 'ACT-3',
    severity: 'F',
    columns: ['present', 'capacity'],
    breach: ({ present, capacity }) =>
      present === null || capacity === null ? null : when(present > capacity, () => ({ present, capacity })),
  },
  {
    code: 'act-registered-above-capacity',
    point: 'ACT-3',
    severity: 'W',
    columns: ['registered', 'capacity'],
    breach: ({ registered, capacity }) =>
      registered === null || capacity === null
        ? null
        : when(registered > capacity, () => ({ registered, capacity })),
  },
  {
    code: 'act-group-too-small',
    point: 'ACT-3',
    severity: 'F',
    columns: ['type', 'present', 'registered'],
    breach: (row, { convention }) => {
      const size = groupSize(row)
      const min = parametersOn(convention, row.date).groupMin
      return size === null ? null : when(size < min, () => ({ size, min }))
    },
  },
  {
    code: 'act-group-too-large',
    point: 'ACT-3',
    severity: 'F',
    columns: ['type', 'present', 'registered'],
    breach: (row, { convention }) => {
      const size = groupSize(row)
      const max = parametersOn(convention, row.date).groupMax
      return size === null ? null : when(size > max, () => ({ size, max }))
    },
  },
]

/** What is suspicious in an activity: `docs/domain/columns.md`. */
export const activityChecks: readonly ActivityCheck[] = [...whenChecks, ...whoChecks, ...groupChecks]

import { dayNumber, type IsoDay } from '#domain/dates.ts'
import type { Fields } from '#domain/listing/columns.ts'
import { findOverlaps, type Span } from '#domain/listing/judge/find-overlaps.ts'
import type { Register } from '#domain/listing/judge/register.ts'
import { minutesOf } from '#domain/listing/parse-date-time.ts'
import { attendedHours, isSigned } from '#domain/listing/proof.ts'

/** What only shows when rows are seen together; each is keyed by the key of the row it is about. */
export interface Crossings {
  /** Activity → another one that its counsellor leads at the same time. */
  readonly overlaps: ReadonlyMap<string, string>
  /** Attendance → another activity that the participant attends at the same time. */
  readonly twoPlaces: ReadonlyMap<string, string>
  /** Participation → an earlier one of the same person that has not ended. */
  readonly samePerson: ReadonlyMap<string, string>
  /** Participation → hours attended and signed by both. */
  readonly signedHours: ReadonlyMap<string, number>
  /** Participation → day of the first activity attended. */
  readonly firstAttended: ReadonlyMap<string, IsoDay>
  /** Counsellor → activities and participations entered under this id. */
  readonly entries: ReadonlyMap<string, number>
  /** Counsellor → FTE of all workers on the action on the day this one starts. */
  readonly fteAtStart: ReadonlyMap<string, number>
}

/** The key of an attendance row. */
export const attendanceKey = (row: Fields<'attendance'>): string =>
  `${row.activityId} · ${row.participationId}`

/** Looks at all accepted rows together. */
export function cross(register: Register): Crossings {
  const { rows } = register
  const attended = [...(rows.attendance?.values() ?? [])].filter(({ present }) => present)
  return {
    overlaps: findOverlaps([...(rows.activities?.values() ?? [])].map(activitySpan)),
    twoPlaces: new Map(
      [...findOverlaps(attended.flatMap((row) => attendanceSpan(row, rows.activities)))].map(
        ([key, other]) => [key, other.split(' · ')[0] ?? ''],
      ),
    ),
    samePerson: findOverlaps([...(rows.participants?.values() ?? [])].flatMap(participationSpan)),
    signedHours: sumSignedHours(attended, rows.activities),
    firstAttended: findFirstDays(attended, rows.activities),
    entries: countEntries(rows),
    fteAtStart: sumFteAtStarts([...(rows.counsellors?.values() ?? [])]),
  }
}

const activitySpan = (row: Fields<'activities'>): Span => ({
  key: row.activityId,
  group: `${row.counsellorId}|${row.date}`,
  start: minutesOf(row.startTime),
  end: minutesOf(row.endTime),
})

function attendanceSpan(row: Fields<'attendance'>, activities: Register['rows']['activities']): Span[] {
  const activity = activities?.get(row.activityId)
  if (!activity) return []
  const group = `${row.participationId}|${activity.date}`
  const start = minutesOf(row.arrival ?? activity.startTime)
  return [{ key: attendanceKey(row), group, start, end: minutesOf(row.departure ?? activity.endTime) }]
}

function participationSpan(row: Fields<'participants'>): Span[] {
  const group = row.niss ?? row.actirisNo
  if (group === null) return []
  const end = row.exitDate === null ? Infinity : dayNumber(row.exitDate) + 1
  return [{ key: row.participationId, group, start: dayNumber(row.entryDate), end }]
}

type Activities = Register['rows']['activities']

function sumSignedHours(
  attended: readonly Fields<'attendance'>[],
  activities: Activities,
): Map<string, number> {
  const hours = new Map<string, number>()
  for (const row of attended) {
    const activity = activities?.get(row.activityId)
    if (!activity || !isSigned(row)) continue
    hours.set(row.participationId, (hours.get(row.participationId) ?? 0) + attendedHours(row, activity.hours))
  }
  return hours
}

function findFirstDays(
  attended: readonly Fields<'attendance'>[],
  activities: Activities,
): Map<string, IsoDay> {
  const first = new Map<string, IsoDay>()
  for (const { activityId, participationId } of attended) {
    const day = activities?.get(activityId)?.date
    if (day !== undefined && day < (first.get(participationId) ?? '9999')) first.set(participationId, day)
  }
  return first
}

function countEntries({ activities, participants }: Register['rows']): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (id: string | null): void => {
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  activities?.forEach(({ counsellorId }) => count(counsellorId))
  participants?.forEach(({ counsellorId }) => count(counsellorId))
  return counts
}

/** Sweeps the starts and ends of all workers in the order of time; on one day starts come before ends. */
function sumFteAtStarts(workers: readonly Fields<'counsellors'>[]): Map<string, number> {
  const starts = workers.map((row) => ({
    day: row.startOnAction,
    fte: row.fteOnAction,
    id: row.counsellorId,
  }))
  const ends = workers.flatMap((row) =>
    row.endOnAction === null ? [] : [{ day: row.endOnAction, fte: -row.fteOnAction, id: null }],
  )
  const totals = new Map<string, number>()
  let total = 0
  for (const { fte, id } of [...starts, ...ends].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  )) {
    total += fte
    if (id !== null) totals.set(id, total)
  }
  return totals
}

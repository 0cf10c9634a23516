import { dayNumber, type IsoDay } from '#domain/dates.ts'
import type { Fields } from '#domain/listing/columns.ts'
import { findOverlaps, type Span } from '#domain/listing/judge/find-overlaps.ts'
import { crossPapers, type PaperCrossings } from '#domain/listing/judge/paper-crossings.ts'
import type { Register, RowsByKey } from '#domain/listing/judge/register.ts'
import { minutesOf } from '#domain/listing/parse-date-time.ts'
import { attendedHours, isSigned } from '#domain/listing/proof.ts'

/** What only shows when rows are seen together; each is keyed by the key of the row it is about. */
export interface Crossings extends PaperCrossings {
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

type Attendance = Fields<'attendance'>
type Activity = Fields<'activities'>
type Participation = Fields<'participants'>

/** The key of an attendance row. */
export const attendanceKey = (row: Attendance): string => `${row.activityId} · ${row.participationId}`

/** Looks at all accepted rows together; n log n at most. */
export function cross(register: Register): Crossings {
  const { rows } = register
  const participations = [...(rows.participants?.values() ?? [])]
  const people = peopleOf(participations)
  return {
    overlaps: findOverlaps([...(rows.activities?.values() ?? [])].map(activitySpan)),
    samePerson: findOverlaps(participations.flatMap((row) => participationSpan(row, people))),
    ...crossAttendance(rows.attendance, rows.activities, people),
    entries: countEntries(rows),
    fteAtStart: sumFteAtStarts([...(rows.counsellors?.values() ?? [])]),
    ...crossPapers(register),
  }
}

/** Participation → the person: by NISS, else by file number; who gave the NISS once is known by either. */
function peopleOf(participations: readonly Participation[]): Map<string, string> {
  const nissOf = new Map<string, string>()
  for (const { niss, actirisNo } of participations)
    if (niss !== null && actirisNo !== null) nissOf.set(actirisNo, niss)
  const people = new Map<string, string>()
  for (const { participationId, niss, actirisNo } of participations) {
    const person = niss ?? (actirisNo === null ? undefined : (nissOf.get(actirisNo) ?? actirisNo))
    if (person !== undefined) people.set(participationId, person)
  }
  return people
}

const activitySpan = (row: Activity): Span => ({
  key: row.activityId,
  group: `${row.counsellorId}|${row.date}`,
  start: minutesOf(row.startTime),
  end: minutesOf(row.endTime),
})

function participationSpan(row: Participation, people: ReadonlyMap<string, string>): Span[] {
  const group = people.get(row.participationId)
  if (group === undefined) return []
  const end = row.exitDate === null ? Infinity : dayNumber(row.exitDate) + 1
  return [{ key: row.participationId, group, start: dayNumber(row.entryDate), end }]
}

type AttendanceCrossings = Pick<Crossings, 'twoPlaces' | 'signedHours' | 'firstAttended'>

/** One pass over the attendance; what was not attended, or at an activity nobody knows, proves nothing. */
function crossAttendance(
  attendance: RowsByKey<'attendance'> | undefined,
  activities: RowsByKey<'activities'> | undefined,
  people: ReadonlyMap<string, string>,
): AttendanceCrossings {
  const signedHours = new Map<string, number>()
  const firstAttended = new Map<string, IsoDay>()
  const spans: Span[] = []
  for (const [key, row] of attendance ?? []) {
    const activity = row.present ? activities?.get(row.activityId) : undefined
    if (!activity) continue
    const { participationId } = row
    spans.push(attendanceSpan(key, row, activity, people.get(participationId) ?? participationId))
    const first = firstAttended.get(participationId)
    if (first === undefined || activity.date < first) firstAttended.set(participationId, activity.date)
    if (isSigned(row))
      signedHours.set(
        participationId,
        (signedHours.get(participationId) ?? 0) + attendedHours(row, activity.hours),
      )
  }
  return { twoPlaces: otherActivities(findOverlaps(spans)), signedHours, firstAttended }
}

const attendanceSpan = (key: string, row: Attendance, activity: Activity, person: string): Span => ({
  key,
  group: `${person}|${activity.date}`,
  start: minutesOf(row.arrival ?? activity.startTime),
  end: minutesOf(row.departure ?? activity.endTime),
})

const otherActivities = (overlaps: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...overlaps].map(([key, other]) => [key, other.split(' · ')[0] ?? '']))

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

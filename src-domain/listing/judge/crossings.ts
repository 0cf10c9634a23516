import { dayNumber, type IsoDay } from '#domain/dates.ts'
import type { Fields } from '#domain/listing/columns.ts'
import { findOverlaps, type Span } from '#domain/listing/judge/find-overlaps.ts'
import { crossPapers, type PaperCrossings } from '#domain/listing/judge/paper-crossings.ts'
import type { Register, RowsByKey } from '#domain/listing/judge/register.ts'
import { minutesOf } from '#domain/listing/parse-date-time.ts'
import { attendedHours, isSigned } from '#domain/listing/proof.ts'

type Attendance = Fields<'attendance'>
type Activity = Fields<'activities'>
type Participation = Fields<'participants'>

const MINUTES_A_DAY = 1440

/** What one participant attended: day of the first activity, and the hours that both signed for. */
export interface Attended {
  firstDay: IsoDay
  signedHours: number
}

/** What only shows when rows are seen together; each is keyed by the row it is about, or by the row's key. */
export interface Crossings extends PaperCrossings {
  /** Activity → another one that its counsellor leads at the same time. */
  readonly overlaps: ReadonlyMap<Activity, Activity>
  /** Attendance → another of the same person at the same time. */
  readonly twoPlaces: ReadonlyMap<Attendance, Attendance>
  /** Participation → an earlier one of the same person that has not ended. */
  readonly samePerson: ReadonlyMap<Participation, Participation>
  /** Participation → what was attended. */
  readonly attended: ReadonlyMap<string, Attended>
  /** Counsellor → activities and participations entered under this id. */
  readonly entries: ReadonlyMap<string, number>
  /** Counsellor → FTE of all workers on the action on the day this one starts. */
  readonly fteAtStart: ReadonlyMap<string, number>
}

/** Looks at all accepted rows together; n log n at most. */
export function cross(register: Register): Crossings {
  const { rows } = register
  const participations = [...(rows.participants?.values() ?? [])]
  const people = peopleOf(participations)
  const minuteOn = clock()
  return {
    overlaps: findOverlaps(activitySpans(rows.activities, minuteOn)),
    samePerson: findOverlaps(participationSpans(participations, people)),
    twoPlaces: findOverlaps(attendanceSpans(rows, people, minuteOn)),
    attended: sumAttended(rows),
    entries: countEntries(rows),
    fteAtStart: sumFteAtStarts([...(rows.counsellors?.values() ?? [])]),
    ...crossPapers(register),
  }
}

/** Minutes since 1970 of a time on a day; a listing has few days, so each is counted once. */
function clock(): (day: IsoDay, time: string) => number {
  const midnights = new Map<IsoDay, number>()
  return (day, time) => {
    let midnight = midnights.get(day)
    if (midnight === undefined) midnights.set(day, (midnight = dayNumber(day) * MINUTES_A_DAY))
    return midnight + minutesOf(time)
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

type MinuteOn = ReturnType<typeof clock>

function* activitySpans(
  activities: RowsByKey<'activities'> | undefined,
  minuteOn: MinuteOn,
): Generator<Span<Activity>> {
  for (const row of activities?.values() ?? [])
    yield {
      key: row,
      group: row.counsellorId,
      start: minuteOn(row.date, row.startTime),
      end: minuteOn(row.date, row.endTime),
    }
}

/** Who is known by nothing can't be met twice. */
function* participationSpans(
  participations: readonly Participation[],
  people: ReadonlyMap<string, string>,
): Generator<Span<Participation>> {
  for (const row of participations) {
    const group = people.get(row.participationId)
    if (group === undefined) continue
    const end = row.exitDate === null ? Infinity : dayNumber(row.exitDate) + 1
    yield { key: row, group, start: dayNumber(row.entryDate), end }
  }
}

/** What was not attended, or at an activity nobody knows, takes no time. */
function* attendanceSpans(
  { attendance, activities }: Register['rows'],
  people: ReadonlyMap<string, string>,
  minuteOn: MinuteOn,
): Generator<Span<Attendance>> {
  for (const row of attendance?.values() ?? []) {
    const activity = row.present ? activities?.get(row.activityId) : undefined
    if (!activity) continue
    yield {
      key: row,
      group: people.get(row.participationId) ?? row.participationId,
      start: minuteOn(activity.date, row.arrival ?? activity.startTime),
      end: minuteOn(activity.date, row.departure ?? activity.endTime),
    }
  }
}

function sumAttended({ attendance, activities }: Register['rows']): Map<string, Attended> {
  const sums = new Map<string, Attended>()
  for (const row of attendance?.values() ?? []) {
    const activity = row.present ? activities?.get(row.activityId) : undefined
    if (!activity) continue
    let sum = sums.get(row.participationId)
    if (!sum) sums.set(row.participationId, (sum = { firstDay: activity.date, signedHours: 0 }))
    if (activity.date < sum.firstDay) sum.firstDay = activity.date
    if (isSigned(row)) sum.signedHours += attendedHours(row, activity.hours)
  }
  return sums
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

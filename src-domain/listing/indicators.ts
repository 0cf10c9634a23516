import type { Convention } from '#domain/convention/convention.ts'
import type { Indicator } from '#domain/convention/follow-up.ts'
import { fieldsOf, type Fields } from '#domain/listing/columns.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import { attendedHours, daysOutsideWindow, isProvenExit, isSigned } from '#domain/listing/proof.ts'

/** The rows of the listings that are there. */
export type CountedRows = {
  readonly [L in 'participants' | 'activities' | 'attendance']?: readonly ListingRow[]
}

/**
 * How an indicator is counted again from the rows of the period under control:
 * - `entries`: persons who entered, each file number once;
 * - `positive-exits`: persons who left for work, training or studies, proven within the window, each once;
 * - `signed-hours`: hours of attendance with both signatures;
 * - `declared-hours`: hours declared for the participations entered, where there is no attendance listing;
 * - `groups`: collective activities given.
 */
export type Method = 'entries' | 'positive-exits' | 'signed-hours' | 'declared-hours' | 'groups'

/** Why an indicator can't be recounted; `listing-missing` names the one to load. */
export type Obstacle =
  | { readonly why: 'unknown-code' | 'one-worker' | 'other-unit' }
  | { readonly why: 'listing-missing'; readonly listing: ListingName }

/** An indicator counted again from the rows. */
export interface Counted {
  readonly method: Method
  /** In the unit of the indicator. */
  readonly value: number
  /** Part of `value` that stands on rows with a suggested finding. */
  readonly doubtful: number
  /** The rows it was counted from: places in their listing. */
  readonly listing: ListingName
  readonly rows: readonly number[]
}

export interface Recount {
  readonly indicator: Indicator
  readonly counted: Counted | null
  readonly obstacle: Obstacle | null
}

type Wanted = 'entries' | 'exits' | 'hours' | 'groups'

/** The codes that say what is counted, whatever the measure. Another code may mean anything. */
const WANTED: Readonly<Record<string, Wanted>> = {
  'IND-ENTRIES': 'entries',
  'IND-EXITS': 'exits',
  'IND-HOURS': 'hours',
  'OPE-GROUPS': 'groups',
}
const UNITS: Readonly<Record<Wanted, readonly string[]>> = {
  entries: ['PERSON', 'CE', 'WZ'],
  exits: ['PERSON', 'CE', 'WZ'],
  hours: ['HOUR'],
  groups: ['SESSION'],
}

/** Counts every indicator of a convention again, in small steps: yields after each, returns them in their order. */
export function* recountIndicators(convention: Convention, rows: CountedRows): Generator<void, Recount[]> {
  const recounts: Recount[] = []
  for (const indicator of convention.indicators) {
    const obstacle = obstacleOf(indicator, rows)
    const wanted = WANTED[indicator.code]
    const counted = obstacle || !wanted ? null : yield* count(wanted, convention, rows)
    recounts.push({ indicator, counted, obstacle })
  }
  return recounts
}

function obstacleOf({ code, level, unit }: Indicator, rows: CountedRows): Obstacle | null {
  const wanted = WANTED[code]
  if (level === 'INDIVIDUAL') return { why: 'one-worker' }
  if (!wanted) return { why: 'unknown-code' }
  if (!UNITS[wanted].includes(unit.toUpperCase())) return { why: 'other-unit' }
  const listing = wanted === 'groups' ? 'activities' : 'participants'
  return rows[listing] ? null : { why: 'listing-missing', listing }
}

function* count(wanted: Wanted, convention: Convention, rows: CountedRows): Generator<void, Counted> {
  const { participants = [], activities = [], attendance } = rows
  const isWithin = withinPeriod(convention)
  if (wanted === 'groups')
    return yield* tally('groups', 'activities', activities, ({ type, date }) => ({
      amount: type === 'COLLECTIF' && isWithin(date) ? 1 : 0,
    }))
  if (wanted === 'hours' && attendance && rows.activities)
    return yield* tally('signed-hours', 'attendance', attendance, hoursSigned(activities, isWithin))
  if (wanted === 'hours')
    return yield* tally('declared-hours', 'participants', participants, (row) => ({
      amount: isWithin(row.entryDate) ? row.hoursDelivered : 0,
    }))
  if (wanted === 'entries')
    return yield* tally('entries', 'participants', participants, (row) => ({
      ...{ amount: isWithin(row.entryDate) ? 1 : 0, person: row.actirisNo },
    }))
  return yield* tally('positive-exits', 'participants', participants, (row) => ({
    ...{ amount: isCountedExit(row, convention, isWithin) ? 1 : 0, person: row.actirisNo },
  }))
}

type IsWithin = (day: string | null) => boolean

function withinPeriod({ controlPeriod: { start, end } }: Convention): IsWithin {
  return (day) => day !== null && day >= start && day <= end
}

/** What the rules of a proven exit ask (`IND-2`): dated, in the period, its proof within the window. */
const isCountedExit = (row: Fields<'participants'>, convention: Convention, isWithin: IsWithin): boolean =>
  isProvenExit(row) &&
  isWithin(row.exitDate) &&
  row.exitProofDate !== null &&
  daysOutsideWindow(row, convention) === null

function hoursSigned(activities: readonly ListingRow[], isWithin: IsWithin) {
  const hours = new Map<string, number>()
  for (const { cells } of activities) {
    const { activityId, date, hours: given } = fieldsOf('activities', cells)
    if (isWithin(date)) hours.set(activityId, given)
  }
  return (row: Fields<'attendance'>) => {
    const given = row.present && isSigned(row) ? (hours.get(row.activityId) ?? 0) : 0
    return { amount: attendedHours(row, given) }
  }
}

/** What one row adds; the rows of one person add only once. */
interface Share {
  readonly amount: number
  readonly person?: string | null
}
const STEP = 2048

function* tally<L extends 'participants' | 'activities' | 'attendance'>(
  method: Method,
  listing: L,
  rows: readonly ListingRow[],
  shareOf: (row: Fields<L>) => Share,
): Generator<void, Counted> {
  const seen = new Set<string>()
  const counted: number[] = []
  let [value, doubtful] = [0, 0]
  for (const [at, { cells, marks }] of rows.entries()) {
    if (at % STEP === 0) yield
    const { amount, person } = shareOf(fieldsOf(listing, cells))
    if (amount === 0 || (person && seen.has(person))) continue
    if (person) seen.add(person)
    counted.push(at)
    value += amount
    if (marks.some(({ severity }) => severity === 'F')) doubtful += amount
  }
  return { method, listing, rows: counted, value: rounded(value), doubtful: rounded(doubtful) }
}

/** Hours are told to the hundredth, as they are declared. */
const rounded = (value: number): number => Math.round(value * 100) / 100

/** A recounted value beside the three others. Parts of the target are null when the target is zero. */
export function compareIndicator(
  { target, threshold, declared }: Indicator,
  value: number,
): { difference: number | null; ofTarget: number | null; belowThreshold: boolean } {
  return {
    difference: declared === null ? null : rounded(value - declared),
    ofTarget: target === 0 ? null : value / target,
    belowThreshold: value < threshold,
  }
}

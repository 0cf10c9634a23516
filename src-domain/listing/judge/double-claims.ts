import type { Convention } from '#domain/convention/convention.ts'
import { dayNumber } from '#domain/dates.ts'
import { fieldsOf, rowLabel, type Fields } from '#domain/listing/columns.ts'
import {
  CLAIM_LISTINGS,
  claimKey,
  type Claim,
  type ClaimListing,
  type PackageClaims,
} from '#domain/listing/judge/claim.ts'
import {
  COUNSELLOR_HOUR,
  PARTICIPANT_HOUR,
  PERSON_MEASURE,
  PERSON_OVERLAP,
} from '#domain/listing/judge/claim-rules.ts'
import type { LoadedListing } from '#domain/listing/judge/judge-listings.ts'
import type { RuleEntry } from '#domain/listing/judge/rule.ts'
import type { ListingName, RuleMark } from '#domain/listing/listing.ts'
import { minutesOf } from '#domain/listing/parse-date-time.ts'

/** Makes a text incomparable for who has not the key: HMAC-SHA-256 under the laptop's comparison key. */
export type Keyed = (text: string) => string

type Rows<L extends ListingName> = readonly Fields<L>[]

/** The end of what has none. */
const NEVER = Number.MAX_SAFE_INTEGER
const MINUTES_A_DAY = 1440

/**
 * What the rows of a package claim, to be compared with other packages (`docs/domain/files.md`, double claims).
 * A person is known by NISS and by file number; a counsellor by `nissHash`, else by the partner and the id there.
 * @param keyed is asked once for each person
 */
export function claimsOf(listings: readonly LoadedListing[], convention: Convention, keyed: Keyed): Claim[] {
  const steps = claimSteps(listings, convention, keyed)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** Rows looked at between two steps. */
const STEP = 1000

/** The same in steps of 1,000 rows, to give the thread back in between. */
export function* claimSteps(
  listings: readonly LoadedListing[],
  convention: Convention,
  keyed: Keyed,
): Generator<void, Claim[]> {
  const person = remembering(keyed)
  const measure = convention.measureCode
  const rowsOf = <L extends ListingName>(name: L): Rows<L> =>
    listings.find(({ listing }) => listing === name)?.rows.map(({ cells }) => fieldsOf(name, cells)) ?? []
  const participants = rowsOf('participants')
  const activities = rowsOf('activities')
  const counsellors = rowsOf('counsellors')
  const attended = attendanceClaims(participants, activities, person)
  const claims: Claim[] = []
  const add = (found: readonly BareClaim[]) => {
    for (const claim of found) claims.push({ ...claim, measure })
  }
  for (const rows of slices(participants)) {
    add(rows.flatMap((row) => participationClaims(row, person)))
    yield
  }
  for (const rows of slices(rowsOf('attendance'))) {
    add(rows.flatMap(attended))
    yield
  }
  for (const rows of slices(activities)) {
    add(activityClaims(rows, counsellors, convention, person))
    yield
  }
  return claims
}

function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += STEP) yield rows.slice(start, start + STEP)
}

type BareClaim = Omit<Claim, 'measure'>

function remembering(keyed: Keyed): Keyed {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text) ?? keyed(text)
    known.set(text, before)
    return before
  }
}

/** What a participant is known by, the surest first. */
const identitiesOf = ({ niss, actirisNo }: Fields<'participants'>): string[] => [
  ...(niss === null ? [] : [`niss:${niss}`]),
  ...(actirisNo === null ? [] : [`actiris:${actirisNo}`]),
]

function participationClaims(row: Fields<'participants'>, keyed: Keyed): BareClaim[] {
  const start = dayNumber(row.entryDate)
  const end = row.exitDate === null ? NEVER : Math.max(start, dayNumber(row.exitDate)) + 1
  return identitiesOf(row).map((identity) => ({
    listing: 'participants',
    row: row.participationId,
    person: keyed(identity),
    start,
    end,
  }))
}

const minuteOn = (day: string, time: string): number => dayNumber(day) * MINUTES_A_DAY + minutesOf(time)

/** Reads the claims of one attendance row at a time. */
function attendanceClaims(
  participants: Rows<'participants'>,
  activities: Rows<'activities'>,
  keyed: Keyed,
): (row: Fields<'attendance'>) => BareClaim[] {
  const people = new Map(participants.map((row) => [row.participationId, identitiesOf(row)[0]]))
  const held = new Map(activities.map((row) => [row.activityId, row]))
  return (row) => {
    const activity = held.get(row.activityId)
    const identity = people.get(row.participationId)
    if (!row.present || !activity || identity === undefined) return []
    const start = minuteOn(activity.date, row.arrival ?? activity.startTime)
    const end = minuteOn(activity.date, row.departure ?? activity.endTime)
    const label = rowLabel('attendance', [row.activityId, row.participationId])
    return [{ listing: 'attendance', row: label, person: keyed(identity), start, end }]
  }
}

function activityClaims(
  rows: Rows<'activities'>,
  counsellors: Rows<'counsellors'>,
  { partner }: Convention,
  keyed: Keyed,
): BareClaim[] {
  const hashes = new Map(counsellors.map(({ counsellorId, nissHash }) => [counsellorId, nissHash]))
  return rows.map(({ activityId, counsellorId, date, startTime, endTime }) => {
    const hash = hashes.get(counsellorId)
    const identity = hash ? `worker:${hash}` : `worker:${partner.enterpriseNo}:${counsellorId}`
    return {
      listing: 'activities',
      row: activityId,
      person: keyed(identity),
      start: minuteOn(date, startTime),
      end: minuteOn(date, endTime),
    }
  })
}

interface Rival extends Claim {
  readonly agreementNo: string
}

/** The rivals of one person in one listing, in the order of their start, and which of those so far ends last. */
interface Rivals {
  readonly inOrder: readonly Rival[]
  readonly lastToEnd: readonly Rival[]
}

/**
 * Finds the rows of this package that another one claims too: an overlap suggests a finding whatever the measure, the
 * same person without overlap is a warning in the same measure (`docs/domain/files.md`). The order of packages does not matter.
 * @param own the claims of this package (`claimsOf`)
 * @param others the claims of packages of other conventions, made under the same key
 * @returns the mark of each row concerned, the gravest, by `claimKey`
 */
export function findDoubleClaims(
  own: readonly Claim[],
  others: readonly PackageClaims[],
): Map<string, RuleMark> {
  const rivals = rivalsOf(own, others)
  const marks = new Map<string, RuleMark>()
  for (const claim of own) {
    const found = rivals[claim.listing].get(claim.person)
    const mark = found ? markOn(claim, found) : null
    if (!mark) continue
    const key = claimKey(claim.listing, claim.row)
    if (marks.get(key)?.severity !== 'F') marks.set(key, mark)
  }
  return marks
}

/** By listing and person. */
type ByPerson<T> = Readonly<Record<ClaimListing, Map<string, T>>>
const byPerson = <T>(): ByPerson<T> => ({
  participants: new Map(),
  attendance: new Map(),
  activities: new Map(),
})

function rivalsOf(own: readonly Claim[], others: readonly PackageClaims[]): ByPerson<Rivals> {
  const groups = byPerson<Rival[]>()
  for (const { listing, person } of own) groups[listing].set(person, [])
  for (const { agreementNo, claims } of others)
    for (const claim of claims) groups[claim.listing].get(claim.person)?.push({ ...claim, agreementNo })
  const ordered = byPerson<Rivals>()
  for (const listing of CLAIM_LISTINGS)
    for (const [person, rivals] of groups[listing])
      if (rivals.length > 0) ordered[listing].set(person, order(rivals))
  return ordered
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function order(rivals: Rival[]): Rivals {
  const inOrder = rivals.sort(
    (a, b) => a.start - b.start || byName(a.agreementNo, b.agreementNo) || byName(a.row, b.row),
  )
  const lastToEnd: Rival[] = []
  for (const rival of inOrder) {
    const last = lastToEnd.at(-1)
    lastToEnd.push(last && last.end >= rival.end ? last : rival)
  }
  return { inOrder, lastToEnd }
}

/** How many rivals start before a moment. */
function startedBefore(inOrder: readonly Rival[], moment: number): number {
  let low = 0
  let high = inOrder.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inOrder[middle]?.start ?? Infinity) < moment) low = middle + 1
    else high = middle
  }
  return low
}

const OVERLAP_RULES: { readonly [L in ClaimListing]: RuleEntry } = {
  participants: PERSON_OVERLAP,
  attendance: PARTICIPANT_HOUR,
  activities: COUNSELLOR_HOUR,
}

function markOn(claim: Claim, { inOrder, lastToEnd }: Rivals): RuleMark | null {
  const rival = lastToEnd[startedBefore(inOrder, claim.end) - 1]
  if (rival && rival.end > claim.start) return markOf(OVERLAP_RULES[claim.listing], rival)
  if (claim.listing !== 'participants') return null
  const alike = inOrder.find(({ measure }) => measure === claim.measure)
  return alike ? markOf(PERSON_MEASURE, alike) : null
}

const markOf = ({ code, severity, columns }: RuleEntry, { row, agreementNo }: Rival): RuleMark => ({
  rule: code,
  severity,
  columns: [...columns],
  details: { other: row, agreement: agreementNo },
})

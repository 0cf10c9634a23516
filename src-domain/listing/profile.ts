import { COMMUNES } from '#domain/convention/communes.ts'
import { ageOn } from '#domain/dates.ts'
import { fieldsOf, type Fields } from '#domain/listing/columns.ts'
import { sortKey } from '#domain/listing/fold-text.ts'
import type { ListingRow } from '#domain/listing/listing.ts'

/** What participants are described by at entry. None of it says who a person is. */
export const DIMENSIONS = ['sex', 'age', 'education', 'duration', 'commune', 'phase'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** A trait that a row does not give. */
export const UNKNOWN = 'unknown'
/** A commune that is not of the Region. */
export const ELSEWHERE = 'elsewhere'

/** The traits of all participations of a listing: row → place of its trait in `names`. */
export interface Profile {
  readonly size: number
  /** Persons behind the participations: file numbers, and rows that bear none. */
  readonly persons: number
  readonly traits: Readonly<Record<Dimension, Trait>>
}
interface Trait {
  readonly names: readonly string[]
  readonly codes: Uint16Array
}

/** The traits chosen to look closer at, one of a dimension at most. */
export type Choice = Readonly<Partial<Record<Dimension, string>>>

/** One bar of a chart: how many participations have the trait. */
export interface Bar {
  readonly name: string
  readonly count: number
  /** Part of the participations counted in this chart, 0 to 1. */
  readonly share: number
}

type Band = readonly [name: string, from: number]
/** Whole years at entry; the limits are those of the target groups (under 30, 50 and over). */
const AGES: readonly Band[] = [
  ['0-17', -Infinity],
  ['18-24', 18],
  ['25-29', 25],
  ['30-39', 30],
  ['40-49', 40],
  ['50-59', 50],
  ['60+', 60],
]
/** ISCED: at most lower secondary, at most post-secondary, higher. */
const LEVELS: readonly Band[] = [
  ['0-2', 0],
  ['3-4', 3],
  ['5-8', 5],
]
/** Months without work at entry. */
const DURATIONS: readonly Band[] = [
  ['0-5', 0],
  ['6-11', 6],
  ['12-23', 12],
  ['24-59', 24],
  ['60+', 60],
]

const bandOf = (bands: readonly Band[], value: number | null): string =>
  bands.findLast(([, from]) => value !== null && value >= from)?.[0] ?? UNKNOWN

const namesOf = (bands: readonly Band[]): string[] => bands.map(([name]) => name)

/** The traits a chart shows even when nobody has them, in their order. */
const FIXED: Readonly<Record<Dimension, readonly string[]>> = {
  sex: ['F', 'M', 'X'],
  age: namesOf(AGES),
  education: namesOf(LEVELS),
  duration: namesOf(DURATIONS),
  commune: [],
  phase: [],
}

type Participation = Fields<'participants'>

const READ: Readonly<Record<Dimension, (row: Participation) => string>> = {
  sex: ({ sex }) => sex ?? UNKNOWN,
  age: ({ birthDate, entryDate }) => bandOf(AGES, birthDate === null ? null : ageOn(birthDate, entryDate)),
  education: ({ educationLevel }) => bandOf(LEVELS, educationLevel),
  duration: ({ unemploymentDurationMonths }) => bandOf(DURATIONS, unemploymentDurationMonths),
  commune: communeOf,
  phase: ({ phase }) => phase,
}

/** The NIS code decides; without one, the postcode. */
function communeOf({ nisCode, postcode }: Participation): string {
  if (nisCode === null && postcode === null) return UNKNOWN
  const found = COMMUNES.find((one) =>
    nisCode === null ? one.postcodes.includes(postcode ?? '') : one.nisCode === nisCode,
  )
  return found?.nisCode ?? ELSEWHERE
}

const STEP = 2048

/** Reads the traits of participations, in small steps: yields after each, returns them all. */
export function* profileOf(rows: readonly ListingRow[]): Generator<void, Profile> {
  const known = new Map(DIMENSIONS.map((dimension) => [dimension, new Map<string, number>()]))
  for (const [dimension, names] of known) for (const name of FIXED[dimension]) names.set(name, names.size)
  const codes = new Map(DIMENSIONS.map((dimension) => [dimension, new Uint16Array(rows.length)]))
  const persons = new Set<string>()
  for (const [at, { cells }] of rows.entries()) {
    const row = fieldsOf('participants', cells)
    persons.add(row.actirisNo ?? `row ${at}`)
    for (const [dimension, names] of known)
      codes.get(dimension)?.fill(codeOf(names, READ[dimension](row)), at, at + 1)
    if (at % STEP === 0) yield
  }
  const trait = (dimension: Dimension): Trait => ({
    names: [...(known.get(dimension)?.keys() ?? [])],
    codes: codes.get(dimension) ?? new Uint16Array(),
  })
  const traits = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, trait(dimension)]))
  return { size: rows.length, persons: persons.size, traits: traits as Record<Dimension, Trait> }
}

function codeOf(names: Map<string, number>, name: string): number {
  const code = names.get(name) ?? names.size
  names.set(name, code)
  return code
}

/**
 * The bars of a chart. The choices made in the other charts count, its own does not: what stands beside it stays in
 * sight. Order: bands as they grow, communes by size, phases by name; what is not known stands last.
 */
export function barsOf({ traits, size }: Profile, dimension: Dimension, choice: Choice): Bar[] {
  const { names, codes } = traits[dimension]
  const kept = keep({ traits, size }, { ...choice, [dimension]: undefined })
  const counts = new Int32Array(names.length)
  let total = 0
  for (let row = 0; row < size; row++) {
    if (kept[row] === 0) continue
    total++
    const code = codes[row] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
  return names
    .map((name, at) => ({ name, count: counts[at] ?? 0, share: total === 0 ? 0 : (counts[at] ?? 0) / total }))
    .sort(orderOf(dimension))
}

/** The places of the participations that have all traits chosen. */
export function rowsChosen(profile: Profile, choice: Choice): number[] {
  const kept = keep(profile, choice)
  return [...kept.keys()].filter((row) => kept[row] === 1)
}

function keep({ traits, size }: Pick<Profile, 'traits' | 'size'>, choice: Choice): Uint8Array {
  const kept = new Uint8Array(size).fill(1)
  for (const dimension of DIMENSIONS) {
    const name = choice[dimension]
    if (name === undefined) continue
    const { names, codes } = traits[dimension]
    const wanted = names.indexOf(name)
    for (let row = 0; row < size; row++) if (codes[row] !== wanted) kept[row] = 0
  }
  return kept
}

const LAST: readonly string[] = [ELSEWHERE, UNKNOWN]

function orderOf(dimension: Dimension): (a: Bar, b: Bar) => number {
  return (a, b) => {
    const last = LAST.indexOf(a.name) - LAST.indexOf(b.name)
    if (last !== 0) return last
    if (dimension === 'commune') return b.count - a.count || (a.name < b.name ? -1 : 1)
    return dimension === 'phase' ? compare(sortKey(a.name), sortKey(b.name)) : 0
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

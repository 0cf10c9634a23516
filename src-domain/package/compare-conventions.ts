import type { Convention } from '#domain/convention/convention.ts'

/** What stands at a place of a convention; a list of plain values is one value. */
export type FieldValue = string | number | boolean | null | readonly (string | number | boolean | null)[]

/** A field that two conventions hold differently. */
export interface FieldChange {
  /** The place in any convention, steps joined by a slash; the entries of a list are a star. */
  readonly path: string
  /** What its list entries are called, outermost first: `DUR`, `3`. */
  readonly entries: readonly string[]
  /** Undefined where this convention has no such field. */
  readonly before: FieldValue | undefined
  readonly after: FieldValue | undefined
}

interface Place {
  readonly path: string
  readonly entries: readonly string[]
  readonly value: FieldValue
}

/**
 * Every field that differs, in the order of the newer convention, then those it has no more. Entries of lists are the
 * same entry when what they are called is the same, wherever they stand.
 */
export function compareConventions(before: Convention, after: Convention): FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  const kept = [...now].map(([key, place]): FieldChange => {
    return { ...placeOf(place), before: old.get(key)?.value, after: place.value }
  })
  const gone = [...old].filter(([key]) => !now.has(key))
  const lost = gone.map(([, place]): FieldChange => {
    return { ...placeOf(place), before: place.value, after: undefined }
  })
  return [...kept, ...lost].filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

const placeOf = ({ path, entries }: Place): Pick<Place, 'path' | 'entries'> => ({ path, entries })

function fieldsOf(convention: Convention): Map<string, Place> {
  const places = new Map<string, Place>()
  collect(convention, { path: '', entries: [] }, (place) => {
    places.set(JSON.stringify([place.path, place.entries]), place)
  })
  return places
}

type At = Pick<Place, 'path' | 'entries'>

function collect(value: unknown, at: At, found: (place: Place) => void): void {
  if (Array.isArray(value) && value.some((entry) => typeof entry === 'object' && entry !== null)) {
    const names = namesOf(value as object[])
    value.forEach((entry: unknown, index) => {
      const entries = [...at.entries, names[index] ?? String(index + 1)]
      collect(entry, { path: below(at.path, '*'), entries }, found)
    })
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, part] of Object.entries(value)) {
      collect(part, { ...at, path: below(at.path, name) }, found)
    }
  } else found({ ...at, value: value as FieldValue })
}

const below = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`)

/** Fields that tell the entries of a list apart, as far as they have them. */
const NAMING = ['code', 'number', 'no', 'id', 'role', 'phase', 'year', 'level', 'validFrom', 'date', 'name']

/** What each entry is called: by its naming fields, by its place where there are none, numbered where two agree. */
function namesOf(entries: readonly object[]): string[] {
  const seen = new Map<string, number>()
  return entries.map((entry, index) => {
    const fields = entry as Readonly<Record<string, unknown>>
    const words = NAMING.map((name) => fields[name]).filter((word) => isWord(word))
    const name = words.length === 0 ? String(index + 1) : words.join(' · ')
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

const isWord = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')

import { KEY_COLUMNS, rowLabel, type ColumnId } from '#domain/listing/columns.ts'
import type { Cell, ListingName, ListingRow } from '#domain/listing/listing.ts'
import { splitIds } from '#domain/listing/split-ids.ts'

/** A column whose cells name rows of other listings. */
interface Pointer {
  readonly from: ListingName
  readonly column: string
  /** Listings that may hold the row named, looked up by their key. */
  readonly to: readonly ListingName[]
}

const pointer = <L extends ListingName>(from: L, column: ColumnId<L>, ...to: ListingName[]): Pointer => ({
  ...{ from, column, to },
})

/** Which column points where (`docs/domain/columns.md`). No column that says who a person is stands here. */
export const POINTERS: readonly Pointer[] = [
  pointer('activities', 'technicalRef', 'references'),
  pointer('activities', 'siteCode', 'references'),
  pointer('activities', 'counsellorId', 'counsellors'),
  pointer('participants', 'phase', 'references'),
  pointer('participants', 'counsellorId', 'counsellors'),
  pointer('attendance', 'activityId', 'activities'),
  pointer('attendance', 'participationId', 'participants'),
  pointer('attendance', 'proofDocId', 'documents'),
  pointer('documents', 'linkedTo', 'activities', 'participants', 'counsellors', 'references'),
]

/** What these name may stand outside the listings: a site or a phase of the convention, a paper of another kind. */
const ALSO_ELSEWHERE: readonly string[] = ['siteCode', 'phase', 'linkedTo']

/** The file number by which two participations are of one person; never the national number. */
const PERSON = 'actirisNo'

/** What a row is recognised by when another listing shows it, beside its key. */
const BRIEF: { readonly [L in ListingName]: readonly ColumnId<L>[] } = {
  activities: ['date', 'label'],
  participants: ['entryDate', 'phase'],
  attendance: ['present', 'proofDocId'],
  counsellors: ['function'],
  references: ['labelFr', 'labelNl'],
  payments: [],
  documents: ['date', 'title'],
}

type RowsByValue = ReadonlyMap<string, readonly number[]>

/** What is kept of one listing to follow its links; its rows need not stay in memory. */
export interface LinkedListing {
  readonly listing: ListingName
  /** Row → its line in the file, its key, and the cells of `briefColumns`. */
  readonly lines: Int32Array
  readonly labels: readonly string[]
  readonly briefs: readonly (readonly Cell[])[]
  /** Row → the values of a linking column, and back. */
  readonly values: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly rows: ReadonlyMap<string, RowsByValue>
}
export type LinkedListings = ReadonlyMap<ListingName, LinkedListing>

/** Rows of one listing that a row is linked with, all for the same reason. */
export interface LinkGroup {
  readonly listing: ListingName
  /**
   * `names`: a column of this row names them; `named-by`: their column names this row; `through`: both stand in one
   * attendance row; `same-person`: they bear the same file number.
   */
  readonly how: 'names' | 'named-by' | 'through' | 'same-person'
  /** The column that makes the link, of this row or of theirs. */
  readonly column: string
  /** Places in their listing, in its order. */
  readonly rows: readonly number[]
  /** Names this row gives that no row of the loaded listings bears. */
  readonly missing: readonly string[]
}

/** The columns of `briefs`. */
export const briefColumns = (listing: ListingName): readonly string[] => BRIEF[listing]

const STEP = 4096

/**
 * Keeps what the links of a listing need, in small steps: yields after each, returns the links.
 * @param columns identifiers of the cells, in their order
 */
export function* linkListing(
  listing: ListingName,
  columns: readonly string[],
  rows: readonly ListingRow[],
): Generator<void, LinkedListing> {
  const brief = BRIEF[listing].map((id) => columns.indexOf(id))
  const linking = linkingColumns(listing).map((id) => createLinking(id, columns.indexOf(id)))
  const labels: string[] = []
  const briefs: Cell[][] = []
  for (const [row, { cells }] of rows.entries()) {
    labels.push(rowLabel(listing, cells))
    briefs.push(brief.map((at) => cells[at] ?? null))
    for (const column of linking) addLink(column, row, cells)
    if (row % STEP === 0) yield
  }
  return {
    ...{ listing, labels, briefs },
    lines: Int32Array.from(rows, ({ line }) => line),
    values: new Map(linking.map(({ id, values }) => [id, values])),
    rows: new Map(linking.map(({ id, rows: byValue }) => [id, byValue])),
  }
}

function linkingColumns(listing: ListingName): string[] {
  const pointing = POINTERS.filter(({ from }) => from === listing).map(({ column }) => column)
  const key = KEY_COLUMNS[listing].slice(0, 1)
  return [...new Set([...pointing, ...key, ...(listing === 'participants' ? [PERSON] : [])])]
}

const createLinking = (id: string, at: number) => ({
  ...{ id, at },
  values: [] as string[][],
  rows: new Map<string, number[]>(),
})

function addLink({ id, at, values, rows }: ReturnType<typeof createLinking>, row: number, cells: Cell[]) {
  const text = String(cells[at] ?? '')
  const names = id === 'linkedTo' ? [...new Set(splitIds(text))] : text === '' ? [] : [text]
  values.push(names)
  for (const name of names) {
    const known = rows.get(name)
    if (known) known.push(row)
    else rows.set(name, [row])
  }
}

/**
 * The rows that a row is linked with, both ways, among the listings that are loaded; groups without any are left out.
 * @param row its place in the listing
 */
export function linksOf(all: LinkedListings, listing: ListingName, row: number): LinkGroup[] {
  const own = all.get(listing)
  if (!own) return []
  const groups = [
    ...namedRows(all, own, row),
    ...namingRows(all, own, row),
    ...rowsThrough(all, own, row),
    ...samePerson(own, row),
  ]
  return groups.filter(({ rows, missing }) => rows.length + missing.length > 0)
}

const keyOf = (listing: ListingName): string => KEY_COLUMNS[listing][0] ?? ''

const rowsNamed = (target: LinkedListing | undefined, name: string): readonly number[] =>
  target?.rows.get(keyOf(target.listing))?.get(name) ?? []

function namedRows(all: LinkedListings, own: LinkedListing, row: number): LinkGroup[] {
  return POINTERS.filter(({ from }) => from === own.listing).flatMap(({ column, to }) => {
    const names = own.values.get(column)?.[row] ?? []
    const targets = to.flatMap((name) => all.get(name) ?? [])
    const isKnown = (name: string) => targets.some((target) => rowsNamed(target, name).length > 0)
    const mustBeHere = targets.length === to.length && !ALSO_ELSEWHERE.includes(column)
    const missing = mustBeHere ? names.filter((name) => !isKnown(name)) : []
    return targets.map((target, at): LinkGroup => {
      const rows = names.flatMap((name) => rowsNamed(target, name))
      return { listing: target.listing, how: 'names', column, rows, missing: at === 0 ? missing : [] }
    })
  })
}

function namingRows(all: LinkedListings, own: LinkedListing, row: number): LinkGroup[] {
  const name = own.values.get(keyOf(own.listing))?.[row]?.[0]
  // An attendance row has two ids for a key, which no single cell gives.
  if (name === undefined || own.listing === 'attendance') return []
  return POINTERS.filter(({ to }) => to.includes(own.listing)).map(({ from, column }) => {
    const rows = all.get(from)?.rows.get(column)?.get(name) ?? []
    return { listing: from, how: 'named-by', column, rows, missing: [] }
  })
}

/** Activities of a participant, participants of an activity, and both of a document that proves attendance. */
const THROUGH: Readonly<Partial<Record<ListingName, readonly [by: string, to: readonly string[]]>>> = {
  participants: ['participationId', ['activityId', 'proofDocId']],
  activities: ['activityId', ['participationId', 'proofDocId']],
  documents: ['proofDocId', ['activityId', 'participationId']],
}

function rowsThrough(all: LinkedListings, own: LinkedListing, row: number): LinkGroup[] {
  const [by, wanted] = THROUGH[own.listing] ?? []
  const attendance = all.get('attendance')
  const name = own.values.get(keyOf(own.listing))?.[row]?.[0]
  if (!by || !wanted || !attendance || name === undefined) return []
  const shared = attendance.rows.get(by)?.get(name) ?? []
  return wanted.flatMap((column) => {
    const target = all.get(pointedAt(column))
    const names = new Set(shared.flatMap((at) => attendance.values.get(column)?.[at] ?? []))
    const rows = [...names].flatMap((one) => rowsNamed(target, one)).sort((a, b) => a - b)
    return target ? [{ listing: target.listing, how: 'through' as const, column, rows, missing: [] }] : []
  })
}

const pointedAt = (column: string): ListingName =>
  POINTERS.find((one) => one.from === 'attendance' && one.column === column)?.to[0] ?? 'attendance'

function samePerson(own: LinkedListing, row: number): LinkGroup[] {
  const number = own.values.get(PERSON)?.[row]?.[0]
  if (number === undefined) return []
  const rows =
    own.rows
      .get(PERSON)
      ?.get(number)
      ?.filter((other) => other !== row) ?? []
  return [{ listing: own.listing, how: 'same-person', column: PERSON, rows, missing: [] }]
}

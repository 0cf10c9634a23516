import { FORM, OWNER, type FormSheet } from '#domain/convention/workbook/columns.ts'
import { FormPlaces } from '#domain/convention/workbook/form-place.ts'
import { putAt, valueAt } from '#domain/convention/workbook/places.ts'
import type { FormCell, FormEntry, FormPart } from '#domain/convention/workbook/read-sheet.ts'
import type { AppError } from '#domain/result.ts'

type Draft = Record<string, unknown>

/** What a workbook says of a convention, before it is judged. */
export interface FormDraft {
  readonly convention: Draft
  readonly places: FormPlaces
  /** Everything that could not be read. */
  readonly problems: readonly AppError[]
  /** Places of the convention whose sheet could not be read; `*` for each entry of an owner. */
  readonly unread: readonly string[]
}

/** Puts the cells of a form where they stand in a convention; parts stand in the order of `FORM`. */
export function buildDraft(parts: readonly FormPart[]): FormDraft {
  const draft = { convention: {} as Draft, places: new FormPlaces(), problems: [] as AppError[] }
  const unread: string[] = []
  for (const [at, form] of FORM.entries()) {
    const part = parts[at]
    if (!part) continue
    const language = form.part.sheet.nl === part.sheet ? 'nl' : 'fr'
    const faults = part.entries.flatMap(({ cells }) => cells.flatMap((cell) => faultsOf(cell, language)))
    draft.problems.push(...part.problems, ...faults)
    if (part.problems.length === 0) placePart(draft, form, part)
    else unread.push(...placesOf(form))
  }
  return { ...draft, unread }
}

/** What a sheet is about. */
const placesOf = ({ part: { list, fields } }: FormSheet): string[] =>
  list === undefined ? Object.keys(fields).map((path) => `/${path}`) : [`/${list}`]

function faultsOf({ read, place: path, column }: FormCell, language: 'fr' | 'nl'): AppError[] {
  if (!('fault' in read)) return []
  const allowed = column.choices.map(({ words }) => words[language]).join(' | ')
  return [{ code: `import.convention-cell-${read.fault}`, details: { path, allowed } }]
}

interface Drafting {
  readonly convention: Draft
  readonly places: FormPlaces
  readonly problems: AppError[]
}

function placePart(draft: Drafting, { part }: FormSheet, { sheet, entries }: FormPart): void {
  const [owners = '', inner] = part.list?.split('/*/') ?? []
  if (part.list === undefined) {
    for (const entry of entries) placeCells(draft.places, draft.convention, '', entry)
  } else if (inner === undefined) {
    draft.places.note(`/${owners}`, sheet)
    putAt(draft.convention, owners, placeList(draft.places, `/${owners}`, entries))
  } else {
    const key = part.owner?.key ?? ''
    const list = (valueAt(draft.convention, owners) as Draft[] | undefined) ?? []
    draft.problems.push(...entries.flatMap((entry) => ownerProblems(entry, list, key)))
    for (const [at, owner] of list.entries()) {
      const own = entries.filter((entry) => ownerOf(entry) === owner[key])
      putAt(owner, inner, placeList(draft.places, `/${owners}/${at}/${inner}`, own))
    }
  }
}

const ownerCell = ({ cells }: FormEntry): FormCell | undefined =>
  cells.find(({ column }) => column.path === OWNER)

function ownerOf(entry: FormEntry): unknown {
  const read = ownerCell(entry)?.read
  return read && 'value' in read ? read.value : undefined
}

/** An entry whose owner is not named, or is not there. */
function ownerProblems(entry: FormEntry, owners: readonly Draft[], key: string): AppError[] {
  const name = ownerOf(entry)
  const path = ownerCell(entry)?.place ?? entry.place
  if (name === '') return [{ code: 'import.convention-cell-missing', details: { path } }]
  return owners.some((owner) => owner[key] === name)
    ? []
    : [{ code: 'import.convention-owner-unknown', details: { path } }]
}

const placeList = (places: FormPlaces, path: string, entries: readonly FormEntry[]): Draft[] =>
  entries.map((entry, at) => {
    places.note(`${path}/${at}`, entry.place)
    return placeCells(places, {}, `${path}/${at}`, entry)
  })

/** Puts the cells of one entry into its record; a record that the convention may do without is null when all of it is empty. */
function placeCells(places: FormPlaces, record: Draft, path: string, { cells }: FormEntry): Draft {
  for (const { column, place, isEmpty, read } of cells) {
    if (column.path === OWNER) continue
    places.note(`${path}/${column.path}`, place, isEmpty)
    if ('fault' in read) continue
    const isAbsent = column.within !== '' && isEmptyRecord(cells, column.within)
    if (isAbsent) putAt(record, column.within, null)
    else putAt(record, column.path, read.value)
  }
  return record
}

const isEmptyRecord = (cells: readonly FormCell[], within: string): boolean =>
  cells.every(({ column, isEmpty }) => column.within !== within || isEmpty)

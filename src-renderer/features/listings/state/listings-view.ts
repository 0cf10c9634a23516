import { create } from 'zustand'
import { LONGEST_LABEL, linkLabel } from '#domain/finding/cite-rows.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import type { RowIndex } from '#domain/listing/row-index.ts'
import { EVERYTHING, viewRows, type RowChoice, type ViewQuery } from '#domain/listing/row-view.ts'
import {
  keepListingLook,
  keptListingLook,
  shownPlace,
  type KeptLook,
} from '#renderer/features/listings/state/kept-listings.ts'
import { keepLook } from '#renderer/ui/kept-looks.ts'

/** What is looked at in one opened listing. Rows are places in the listing. */
export interface Look extends KeptLook {
  readonly selected: ReadonlySet<number>
}
export type Cursor = KeptLook['cursor']

export const FIRST_LOOK: Look = {
  query: EVERYTHING,
  selected: new Set(),
  openRow: null,
  cursor: { row: 0, column: 0 },
  rejected: false,
}

/** A row to be shown: its listing and its line in the file. */
export interface SoughtRow {
  readonly listing: ListingName
  readonly line: number
  /** Its name, where its line may be that of another version. */
  readonly label?: string
}
/** Some rows of a listing to be shown alone. */
export interface SoughtRows extends RowChoice {
  readonly listing: ListingName
}

interface ListingsView {
  /** Key of an opened listing → what is looked at in it. */
  readonly looks: Readonly<Record<string, Look>>
  /** Inspection → row or rows to go to as soon as their listing is open. */
  readonly sought: Readonly<Record<string, SoughtRow | SoughtRows | undefined>>
  /** Inspection → rows that links led away from, the last one last. */
  readonly trails: Readonly<Record<string, readonly Step[]>>
  /** Inspection → the finding that rows are being picked for. */
  readonly picking: Readonly<Record<string, string | undefined>>
  /** Key of a listing opened since the start → suspicious rows, those that another package claims too included. */
  readonly suspicious: Readonly<Record<string, number>>
}

/** A row that a link led away from. */
export interface Step extends SoughtRow {
  readonly label: string
}

/** What is looked at in the listings; never their rows. */
export const useListingsView = create<ListingsView>(() => ({
  looks: {},
  sought: {},
  trails: {},
  picking: {},
  suspicious: {},
}))

export const noteSuspicious = (key: string, rows: number): void =>
  useListingsView.setState(({ suspicious }) => ({ suspicious: { ...suspicious, [key]: rows } }))

export const showListing = (inspectionId: string, listing: ListingName): void =>
  keepLook(shownPlace(inspectionId), listing)

/** Turns to a row, or to some rows alone: to their listing now, to them once that is open. */
export function seek(inspectionId: string, what: SoughtRow | SoughtRows): void {
  showListing(inspectionId, what.listing)
  useListingsView.setState(({ sought }) => ({ sought: { ...sought, [inspectionId]: what } }))
}

/** Rows are picked for a finding from now on. */
export const pickFor = (inspectionId: string, findingId: string): void =>
  useListingsView.setState(({ picking }) => ({ picking: { ...picking, [inspectionId]: findingId } }))

export const endPicking = (inspectionId: string): void =>
  useListingsView.setState(({ picking }) => ({ picking: { ...picking, [inspectionId]: undefined } }))

/** Follows a link from a row to another, and remembers the way back. */
export function followLink(inspectionId: string, from: Step, to: SoughtRow | SoughtRows): void {
  useListingsView.setState(({ trails }) => ({
    trails: { ...trails, [inspectionId]: [...(trails[inspectionId] ?? []), from] },
  }))
  seek(inspectionId, to)
}

/** Forgets the way back: the row was closed. */
export const endTrail = (inspectionId: string): void =>
  useListingsView.setState(({ trails }) => ({ trails: { ...trails, [inspectionId]: [] } }))

/** Goes back to the row that the last link led away from. */
export function goBack(inspectionId: string): void {
  const trail = useListingsView.getState().trails[inspectionId] ?? []
  const last = trail.at(-1)
  if (!last) return
  useListingsView.setState(({ trails }) => ({ trails: { ...trails, [inspectionId]: trail.slice(0, -1) } }))
  seek(inspectionId, last)
}

/**
 * Shows what was sought in the listing that is open now, without the filters that would hide it.
 * Gives the row that is not in it; null when all is well.
 */
export function goToSought(inspectionId: string, { key, rows, index }: SearchedListing): SoughtRow | null {
  const { sought, looks } = useListingsView.getState()
  const what = sought[inspectionId]
  if (!what) return null
  useListingsView.setState({ sought: { ...sought, [inspectionId]: undefined } })
  if ('rows' in what) {
    const only = { name: what.name, rows: what.rows }
    changeLook(key, { ...FIRST_LOOK, query: { ...EVERYTHING, only } })
    return null
  }
  const row = placeOf(rows, what)
  if (row < 0) return what
  const { query } = looks[key] ?? FIRST_LOOK
  const at = viewRows(index, query).indexOf(row)
  const place = at < 0 ? { query: EVERYTHING, at: row } : { query, at }
  changeLook(key, { query: place.query, openRow: row, cursor: { row: place.at, column: 1 }, rejected: false })
  return null
}

/** Where a row stands: at its line, and where that is another row's by now, where its label is. */
function placeOf(rows: readonly ListingRow[], { listing, line, label }: SoughtRow): number {
  const isNamed = ({ cells }: ListingRow): boolean =>
    label === undefined || linkLabel(listing, cells) === label.slice(0, LONGEST_LABEL)
  const at = rows.findIndex((row) => row.line === line && isNamed(row))
  return at < 0 && label !== undefined ? rows.findIndex(isNamed) : at
}

/** What is needed of a listing to find a row in it. */
interface SearchedListing {
  readonly key: string
  readonly rows: readonly ListingRow[]
  readonly index: RowIndex
}

/** Changes what is looked at in the listing opened under `key`. */
export function changeLook(key: string, change: Partial<Look>): void {
  const look = { ...(useListingsView.getState().looks[key] ?? FIRST_LOOK), ...change }
  setLook(key, look)
  keepListingLook(key, look)
}

/** A listing was opened: what is looked at in it goes on, also where the app was left. */
export function resumeLook(key: string): void {
  const kept = useListingsView.getState().looks[key] ? null : keptListingLook(key)
  if (kept) setLook(key, { ...FIRST_LOOK, ...kept })
}

const setLook = (key: string, look: Look): void =>
  useListingsView.setState(({ looks }) => ({ looks: { ...looks, [key]: look } }))

/** Changes the question asked of a listing; the cursor goes back to the first row. */
export function changeQuery(key: string, change: Partial<ViewQuery>): void {
  const { query, cursor } = useListingsView.getState().looks[key] ?? FIRST_LOOK
  changeLook(key, { query: { ...query, ...change }, cursor: { ...cursor, row: Math.min(cursor.row, 0) } })
}

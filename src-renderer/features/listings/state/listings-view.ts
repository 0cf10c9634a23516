import { create } from 'zustand'
import { LISTING_NAMES, type ListingName, type ListingRow } from '#domain/listing/listing.ts'
import { EVERYTHING, type ViewQuery } from '#domain/listing/row-view.ts'

/** What is looked at in one opened listing. Rows are places in the listing. */
export interface Look {
  readonly query: ViewQuery
  readonly selected: ReadonlySet<number>
  /** The row whose detail is open. */
  readonly openRow: number | null
  /** The place in the grid that the keyboard is at; row -1 is the header. */
  readonly cursor: Cursor
  readonly rejected: boolean
}

export interface Cursor {
  readonly row: number
  readonly column: number
}

export const FIRST_LOOK: Look = {
  query: EVERYTHING,
  selected: new Set(),
  openRow: null,
  cursor: { row: 0, column: 0 },
  rejected: false,
}

/** A row to be shown: its listing and its line in the file. */
export interface FocusRow {
  readonly listing: string
  readonly line: number
}

interface ListingsView {
  /** Inspection → listing shown. */
  readonly shown: Readonly<Record<string, ListingName>>
  /** Key of an opened listing → what is looked at in it. */
  readonly looks: Readonly<Record<string, Look>>
  /** Inspection → row to go to as soon as its listing is open. */
  readonly sought: Readonly<Record<string, FocusRow | undefined>>
}

/** What is looked at in the listings; never their rows. */
export const useListingsView = create<ListingsView>(() => ({ shown: {}, looks: {}, sought: {} }))

export const showListing = (inspectionId: string, listing: ListingName): void =>
  useListingsView.setState(({ shown }) => ({ shown: { ...shown, [inspectionId]: listing } }))

/** Turns to a row: to its listing now, to the row once that is open. */
export function seekRow(inspectionId: string, row: FocusRow): void {
  const listing = LISTING_NAMES.find((name) => name === row.listing)
  if (listing) showListing(inspectionId, listing)
  useListingsView.setState(({ sought }) => ({ sought: { ...sought, [inspectionId]: row } }))
}

/** Shows the row that was sought, without the filters that could hide it. */
export function goToSought(inspectionId: string, key: string, rows: readonly ListingRow[]): void {
  const { sought } = useListingsView.getState()
  const line = sought[inspectionId]?.line
  useListingsView.setState({ sought: { ...sought, [inspectionId]: undefined } })
  const row = rows.findIndex((one) => one.line === line)
  if (row < 0) return
  changeLook(key, { query: EVERYTHING, openRow: row, cursor: { row, column: 1 }, rejected: false })
}

/** Changes what is looked at in the listing opened under `key`. */
export const changeLook = (key: string, change: Partial<Look>): void =>
  useListingsView.setState(({ looks }) => ({
    looks: { ...looks, [key]: { ...(looks[key] ?? FIRST_LOOK), ...change } },
  }))

/** Changes the question asked of a listing; the cursor goes back to the first row. */
export function changeQuery(key: string, change: Partial<ViewQuery>): void {
  const { query, cursor } = useListingsView.getState().looks[key] ?? FIRST_LOOK
  changeLook(key, { query: { ...query, ...change }, cursor: { ...cursor, row: Math.min(cursor.row, 0) } })
}

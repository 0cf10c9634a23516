import { beforeEach, describe, expect, it } from 'vitest'
import { columnsOf } from '#domain/listing/columns.ts'
import type { ListingRow } from '#domain/listing/listing.ts'
import { buildRowIndex, runToEnd } from '#domain/listing/row-index.ts'
import { EVERYTHING, viewRows } from '#domain/listing/row-view.ts'
import { viewColumn } from '#renderer/features/listings/queries/view-column.ts'
import {
  changeLook,
  changeQuery,
  endTrail,
  FIRST_LOOK,
  followLink,
  goBack,
  goToSought,
  resumeLook,
  seek,
  showListing,
  useListingsView,
  type Step,
} from '#renderer/features/listings/state/listings-view.ts'
import { shownPlace } from '#renderer/features/listings/state/kept-listings.ts'
import { addPackageKey } from '#renderer/db/store.ts'
import { forgetDraftsOf, keptAt, loadDrafts } from '#renderer/ui/kept-drafts.ts'
import { writeLooks } from '#renderer/ui/kept-looks.ts'
import { openTestStore, PACKAGE_KEY } from '#test/renderer/open-test-store.ts'

const ID = 'inspection'
const columns = columnsOf('references').map((column, at) => ({ ...column, at }))
const rows = ['B', 'A', 'C'].map((code, at): ListingRow => {
  return { line: at + 2, cells: columns.map(({ id }) => (id === 'code' ? code : null)), marks: [] }
})
const open = (key: string) => ({ key, rows, index: runToEnd(buildRowIndex(columns.map(viewColumn), rows)) })
const here = open('references')
const look = () => useListingsView.getState().looks['references'] ?? FIRST_LOOK
const state = () => useListingsView.getState()
const step = (label: string, line: number): Step => ({ listing: 'references', line, label })

beforeEach(() => useListingsView.setState({ looks: {}, sought: {}, trails: {} }))

describe('a row that another place leads to', () => {
  it('is shown in its listing once that is open, and only once', () => {
    seek(ID, { listing: 'references', line: 4 })
    expect(keptAt(shownPlace(ID))).toBe('references')
    goToSought(ID, here)
    expect(look()).toMatchObject({ openRow: 2, cursor: { row: 2, column: 1 } })
    changeLook('references', { openRow: null })
    goToSought(ID, here)
    expect(look().openRow).toBeNull()
  })

  it('keeps the filter and the order it can be seen in, at its place there', () => {
    changeQuery('references', { sort: [{ column: 'code', descending: false }] })
    seek(ID, { listing: 'references', line: 2 })
    goToSought(ID, here)
    expect(look().query.sort).toHaveLength(1)
    expect(look()).toMatchObject({ openRow: 0, cursor: { row: 1 } })
  })

  it('takes away the filters that hide it', () => {
    changeQuery('references', { search: 'A' })
    seek(ID, { listing: 'references', line: 2 })
    goToSought(ID, here)
    expect(look()).toMatchObject({ openRow: 0, query: EVERYTHING })
  })

  it('is found by its name where another version has it at another line, and no other row in its place', () => {
    seek(ID, { listing: 'references', line: 2, label: 'C' })
    expect(goToSought(ID, here)).toBeNull()
    expect(look()).toMatchObject({ openRow: 2, cursor: { row: 2 } })
    seek(ID, { listing: 'references', line: 3, label: 'gone' })
    expect(goToSought(ID, here)).toMatchObject({ label: 'gone' })
    expect(look().openRow).toBe(2)
  })

  it('changes nothing when the listing has no such line', () => {
    changeQuery('references', { search: 'A' })
    seek(ID, { listing: 'references', line: 99 })
    goToSought(ID, here)
    expect(look()).toMatchObject({ openRow: null, query: { search: 'A' } })
  })
})

it('shows rows that another screen chose alone, under their name', () => {
  changeLook('references', { selected: new Set([0]), rejected: true })
  seek(ID, { listing: 'references', name: 'Femmes', rows: [2, 0] })
  goToSought(ID, here)
  expect(look()).toMatchObject({ rejected: false, selected: new Set(), query: { only: { name: 'Femmes' } } })
  expect([...viewRows(here.index, look().query)]).toEqual([0, 2])
})

describe('the way back', () => {
  it('leads along the links, one after the other', () => {
    followLink(ID, step('A-1', 2), { listing: 'attendance', line: 7 })
    followLink(ID, step('A-1 · P-1', 7), { listing: 'participants', line: 3 })
    expect(state().trails[ID]?.map(({ label }) => label)).toEqual(['A-1', 'A-1 · P-1'])
    goBack(ID)
    expect(state().sought[ID]).toMatchObject({ line: 7 })
    goBack(ID)
    expect(state().sought[ID]).toMatchObject({ line: 2 })
    expect(state().trails[ID]).toEqual([])
    goBack(ID)
    expect(state().sought[ID]).toMatchObject({ line: 2 })
  })

  it('is forgotten when the row is closed, and is each inspection’s own', () => {
    followLink(ID, step('A-1', 2), { listing: 'attendance', line: 7 })
    followLink('other', step('B-1', 2), { listing: 'attendance', line: 7 })
    endTrail(ID)
    expect(state().trails[ID]).toEqual([])
    expect(state().trails['other']).toHaveLength(1)
  })
})

describe('what was looked at when the app was left', () => {
  const KEY = `${ID}/references/of-this-file`
  const query = { ...EVERYTHING, search: 'A', sort: [{ column: 'code', descending: true }] }
  /** The next page, which has only what the disk holds. */
  async function startAgain(): Promise<void> {
    await writeLooks()
    await loadDrafts()
    useListingsView.setState({ looks: {} })
  }

  beforeEach(async () => {
    await openTestStore()
    addPackageKey(ID, PACKAGE_KEY)
    await loadDrafts()
  })

  it('comes back: the listing, its filters and order, the open row, not the selection', async () => {
    showListing(ID, 'references')
    changeQuery(KEY, { search: query.search, sort: query.sort })
    changeLook(KEY, { openRow: 1, cursor: { row: 0, column: 2 }, selected: new Set([1]) })
    await startAgain()
    resumeLook(KEY)
    expect(keptAt(shownPlace(ID))).toBe('references')
    expect(state().looks[KEY]).toEqual({
      ...{ query, openRow: 1, cursor: { row: 0, column: 2 } },
      ...{ rejected: false, selected: new Set() },
    })
  })

  it('does not come back to another content of the listing, whose rows stand elsewhere', async () => {
    changeQuery(KEY, { search: 'A' })
    await startAgain()
    resumeLook(`${ID}/references/of-another-file`)
    expect(state().looks).toEqual({})
  })

  it('gives way to what is looked at since', async () => {
    changeQuery(KEY, { search: 'A' })
    await startAgain()
    changeQuery(KEY, { search: 'B' })
    resumeLook(KEY)
    expect(state().looks[KEY]?.query.search).toBe('B')
  })

  it('is gone with the package', async () => {
    changeQuery(KEY, { search: 'A' })
    forgetDraftsOf(ID)
    await startAgain()
    resumeLook(KEY)
    expect(state().looks).toEqual({})
  })
})

import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { columnsOf } from '#domain/listing/columns.ts'
import { buildRowIndex, runToEnd } from '#domain/listing/row-index.ts'
import type * as Arrange from '#renderer/features/listings/commands/arrange-columns.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { viewColumn } from '#renderer/features/listings/queries/view-column.ts'
import { readLayouts } from '#renderer/features/listings/state/column-layout.ts'
import { changeQuery, FIRST_LOOK, useListingsView } from '#renderer/features/listings/state/listings-view.ts'

const kept = new Map<string, string>()
let arrange: typeof Arrange

beforeAll(async () => {
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  })
  arrange = await import('#renderer/features/listings/commands/arrange-columns.ts')
})
beforeEach(() => {
  arrange.resetColumns(references)
  useListingsView.setState({ looks: {} })
})

const columns = columnsOf('references').map((column, at) => ({ ...column, at }))
const index = runToEnd(buildRowIndex(columns.map(viewColumn), []))
const references: OpenedListing = { key: 'k', listing: 'references', columns, identity: [], rows: [], index }
const stored = () => readLayouts([...kept.values()].at(-1) ?? null).references
const query = () => (useListingsView.getState().looks['k'] ?? FIRST_LOOK).query

it('keeps for the next start what is hidden and in which order columns stand', () => {
  arrange.showColumn(references, 'kind', false)
  arrange.moveColumn(references, ['labelFr', 'labelNl', 'kind'], 'kind', -1)
  expect(stored()).toEqual({ hidden: ['kind'], order: ['labelFr', 'kind', 'labelNl'] })
  arrange.showColumn(references, 'kind', true)
  expect(stored()?.hidden).toEqual([])
  arrange.resetColumns(references)
  expect(stored()).toEqual({ hidden: [], order: [] })
})

it('neither filters nor orders by a column that is hidden', () => {
  const sort = ['kind', 'code'].map((column) => ({ column, descending: false }))
  const contains = (text: string) => ({ kind: 'contains', text }) as const
  changeQuery('k', { sort, filters: { kind: contains('ACTION'), code: contains('1') }, search: 'atelier' })
  arrange.showColumn(references, 'kind', false)
  expect(query()).toMatchObject({ sort: [sort[1]], filters: { code: contains('1') }, search: 'atelier' })
  expect(query().filters).not.toHaveProperty('kind')
})

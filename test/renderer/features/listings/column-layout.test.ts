import { describe, expect, it } from 'vitest'
import { columnsOf } from '#domain/listing/columns.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import { buildRowIndex, runToEnd } from '#domain/listing/row-index.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { viewColumn } from '#renderer/features/listings/queries/view-column.ts'
import {
  inOrder,
  moved,
  readLayouts,
  type ColumnLayout,
} from '#renderer/features/listings/state/column-layout.ts'
import { gridColumns, movableColumns } from '#renderer/features/listings/ui/grid-columns.ts'

const words = { margin: 'Marque', rules: 'Règles', yes: 'Oui', no: 'Non' }

function open(listing: ListingName, rows: ListingRow[] = []): OpenedListing {
  const placed = columnsOf(listing).map((column, at) => ({ ...column, at }))
  const columns = placed.filter((column) => !column.identity)
  const identity = placed.filter((column) => column.identity)
  const index = runToEnd(buildRowIndex(columns.map(viewColumn), rows))
  return { key: listing, listing, columns, identity, rows, index }
}
const marked: ListingRow = { line: 2, cells: [], marks: [{ rule: 'x', severity: 'F', columns: [] }] }
const shown = (listing: OpenedListing, layout?: ColumnLayout) =>
  gridColumns(listing, 'fr', words, layout).map(({ id, frozen }) => (frozen ? `[${id}]` : id))

describe('the columns of a grid', () => {
  it('begin with the margin and every key column, which stay while the rest scrolls', () => {
    expect(shown(open('attendance')).slice(0, 4)).toEqual([
      '[margin]',
      '[activityId]',
      '[participationId]',
      'present',
    ])
    expect(shown(open('participants', [marked])).slice(0, 3)).toEqual([
      '[margin]',
      '[participationId]',
      'rules',
    ])
  })

  it('are those chosen, in the order chosen; new ones follow', () => {
    const layout = { hidden: ['labelNl', 'kind'], order: ['validFrom', 'labelFr'] }
    expect(shown(open('references'), layout)).toEqual([
      ...['[margin]', '[code]', 'validFrom', 'labelFr', 'unit', 'unitCostCode', 'validTo'],
    ])
  })

  it('never hold a column that says who a person is, whatever the layout asks', () => {
    for (const listing of ['participants', 'counsellors'] as const) {
      const secret = columnsOf(listing).flatMap(({ id, identity }) => (identity ? [id] : []))
      expect(secret.length).toBeGreaterThan(0)
      const all = shown(open(listing), { hidden: [], order: secret })
      const movable = movableColumns(open(listing), 'fr', words).map(({ id }) => id)
      for (const id of secret) {
        expect(all).not.toContain(id)
        expect(movable).not.toContain(id)
        expect(open(listing).index.columns.has(id)).toBe(false)
      }
    }
  })

  it('stand side by side without a gap', () => {
    const columns = gridColumns(open('activities'), 'nl', words, { hidden: ['label'], order: ['date'] })
    columns.reduce((left, column) => {
      expect(column.left).toBe(left)
      return left + column.width
    }, 0)
  })
})

describe('a layout', () => {
  it('moves a column one place and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 'a', 1)).toEqual(['b', 'a'])
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'unknown', 1)).toEqual(['a', 'b'])
    expect(inOrder([{ id: 'a' }, { id: 'b' }, { id: 'c' }], ['c', 'gone', 'a']).map(({ id }) => id)).toEqual([
      ...['c', 'a', 'b'],
    ])
  })

  it('is read back as it was stored, and left out when it is not one', () => {
    const layout = { hidden: ['kind'], order: [] }
    const stored = {
      references: layout,
      activities: { hidden: 'all', order: [] },
      attendance: null,
      other: layout,
    }
    expect(readLayouts(JSON.stringify(stored))).toEqual({ references: layout })
    for (const broken of [null, '', '{', '[]', '"x"', 'null', '7']) expect(readLayouts(broken)).toEqual({})
  })
})

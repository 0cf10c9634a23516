import { describe, expect, it } from 'vitest'
import { columnsOf } from '#domain/listing/columns.ts'
import type { Cell, ListingRow } from '#domain/listing/listing.ts'
import { buildRowIndex, runToEnd } from '#domain/listing/row-index.ts'
import { EVERYTHING } from '#domain/listing/row-view.ts'
import { copiedText } from '#renderer/features/listings/commands/copy-rows.ts'
import {
  exportedColumns,
  sheetWriter,
  textWriter,
} from '#renderer/features/listings/commands/export-cells.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { viewColumn } from '#renderer/features/listings/queries/view-column.ts'
import { gridColumns } from '#renderer/features/listings/ui/grid-columns.ts'

const placed = columnsOf('counsellors').map((column, at) => ({ ...column, at }))
const columns = placed.filter((column) => !column.identity)
const rowOf = (line: number, cells: Record<string, Cell>): ListingRow => ({
  line,
  cells: placed.map(({ id }) => cells[id] ?? null),
  marks: [{ rule: 'staff-no-access', severity: 'F', columns: [] }],
})
const rows = [
  rowOf(2, {
    counsellorId: 'R-01',
    lastName: 'MARTIN',
    nissHash: 'hmac:9f2c',
    function: '=HYPERLINK("http://x")\tjobcoach',
    contractStart: '2021-02-01',
    fteContract: 0.8,
    rpeUser: false,
    grossAnnualCost: 5_848_050,
  }),
  rowOf(3, { counsellorId: 'R-02', lastName: 'DE SMET', function: '-5', contractStart: '2025-06-01' }),
]
const listing: OpenedListing = {
  ...{ key: 'k', listing: 'counsellors', columns, rows },
  identity: placed.filter((column) => column.identity),
  index: runToEnd(buildRowIndex(columns.map(viewColumn), rows)),
}
const words = { yes: 'Oui', no: 'Non', say: ({ rule }: { rule: string }) => `dit ${rule}` }
const chosen = ['function', 'contractStart', 'fteContract', 'rpeUser', 'grossAnnualCost', 'rules']
const hidden = columns.map(({ id }) => id).filter((id) => !chosen.includes(id))
const shown = gridColumns(
  listing,
  'fr',
  { ...words, margin: 'Marque', rules: 'Règles' },
  { hidden, order: chosen },
)

describe('what leaves the screen', () => {
  it('are the columns shown, in their order, without the margin', () => {
    expect(exportedColumns(shown).map(({ id }) => id)).toEqual(['counsellorId', ...chosen])
  })

  it('is text in the forms an import reads again', () => {
    const write = textWriter(exportedColumns(shown), words)
    expect(write(rows[0]!).slice(2)).toEqual(['01/02/2021', '0,80', 'Non', '58480,50', 'dit staff-no-access'])
    expect(write(rows[1]!)).toEqual(['R-02', '-5', '01/06/2025', '', '', '', 'dit staff-no-access'])
  })

  it('is numbers and days in a workbook', () => {
    const write = sheetWriter(exportedColumns(shown), words)
    expect(write(rows[0]!).slice(2, 6)).toEqual([{ day: '2021-02-01' }, 0.8, false, 58480.5])
  })

  it('never holds who a person is, even when every column is shown', () => {
    const all = gridColumns(listing, 'fr', { ...words, margin: 'Marque', rules: 'Règles' })
    const text = JSON.stringify([rows.map(textWriter(all, words)), rows.map(sheetWriter(all, words))])
    expect(text).not.toMatch(/MARTIN|DE SMET|hmac/)
  })
})

describe('a copied selection', () => {
  const copy = (selected: number[], descending = false) =>
    copiedText(
      listing,
      {
        selected: new Set(selected),
        query: { ...EVERYTHING, sort: [{ column: 'counsellorId', descending }] },
      },
      shown,
      words,
    ).split('\r\n')

  it('has the headers and the selected rows in the order of the grid', () => {
    expect(copy([0, 1], true).map((line) => line.split('\t')[0])).toEqual(['Agent référent', 'R-02', 'R-01'])
    expect(copy([1])).toHaveLength(2)
  })

  it('can’t run as a formula where it is pasted, nor break its row', () => {
    const [, line] = copy([0])
    expect(line?.split('\t')).toHaveLength(7)
    expect(line?.split('\t')[1]).toBe('\'=HYPERLINK("http://x") jobcoach')
    expect(copy([1])[1]?.split('\t')[1]).toBe('-5')
  })
})

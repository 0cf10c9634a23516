import { describe, expect, it } from 'vitest'
import { columnsOf } from '#domain/listing/columns.ts'
import type { Cell, ListingRow, RuleMark } from '#domain/listing/listing.ts'
import { buildRowIndex, runToEnd } from '#domain/listing/row-index.ts'
import { EVERYTHING, sumColumn, viewRows } from '#domain/listing/row-view.ts'
import { viewColumn } from '#renderer/features/listings/queries/view-column.ts'
import { cellFormatter } from '#renderer/ui/format-cell.ts'

const columns = columnsOf('counsellors').map((column, at) => ({ ...column, at }))
const mark: RuleMark = { rule: 'staff-no-access', severity: 'F', columns: [] }
const rowOf = (line: number, cells: Record<string, Cell>): ListingRow => ({
  line,
  cells: columns.map(({ id }) => cells[id] ?? null),
  marks: [mark],
})
const rows = [
  rowOf(2, {
    counsellorId: 'R-01',
    fteOnAction: 0.8,
    grossAnnualCost: 5_848_000,
    contractStart: '2021-02-01',
  }),
  rowOf(3, {
    counsellorId: 'R-02',
    fteOnAction: 0.1,
    grossAnnualCost: 4_678_601,
    contractStart: '2025-06-01',
  }),
]
const index = runToEnd(buildRowIndex(columns.map(viewColumn), rows))
const found = (search: string) => [...viewRows(index, { ...EVERYTHING, search })]

describe('a column of a listing', () => {
  it('is found as it reads on screen: dates by day, amounts with comma or point', () => {
    expect(found('01/02/2021')).toEqual([0])
    expect(found('46786,01')).toEqual([1])
    expect(found('0.80')).toEqual([0])
  })

  it('adds decimals in hundredths and money in cents', () => {
    expect(sumColumn(index, 'fteOnAction', [0, 1])).toBe(90)
    expect(sumColumn(index, 'grossAnnualCost', [0, 1])).toBe(10_526_601)
  })

  it('is written in Belgian form', () => {
    const words = { yes: 'Oui', no: 'Non' }
    expect(cellFormatter('date', 'fr', words)('2025-11-18')).toBe('18/11/2025')
    expect(cellFormatter('decimal', 'nl', words)(1250.5)).toBe('1.250,50')
    expect(cellFormatter('boolean', 'fr', words)(false)).toBe('Non')
    expect(cellFormatter('money', 'nl', words)(1_265_000).replace(/\s/g, ' ')).toBe('€ 12.650,00')
    expect(cellFormatter('text', 'fr', words)(null)).toBe('')
  })
})

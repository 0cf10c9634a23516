import { describe, expect, it } from 'vitest'
import type { SheetCell } from '#domain/table/write-workbook.ts'
import { cellsOf, ENTRY, marksOf, PERSON, REFERENCE, workbookFile } from '#test/fixtures/listings/one-file.ts'

describe('the same cell in every form', () => {
  const dayForms: SheetCell[] = [
    ...[
      '03/03/2025',
      '3/3/25',
      '03.03.2025',
      '3-3-2025',
      '2025-03-03',
      '2025-03-03T10:30',
      '20250303',
      '45719',
    ],
    ...[45719, 45719.4, 20250303, { day: '2025-03-03' }],
  ]
  it.each(dayForms)('%j is a day', async (day) => {
    expect(await cellsOf(await workbookFile(REFERENCE, ['A', 'ACTION', day]))).toMatchObject({
      validFrom: '2025-03-03',
    })
  })

  it.each(['1.234,50', '1 234,5', '1\u00a0234,50', '1\u202f234,50', '1234,50 €', '€ 1234,50', 1234.5])(
    '%j is an amount',
    async (amount) => {
      const head = ['counsellorId', 'contractStart', 'fteContract', 'fteOnAction', 'startOnAction', 'rpeUser']
      const row = ['R', '01/01/2025', 1, 1, '01/01/2025', 'O', amount]
      const file = await workbookFile([...head, 'grossAnnualCost'], row)
      expect(await cellsOf(file)).toMatchObject({ grossAnnualCost: 123_450 })
    },
  )

  const head = ['activityId', 'participationId', 'present', 'arrival']
  it.each([
    ...['O', 'oui', 'J', 'Ja', '1', 'x', 'VRAI', 'WAAR', 'TRUE', 'Yes'].map((cell): [SheetCell, boolean] => [
      cell,
      true,
    ]),
    ...['N', 'Non', 'Nee', '0', 'FAUX', 'ONWAAR', 'FALSE', 'no'].map((cell): [SheetCell, boolean] => [
      cell,
      false,
    ]),
    ...([1, true].map((cell) => [cell, true]) as [SheetCell, boolean][]),
    ...([0, false].map((cell) => [cell, false]) as [SheetCell, boolean][]),
  ])('%j is %s', async (cell, present) => {
    expect(await cellsOf(await workbookFile(head, ['A-1', 'P-1', cell]))).toMatchObject({ present })
  })

  it.each(['9:30', '09h30', '9u30', '0930', '0,395833333', 0.395833333, 45719.395833333])(
    '%j is a time',
    async (time) => {
      expect(await cellsOf(await workbookFile(head, ['A-1', 'P-1', 'O', time]))).toMatchObject({
        arrival: '09:30',
      })
    },
  )

  it.each([9.5, -1, 1e9, 'midi'])('%j is no time', async (time) => {
    expect(await marksOf(await workbookFile(head, ['A-1', 'P-1', 'O', time]))).toEqual([
      'W cell-time arrival',
    ])
  })

  it.each([
    ['21012', '21012'],
    [21012, '21012'],
    ['MOLENBEEK-SAINT-JEAN/SINT-JANS-MOLENBEEK', '21012'],
    ['St-Josse-ten-Noode.', '21014'],
    ['BRUXELLES/BRUSSEL', '21004'],
  ])('%j is a commune', async (cell, nisCode) => {
    expect(await cellsOf(await workbookFile([...PERSON, 'nisCode'], [...ENTRY, cell]))).toMatchObject({
      nisCode,
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnIdsOf } from '#domain/listing/columns.ts'
import type { Cell, ListingRow } from '#domain/listing/listing.ts'
import { barsOf, DIMENSIONS, profileOf, rowsChosen, type Choice } from '#domain/listing/profile.ts'
import { runToEnd } from '#domain/listing/row-index.ts'

type Cells = Readonly<Record<string, Cell>>
const participation = (cells: Cells, at: number): ListingRow => ({
  line: at + 2,
  cells: columnIdsOf('participants').map((id) => cells[id] ?? null),
  marks: [],
})
const profile = (rows: readonly Cells[]) =>
  runToEnd(profileOf(rows.map((cells, at) => participation({ entryDate: '2025-03-03', ...cells }, at))))
const counted = (rows: readonly Cells[], dimension: (typeof DIMENSIONS)[number], choice: Choice = {}) =>
  barsOf(profile(rows), dimension, choice)
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name}: ${count}`)

describe('the profile of participants', () => {
  it('counts the age reached on the day of entry, by the limits of the target groups', () => {
    const born = ['2007-03-04', '2007-03-03', '1995-03-04', '1995-03-03', '1975-03-04', '1975-03-03', null]
    const rows = born.map((birthDate) => ({ birthDate }))
    expect(counted(rows, 'age')).toEqual([
      '0-17: 1',
      '18-24: 1',
      '25-29: 1',
      '30-39: 1',
      '40-49: 1',
      '50-59: 1',
      'unknown: 1',
    ])
  })

  it('groups ISCED levels and months without work, and shows every band even when it is empty', () => {
    const rows = [0, 2, 3, 8, null].map((educationLevel) => ({ educationLevel }))
    expect(counted(rows, 'education')).toEqual(['0-2: 2', '3-4: 1', '5-8: 1', 'unknown: 1'])
    const months = [0, 5, 6, 12, 24, 600].map((unemploymentDurationMonths) => ({
      unemploymentDurationMonths,
    }))
    expect(counted(months, 'duration')).toEqual(['0-5: 2', '6-11: 1', '12-23: 1', '24-59: 1', '60+: 1'])
    expect(barsOf(profile([]), 'sex', {}).map(({ name, share }) => [name, share])).toEqual([
      ['F', 0],
      ['M', 0],
      ['X', 0],
    ])
  })

  it('takes the commune of the NIS code before that of the postcode, the largest first', () => {
    const rows = [
      { nisCode: '21012', postcode: '1030' },
      { postcode: '1030' },
      { postcode: '1030' },
      { nisCode: '23088' },
      {},
    ]
    expect(counted(rows, 'commune')).toEqual(['21015: 2', '21012: 1', 'elsewhere: 1', 'unknown: 1'])
  })

  it('orders phases by their number and counts persons by file number', () => {
    const rows = [
      { phase: 'P10', actirisNo: '1' },
      { phase: 'P9', actirisNo: '1' },
      { phase: 'P9' },
      { phase: 'P9' },
    ]
    expect(counted(rows, 'phase')).toEqual(['P9: 3', 'P10: 1'])
    expect(profile(rows).persons).toBe(3)
  })

  it('keeps the bars beside the chosen one in sight, and narrows the other charts', () => {
    const rows = [
      { sex: 'F', phase: 'P1' },
      { sex: 'F', phase: 'P2' },
      { sex: 'M', phase: 'P1' },
    ]
    expect(counted(rows, 'sex', { sex: 'F' })).toEqual(['F: 2', 'M: 1'])
    expect(counted(rows, 'phase', { sex: 'F' })).toEqual(['P1: 1', 'P2: 1'])
    expect(rowsChosen(profile(rows), { sex: 'F', phase: 'P2' })).toEqual([1])
    expect(rowsChosen(profile(rows), { sex: 'X' })).toEqual([])
  })

  it('counts every participation once in every chart, whatever is chosen in it', () => {
    const anyRow = fc.record({
      sex: fc.constantFrom('F', 'M', 'X', null),
      phase: fc.constantFrom('P1', 'P2'),
      educationLevel: fc.option(fc.nat(8)),
      postcode: fc.option(fc.constantFrom('1000', '1020', '1800', '1030')),
    })
    fc.assert(
      fc.property(fc.array(anyRow), fc.constantFrom('F', 'X'), (rows, sex) => {
        const made = profile(rows)
        for (const dimension of DIMENSIONS) {
          const bars = barsOf(made, dimension, { sex })
          const sum = bars.reduce((total, { count }) => total + count, 0)
          const all = dimension === 'sex' ? rows : rows.filter((row) => row.sex === sex)
          expect(sum).toBe(all.length)
          const chosen = bars.map(({ name }) => rowsChosen(made, { sex, [dimension]: name }).length)
          if (dimension !== 'sex') expect(chosen).toEqual(bars.map(({ count }) => count))
        }
      }),
      { numRuns: 50 },
    )
  })
})

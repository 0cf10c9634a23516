import fc from 'fast-check'
import { expect, it } from 'vitest'
import { citationsOf, newRows, withoutRows, withRows } from '#domain/finding/cite-rows.ts'
import { MOST_ROWS, type LinkedRow } from '#domain/finding/finding.ts'
import { newFinding } from '#domain/finding/new-finding.ts'

const row = (line: number, label = `A-${line}`): LinkedRow => ({ listing: 'activities', line, label })
const rows = (count: number, from = 1): LinkedRow[] =>
  Array.from({ length: count }, (_, at) => row(from + at))
const finding = (number: number, cited: LinkedRow[]) =>
  newFinding(
    { id: `018f0000-0000-7000-8000-00000000000${number}`, inspectionId: '', number },
    { rows: cited },
  )

it('cites a row once, whatever line it stands at in another version of the listing', () => {
  expect(newRows([row(1)], [row(1), row(9, 'A-1'), row(2), row(2)])).toEqual([row(2)])
  expect(newRows([row(1)], [{ ...row(1), listing: 'participants' }])).toHaveLength(1)
})

it('takes 500 rows and not one more, and then says so and takes none', () => {
  expect(withRows(rows(499), rows(1, 500))).toMatchObject({ ok: true })
  expect(withRows(rows(499), rows(2, 500))).toMatchObject({
    ok: false,
    error: { code: 'finding.too-many-rows', details: { most: MOST_ROWS, free: 1 } },
  })
  expect(withRows(rows(500), rows(3)), 'all cited already').toMatchObject({ ok: true })
})

it('has what it had before after adding rows and taking them away again', () => {
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((lines) => lines.map((line) => row(line)))
  fc.assert(
    fc.property(some, some, (cited, more) => {
      const added = newRows(cited, more)
      const all = withRows(cited, more)
      expect(all.ok && withoutRows(all.value, added)).toEqual(cited)
    }),
  )
})

it('says which findings cite a row, by its label', () => {
  const [first, second] = [finding(1, [row(1), row(2)]), finding(2, [row(2)])]
  const citations = citationsOf([first, second])
  expect(citations('activities', 'A-2')).toEqual([first, second])
  expect(citations('activities', 'A-1')).toEqual([first])
  expect(citations('activities', 'A-3')).toEqual([])
  expect(citations('participants', 'A-1')).toEqual([])
})

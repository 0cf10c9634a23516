import { expect, test } from 'vitest'
import type { RejectedRow } from '#domain/listing/listing.ts'
import { isReasonHeader } from '#renderer/features/import/reason-columns.ts'
import { rejectedSheet } from '#renderer/features/import/rejected-sheet.ts'

const words = {
  ...{ line: 'ligne', column: 'colonne', reason: 'motif' },
  say: ({ rule }: { rule: string }) => `${rule}.`,
  titleOf: (id: string) => id.toUpperCase(),
}
const older = { fileName: 'p.csv', sha256: '', size: 1, encoding: 'utf-8', extractedOn: '', separator: ',' }
const source = { ...older, headers: ['Code', 'Nature', 'Dès le'] }
const rejected = (text: string, ...rules: string[]): RejectedRow => ({
  line: 4,
  text,
  reasons: rules.map((rule) => ({ rule, severity: 'E', columns: ['kind'] })),
})

test('rejected rows go out under the headers of their file, behind their line, columns and reasons', () => {
  const sheet = rejectedSheet(
    { listing: 'references', source },
    [rejected('X,"a, ""b""",', 'cell-enum', 'cell-missing')],
    words,
  )
  expect(sheet).toEqual([
    ['Constat · ligne', 'Constat · colonne', 'Constat · motif', 'Code', 'Nature', 'Dès le'],
    ['4', 'KIND', 'cell-enum. cell-missing.', 'X', 'a, "b"', ''],
  ])
  expect(sheet[0]?.map(isReasonHeader)).toEqual([true, true, true, false, false, false])
})

test('rows of a workbook and rows with a quote left open keep all their text', () => {
  const workbook = { listing: 'references' as const, source: { ...source, separator: '' } }
  const [, cut, broken] = rejectedSheet(
    workbook,
    [rejected('"a;b";c', 'row-x'), rejected('"a;c', 'row-quote')],
    words,
  )
  expect(cut?.slice(3)).toEqual(['a;b', 'c'])
  expect(broken?.slice(3)).toEqual(['"a;c'])
})

test('without the header of the file the columns of the listing stand for it', () => {
  const [header] = rejectedSheet({ listing: 'references', source: older }, [], words)
  expect(header?.slice(3, 5)).toEqual(['code', 'labelFr'])
})

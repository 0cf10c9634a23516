import { expect, test } from 'vitest'
import { matchHeader, type ColumnMapping } from '#domain/listing/match-header.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { veiledRows } from '#renderer/features/import/veil.ts'

function shown(
  listing: ListingName | null,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  { mapping = {}, sheet = null }: { mapping?: ColumnMapping; sheet?: string | null } = {},
): string[][] {
  const match = matchHeader(listing ?? 'references', headers, mapping)
  return veiledRows({ rows, sheet }, match.headers, listing)
}

test('a preview never shows a name or a national number, known or not, left out or not', () => {
  const headers = ['participationId', 'lastName', 'NISS', 'Qui', 'Clé', 'Surnom', 'N° Actiris']
  const row = [
    'P-0001',
    'ALPHA',
    '96.03.14-998.37',
    'Élodie D’Hoore',
    '96031499837',
    'Nadia',
    '96 03 14 998 37',
  ]
  expect(shown('participants', headers, [row], { mapping: { surnom: null } })).toEqual([
    ['P-0001', '•••', '•••', 'Xxxxxx X’Xxxxx', '99999999999', '•••', '•••'],
  ])
  expect(shown(null, ['Qui', 'code'], [['Nadia', 'ALPHA']])[0]?.[0]).toBe('Xxxxx')
})

test('of a row whose cells do not stand under their headers it shows the shape only', () => {
  const headers = ['participationId', 'N° Actiris', 'lastName']
  expect(
    shown('participants', headers, [
      ['P-3', 'CHARLIE'],
      ['P-4', '5550004', 'DELTA', 'Sam'],
    ]),
  ).toEqual([
    ['X-9', 'XXXXXXX', ''],
    ['X-9', '9999999', 'XXXXX'],
  ])
  const short = shown('participants', headers, [['P-3', '5550003']], { sheet: 'Feuil1' })
  expect(short).toEqual([['P-3', '5550003', '']])
})

test('it shows what says nothing of a person as it stands', () => {
  expect(shown('references', ['code', 'Genre', 'Remarque'], [['X', 'ACTION', 'Nadia']])).toEqual([
    ['X', 'ACTION', 'Nadia'],
  ])
})

import { expect, test } from 'vitest'
import { matchHeader } from '#domain/listing/match-header.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { err, ok } from '#domain/result.ts'
import { blockerOf, type ChosenFile } from '#renderer/features/import/state/chosen-file.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'

let ids = 0
const chosen = (name: string, seen: ChosenFile['seen']): ChosenFile => ({
  id: ++ids,
  file: new File([], name),
  settings: {},
  seen,
  adds: false,
})
const HEADERS = { references: ['code', 'kind', 'validFrom'], attendance: ['activityId'] }
const listing = (name: ListingName & keyof typeof HEADERS): ChosenFile =>
  chosen(
    `${name}.csv`,
    ok({
      kind: 'listing',
      preview: {
        ...{ fileName: name, encoding: 'utf-8', separator: ';', sheets: [], sheet: null, headerLine: 1 },
        ...{ headers: matchHeader(name, HEADERS[name]).headers, rows: [], listing: name, missing: [] },
      },
    }),
  )
const convention = (): ChosenFile =>
  chosen(
    'c.json',
    ok({
      ...{ kind: 'convention', convention: sampleConvention(), warnings: [] },
      source: { fileName: 'c.json', sha256: 'a'.repeat(64), size: 1 },
    }),
  )

test('a bad file, one still being opened or one of a listing that is there twice stops them all', () => {
  const good = listing('references')
  expect(blockerOf([], true)).toBe('nothing')
  expect(blockerOf([good], true)).toBeNull()
  expect(blockerOf([good, chosen('b', err('import.pdf')), chosen('a', null)], true)).toBe('bad')
  expect(blockerOf([good, chosen('a', null)], true)).toBe('looking')
  expect(blockerOf([good, listing('references')], true)).toBe('twice')
  expect(blockerOf([good, listing('attendance')], true)).toBe('columns')
})

test('a new package wants one convention, and one only', () => {
  expect(blockerOf([listing('references')], false)).toBe('no-convention')
  expect(blockerOf([listing('references'), convention()], false)).toBeNull()
  expect(blockerOf([convention(), convention()], true)).toBe('conventions')
})

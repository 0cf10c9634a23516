import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeAgain } from '#domain/listing/judge/judge-again.ts'
import { importListings, type ImportedListing, type ListingFile } from '#domain/listing/import-listings.ts'
import type { ListingRow } from '#domain/listing/listing.ts'
import { mergeCorrected } from '#domain/listing/merge-corrected.ts'
import { runToEnd } from '#domain/listing/row-index.ts'
import {
  brokenRules,
  listingFile,
  sampleConvention,
  sampleFiles,
} from '#test/fixtures/listings/small-world.ts'

const importAll = async (files: readonly ListingFile[]): Promise<ImportedListing[]> => {
  const imported = await importListings(files, sampleConvention())
  if (!imported.ok) throw new Error(imported.error.code)
  return imported.value
}
const row = (line: number, code: string, label: string): ListingRow => ({
  line,
  cells: [code, label, null, 'ACTION', null, null, '2025-01-01', null],
  marks: [],
})

describe('mergeCorrected', () => {
  it('adds what is new, replaces what changed, and passes over what is already there', () => {
    const before = [row(2, 'A', 'x'), row(3, 'B', 'y')]
    const merged = mergeCorrected('references', before, [
      row(2, 'B', 'z'),
      row(3, 'A', 'x'),
      row(4, 'C', 'w'),
    ])
    expect(merged.rows).toEqual([row(2, 'A', 'x'), row(3, 'B', 'z'), row(4, 'C', 'w')])
    expect(merged.counts).toEqual({ added: 1, changed: 1, 'already-imported': 1 })
    expect(merged.fates.get('A')).toBe('already-imported')
  })

  it('imports nothing twice, keeps every row of before and gives each its own line', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.constantFrom('x', 'y')), {
      maxLength: 12,
    })
    const listed = (pairs: readonly (readonly [string, string])[]) =>
      pairs.map(([code, label], at) => row(at + 2, code, label))
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const before = mergeCorrected('references', [], listed(first)).rows
        const merged = mergeCorrected('references', before, listed(second))
        const again = mergeCorrected('references', merged.rows, merged.rows)
        expect(again.rows).toEqual(merged.rows)
        expect(again.counts).toEqual({ added: 0, changed: 0, 'already-imported': merged.rows.length })
        const codes = merged.rows.map(({ cells }) => cells[0])
        expect(new Set(codes).size).toBe(codes.length)
        expect(codes.slice(0, before.length)).toEqual(before.map(({ cells }) => cells[0]))
        expect(new Set(merged.rows.map(({ line }) => line)).size).toBe(merged.rows.length)
      }),
    )
  })
})

describe('judgeAgain', () => {
  it('says of stored rows what the import said', async () => {
    const imported = await importAll(sampleFiles())
    const again = runToEnd(judgeAgain(imported, sampleConvention()))
    for (const [at, { listing, rows }] of again.entries()) {
      expect(listing).toBe(imported[at]?.listing)
      expect(rows).toEqual(imported[at]?.rows)
    }
  })

  it('judges a corrected row together with those that stood', async () => {
    const wrong = listingFile('activities', [
      {},
      { activityId: 'A-2', hours: '', startTime: '11:00', endTime: '14:00' },
    ])
    const right = listingFile('activities', [{ activityId: 'A-2', startTime: '11:00', endTime: '14:00' }])
    const [before, references] = await importAll([wrong, listingFile('references')])
    const [corrected] = await importAll([right])
    expect(brokenRules(before)).toEqual(['3:cell-missing'])
    const { rows } = mergeCorrected('activities', before!.rows, corrected!.rows)
    const [judged] = runToEnd(judgeAgain([{ listing: 'activities', rows }, references!], sampleConvention()))
    expect(judged?.rows.map(({ marks }) => marks.map(({ rule }) => rule))).toEqual([[], ['act-overlap']])
    expect(judged?.rejected).toEqual([])
  })

  it('rejects what no longer stands, with its text', async () => {
    const files = ['references', 'activities'].map((name) => listingFile(name as 'references'))
    const [references, activities] = await importAll(files)
    const gone = {
      ...references!,
      rows: references!.rows.map((one) => ({ ...one, cells: ['Z', ...one.cells.slice(1)] })),
    }
    const [, judged] = runToEnd(judgeAgain([gone, activities!], sampleConvention()))
    expect(judged?.rows).toEqual([])
    expect(judged?.rejected).toMatchObject([{ line: 2, reasons: [{ rule: 'act-reference-unknown' }] }])
    expect(judged?.rejected[0]?.text).toMatch(/^A-1;ARAE-2025-014;REF-1;/)
  })
})

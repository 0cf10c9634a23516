import { describe, expect, it } from 'vitest'
import { columnOf } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { createCellReader } from '#domain/listing/parse-cell.ts'

/** Reads one cell of a column that holds nothing but it and its neighbours. */
const read = (listing: ListingName, id: string, text: string, neighbours: string[] = []) =>
  createCellReader(columnOf(listing, id)!, [text, ...neighbours], '2025-12-31')(text)

describe('a cell', () => {
  it('is empty when its text is', () => {
    expect(read('activities', 'capacity', '')).toBeNull()
  })

  it.each(['O', 'oui', 'J', 'ja', '1', 'x', 'VRAI', 'WAAR', 'TRUE'])('is yes for %s', (text) => {
    expect(read('attendance', 'present', text)).toBe(true)
  })

  it.each(['N', 'Non', 'nee', '0', 'FAUX', 'ONWAAR', 'FALSE'])('is no for %s', (text) => {
    expect(read('attendance', 'present', text)).toBe(false)
  })

  it.each([
    ['type', 'Collectief', 'COLLECTIF'],
    ['type', 'individuel', 'INDIVIDUEL'],
    ['language', 'Néerlandais', 'nl'],
  ])('of %s stores %s as %s', (column, text, value) => {
    expect(read('activities', column, text)).toBe(value)
  })

  it('of money is in cents, exactly', () => {
    expect(read('counsellors', 'grossAnnualCost', '58.480,29')).toBe(5_848_029)
    expect(read('counsellors', 'grossAnnualCost', '1,10')).toBe(110)
  })

  it('of a number looks at its column', () => {
    expect(read('activities', 'hours', '1.500', ['2.25'])).toBe(1.5)
    expect(read('activities', 'hours', '1.500', ['2,25'])).toMatchObject({ rule: 'cell-range' })
  })

  it('of a NISS loses its punctuation and finds its zeros again', () => {
    expect(read('participants', 'niss', '96.03.14-998.37')).toBe('96031499837')
    expect(read('participants', 'niss', '3110299782', ['96031499837'])).toMatchObject({
      rule: 'cell-niss-padded',
      value: '03110299782',
    })
  })

  it('of a NISS that is short beside numbers with zeros is refused', () => {
    expect(read('participants', 'niss', '3110299782', ['03110299782'])).toMatchObject({
      rule: 'cell-niss-length',
      rejects: true,
    })
  })

  it('that says who someone is does not repeat itself in the reason', () => {
    expect(JSON.stringify(read('participants', 'niss', '96031499838'))).not.toContain('9603')
  })

  it('of an id keeps its zeros, and is refused when a spreadsheet shortened it', () => {
    expect(read('participants', 'actirisNo', '0055')).toBe('0055')
    expect(read('participants', 'actirisNo', '5,55E+09')).toMatchObject({ rule: 'cell-scientific' })
  })
})

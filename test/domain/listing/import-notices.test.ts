import { describe, expect, it } from 'vitest'
import { importListings, type ListingFile } from '#domain/listing/import-listings.ts'
import { judgeAgain } from '#domain/listing/judge/judge-again.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import { listingFile, sampleConvention } from '#test/fixtures/listings/small-world.ts'
import { textFile } from '#test/fixtures/listings/one-file.ts'

const CONVENTION = sampleConvention()

async function importAll(...files: ListingFile[]) {
  const imported = await importListings(files, CONVENTION)
  if (!imported.ok) throw new Error(imported.error.code)
  return imported.value
}
const refusalOf = async (...files: ListingFile[]) => {
  const imported = await importListings(files, CONVENTION)
  return imported.ok ? null : imported.error
}

/** The file with another header over one column, which so is not there. */
function without(file: ListingFile, id: string): ListingFile {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
  return { ...file, bytes: new TextEncoder().encode(text.replace(id, 'inconnu')) }
}

describe('an optional column that a file does not have', () => {
  const signed = { agreementSignedDate: '' }
  it('is one notice, not a finding of each row', async () => {
    const file = listingFile('participants', [signed, { ...signed, participationId: 'P-2' }])
    const [empty] = await importAll(file)
    const [absent] = await importAll(without(file, 'agreementSignedDate'))
    const rulesOf = (one: typeof absent) => one?.rows.flatMap(({ marks }) => marks.map(({ rule }) => rule))
    expect(rulesOf(empty)).toContain('part-agreement-missing')
    expect(rulesOf(absent)).not.toContain('part-agreement-missing')
    expect(absent?.notices).toContainEqual({ kind: 'columns-absent', columns: ['agreementSignedDate'] })
  })

  it('stays one when its rows are judged again, and a header over empty cells stays a finding', async () => {
    const file = listingFile('participants', [signed])
    for (const [one, expected] of [
      [file, true],
      [without(file, 'agreementSignedDate'), false],
    ] as const) {
      const [imported] = await importAll(one)
      const steps = judgeAgain([{ listing: 'participants', rows: imported?.rows ?? [] }], CONVENTION)
      let step = steps.next()
      while (!step.done) step = steps.next()
      const rules = step.value[0]?.rows.flatMap(({ marks }) => marks.map(({ rule }) => rule))
      expect(rules?.includes('part-agreement-missing')).toBe(expected)
    }
  })
})

describe('a listing that is not imported', () => {
  it('is said not to have been compared with', async () => {
    const [alone] = await importAll(listingFile('participants'))
    expect(alone?.notices).toContainEqual({
      kind: 'not-compared',
      listings: expect.arrayContaining(['references', 'attendance']) as unknown,
    })
    const files = ['participants', 'references', 'attendance', 'counsellors', 'activities'] as const
    const together = await importAll(...files.map((listing) => listingFile(listing)))
    expect(together[0]?.notices.filter(({ kind }) => kind === 'not-compared')).toEqual([])
  })
})

describe('a file without rows', () => {
  it('is said to be one', async () => {
    const [imported] = await importAll(textFile(columnIdsOf('references').join(';')))
    expect(imported).toMatchObject({ notices: [{ kind: 'no-rows' }], counts: { read: 0 } })
  })
})

describe('a file that was taken for another', () => {
  it('is said to be the listing that it looks like', async () => {
    const file = { ...listingFile('participants'), listing: 'activities' as const }
    expect(await refusalOf(file)).toMatchObject({
      code: 'import.other-listing',
      details: { chosen: 'activities', found: 'participants' },
    })
  })

  it('is said to pay another enterprise, when every row does', async () => {
    const other = { idBceRecipient: '0123.456.749' }
    const file = listingFile('payments', [other, { ...other, idLiq: 'L-2' }])
    expect(await refusalOf(file)).toMatchObject({
      code: 'import.other-partner',
      details: { found: '0123.456.749' },
    })
    const one = listingFile('payments', [{}, { ...other, idLiq: 'L-2' }])
    expect((await importAll(one))[0]?.rows[1]?.marks).toContainEqual(
      expect.objectContaining({ rule: 'pay-other-recipient' }),
    )
  })
})

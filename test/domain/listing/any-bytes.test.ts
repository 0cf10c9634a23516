import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importListings } from '#domain/listing/import-listings.ts'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import { sampleConvention, sampleFile } from '#test/fixtures/listings/small-world.ts'

const convention = sampleConvention()
const importBytes = (bytes: Uint8Array) => importListings([{ fileName: 'x.csv', bytes }], convention)

describe('importListings and files nobody meant', () => {
  it('answers any bytes with a result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await importBytes(bytes)).toHaveProperty('ok')
      }),
    )
  })

  it('reads or rejects every row of a damaged listing, and loses none', async () => {
    const place = fc.tuple(fc.constantFrom(...LISTING_NAMES), fc.nat(), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(place, async ([listing, at, byte]) => {
        const bytes = Uint8Array.from(sampleFile(listing).bytes)
        bytes[at % bytes.length] = byte
        const imported = await importBytes(bytes)
        if (!imported.ok) return
        const [{ counts, rows, rejected } = { counts: null, rows: [], rejected: [] }] = imported.value
        expect(counts?.read).toBe(rows.length + rejected.length)
      }),
    )
  })
})

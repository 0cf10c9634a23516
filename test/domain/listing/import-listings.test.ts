import { beforeAll, describe, expect, it } from 'vitest'
import {
  importListings,
  judgeSteps,
  openListingFiles,
  type ListingFile,
} from '#domain/listing/import-listings.ts'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import {
  brokenRules,
  listingFile,
  sampleConvention,
  sampleFile,
  sampleFiles,
} from '#test/fixtures/listings/small-world.ts'

const importSample = async (files: readonly ListingFile[] = sampleFiles()) => {
  const imported = await importListings(files, sampleConvention())
  if (!imported.ok) throw new Error(imported.error.code)
  return new Map(imported.value.map((one) => [one.listing, one]))
}
const text = (fileName: string, content: string): ListingFile => ({
  fileName,
  bytes: new TextEncoder().encode(content),
})
const refusal = async (...files: ListingFile[]) => {
  const imported = await importListings(files, sampleConvention())
  return imported.ok ? null : imported.error
}

describe('importListings on the sample rows of the dossier', () => {
  let sample: Awaited<ReturnType<typeof importSample>>
  beforeAll(async () => {
    sample = await importSample()
  })

  it('recognises the listings and their encoding', () => {
    expect([...sample.keys()]).toEqual([...LISTING_NAMES])
    expect(sample.get('participants')).toMatchObject({ encoding: 'windows-1252', separator: ';' })
    expect(sample.get('participants')?.rows[5]?.cells).toContain('Léa')
    expect(sample.get('counsellors')?.rows[0]?.cells).toContain('hmac:9f2c…')
  })

  it('rejects exactly the row with a missing column', () => {
    const rejected = [...sample.values()].flatMap((one) => one.rejected)
    expect(rejected).toHaveLength(1)
    expect(rejected[0]).toMatchObject({
      line: 4,
      reasons: [{ rule: 'row-column-count', severity: 'E', details: { found: 24, expected: 25 } }],
    })
    expect(rejected[0]?.text).toMatch(/^P-0003;ARAE-2025-014;71\.06\.25-998\.76;/)
  })

  it('marks every planted anomaly of the participations', () => {
    const hours = (line: number) => `${line}:part-hours-mismatch`
    expect(brokenRules(sample.get('participants')).sort()).toEqual(
      [
        '3:part-agreement-late',
        '4:row-column-count',
        '5:part-outside-region',
        '7:part-same-person',
        '8:part-not-unemployed',
        ...[2, 3, 5, 6, 7, 8].map(hours),
      ].sort(),
    )
  })

  it('marks every planted anomaly of the other listings', () => {
    expect(brokenRules(sample.get('activities'))).toEqual([
      '3:act-overlap',
      '4:act-public-holiday',
      '4:act-counsellor-outside-contract',
    ])
    expect(brokenRules(sample.get('attendance'))).toEqual(['3:att-unsigned', '3:att-outside-participation'])
    expect(brokenRules(sample.get('counsellors'))).toEqual(['2:staff-double-funding', '3:staff-no-access'])
    for (const clean of ['references', 'documents'] as const)
      expect(brokenRules(sample.get(clean))).toEqual([])
    expect(brokenRules(sample.get('payments'))).toEqual(['3:pay-refund'])
  })

  it('counts what it read', () => {
    expect(sample.get('participants')?.counts).toEqual({
      read: 7,
      accepted: 6,
      rejected: 1,
      warned: 0,
      suspicious: 6,
    })
  })

  it('stores dates as ISO, amounts in cents and times as HH:mm', () => {
    const worker = sample.get('counsellors')?.rows[0]
    expect(worker?.cells[18]).toBe(5_848_000)
    expect(worker?.cells[6]).toBe('2021-02-01')
    expect(sample.get('activities')?.rows[0]?.cells.slice(7, 11)).toEqual(['2025-03-03', '09:00', '12:00', 3])
  })

  it('names no person in any mark', () => {
    const marks = JSON.stringify([...sample.values()].flatMap((one) => one.rows.map((row) => row.marks)))
    expect(marks).not.toMatch(/ALPHA|Nadia|MARTIN|960314|96\.03/)
  })

  it('does not judge by listings that are not there', async () => {
    const alone = await importSample([sampleFile('participants')])
    expect(brokenRules(alone.get('participants'))).not.toContain('2:part-hours-mismatch')
    expect(brokenRules((await importSample([sampleFile('activities')])).get('activities'))).toEqual([
      '3:act-overlap',
      '4:act-public-holiday',
    ])
  })

  it('looks rows up in listings that were loaded before', async () => {
    const loaded = ['activities', 'participants'] as const
    const before = loaded.map((listing) => ({ listing, rows: sample.get(listing)?.rows ?? [] }))
    const again = await importListings([sampleFile('attendance')], sampleConvention(), before)
    expect(again.ok && brokenRules(again.value[0])).toEqual(['3:att-unsigned', '3:att-outside-participation'])
  })
})

describe('importListings', () => {
  it('passes over headers it does not know, and says them', async () => {
    const file = listingFile('references', [{ couleur: 'bleu' }])
    expect((await importSample([file])).get('references')).toMatchObject({ unknownHeaders: ['couleur'] })
  })

  it('keeps the text of an optional cell that it could not read', async () => {
    const file = listingFile('activities', [{ capacity: 'douze' }])
    const [row] = (await importSample([file])).get('activities')?.rows ?? []
    expect(row?.cells[12]).toBeNull()
    expect(row?.marks).toEqual([
      {
        rule: 'cell-number',
        severity: 'W',
        columns: ['capacity'],
        details: { column: 'capacity', value: 'douze' },
      },
    ])
  })

  it('rejects a row whose quote is never closed and reads the next one', async () => {
    const file = text('r.csv', 'code;kind;validFrom\r\n"A;ACTION;01/01/2025\r\nB;ACTION;01/01/2025')
    const references = (await importSample([file])).get('references')
    expect(brokenRules(references)).toEqual(['2:row-quote'])
    expect(references?.rows.map(({ line }) => line)).toEqual([3])
  })

  it('refuses a file that is no listing, and says which', async () => {
    const header = 'code;kind'
    expect(await refusal(text('a.csv', ''))).toEqual({ code: 'import.empty', details: { fileName: 'a.csv' } })
    expect((await refusal(text('b.csv', '%PDF-1.7')))?.code).toBe('import.pdf')
    expect((await refusal(text('c.csv', 'PK\u0003\u0004')))?.code).toBe('import.workbook-damaged')
    expect((await refusal(text('d.csv', 'a;\0b')))?.code).toBe('import.nul-bytes')
    expect((await refusal(text('e.csv', 'x;y;z\r\n1;2;3')))?.code).toBe('import.listing-unknown')
    expect(await refusal(text('f.csv', `${header};labelFr;labelNl`))).toEqual({
      code: 'import.column-missing',
      details: {
        fileName: 'f.csv',
        listing: 'references',
        columns: 'validFrom (Valable du / Geldig van)',
      },
    })
    expect(await refusal(text('g.csv', `${header};validFrom;Nature`))).toMatchObject({
      code: 'import.column-twice',
      details: { columns: 'Nature' },
    })
  })

  it('keeps the first row of an id that passes, and names its line to the others', async () => {
    const rows = [{ technicalRef: 'REF-9' }, {}, { hours: '3,25' }]
    const files = [listingFile('references'), listingFile('activities', rows)]
    const imported = (await importSample(files)).get('activities')
    expect(imported?.rows.map(({ line }) => line)).toEqual([3])
    expect(imported?.rejected[1]?.reasons).toMatchObject([
      { rule: 'row-duplicate', details: { key: 'A-1', first: 3 } },
    ])
  })

  it('refuses two files of one listing', async () => {
    expect((await refusal(sampleFile('references'), sampleFile('references')))?.code).toBe(
      'import.listing-twice',
    )
  })

  it('reports progress up to the end', async () => {
    const seen: number[] = []
    await importListings(sampleFiles(), sampleConvention(), [], {
      onProgress: (done, of) => seen.push(done / of),
    })
    expect(seen.at(-1)).toBe(1)
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
  })

  it('stops when it is cancelled', async () => {
    const cancelled = await importListings(sampleFiles(), sampleConvention(), [], { isCancelled: () => true })
    expect(cancelled).toEqual({ ok: false, error: { code: 'import.cancelled' } })
  })

  it('can be driven step by step', async () => {
    const opened = await openListingFiles(sampleFiles(), sampleConvention())
    const steps = judgeSteps(opened.ok ? opened.value : [], sampleConvention())
    let step = steps.next()
    while (!step.done) step = steps.next()
    expect(step.value).toHaveLength(LISTING_NAMES.length)
  })
})

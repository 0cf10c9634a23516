import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import { ceilingOn } from '#domain/convention/parameters.ts'
import { parseConvention } from '#domain/convention/parse-convention.ts'
import { rowLabel } from '#domain/listing/columns.ts'
import { importListings, type ImportedListing } from '#domain/listing/import-listings.ts'
import { PERSON_OVERLAP } from '#domain/listing/judge/claim-rules.ts'
import { claimsOf, findDoubleClaims } from '#domain/listing/judge/double-claims.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import type { Planted } from '#scripts/sample/anomalies.ts'
import { CLAIMED_TWICE } from '#scripts/sample/claims.ts'
import { BUDGET_CENTS, LARGE_AGREEMENT } from '#scripts/sample/conventions.ts'
import { writeNetwork } from '#scripts/sample/write-network.ts'

interface Loaded {
  readonly agreementNo: string
  readonly convention: Convention
  readonly ceiling: number
  readonly listings: ImportedListing[]
}

let folder = ''
let loaded: Loaded[] = []
let planted: Planted[] = []

async function load(agreementNo: string): Promise<Loaded> {
  const place = path.join(folder, 'network/conventions', agreementNo)
  const convention = parseConvention(await readFile(path.join(place, 'convention.json'), 'utf8'))
  if (!convention.ok) throw new Error(`${agreementNo}: ${convention.error.code}`)
  const files = LISTING_NAMES.map(async (listing) => ({
    fileName: `${listing}.csv`,
    bytes: await readFile(path.join(place, `${listing}.csv`)),
  }))
  const listings = await importListings(await Promise.all(files), convention.value.convention)
  if (!listings.ok) throw new Error(`${agreementNo}: ${listings.error.code}`)
  return {
    agreementNo,
    convention: convention.value.convention,
    ceiling: ceilingOn(convention.value.convention, '2025-06-30'),
    listings: listings.value,
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'constat-network-'))
  await writeNetwork(path.join(folder, 'network'), 2026)
  planted = JSON.parse(await readFile(path.join(folder, 'network/anomalies.json'), 'utf8')) as Planted[]
  const agreements = await readdir(path.join(folder, 'network/conventions'))
  loaded = []
  for (const agreementNo of agreements.sort()) loaded.push(await load(agreementNo))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = (listing: ListingName): number =>
  loaded.reduce(
    (sum, { listings }) => sum + (listings.find((one) => one.listing === listing)?.counts.read ?? 0),
    0,
  )

interface Seen {
  readonly agreementNo: string
  readonly listing: ListingName
  readonly id: string
  readonly rule: string
}

const found = (): Seen[] =>
  loaded.flatMap(({ agreementNo, listings }) =>
    listings.flatMap(({ listing, rows, rejected }) => [
      ...rows.flatMap(({ cells, marks }) =>
        marks.map(({ rule }) => ({ agreementNo, listing, id: rowLabel(listing, cells), rule })),
      ),
      ...rejected.flatMap(({ text, reasons }) =>
        reasons.map(({ rule }) => ({ agreementNo, listing, id: text.split(';')[0] ?? '', rule })),
      ),
    ]),
  )

describe('the sample network', () => {
  it('has the scale of the office', () => {
    expect(loaded).toHaveLength(220)
    expect(read('participants')).toBe(37_000)
    expect(read('counsellors')).toBe(950)
    expect(loaded.reduce((sum, { ceiling }) => sum + ceiling, 0)).toBe(BUDGET_CENTS)
    const large = loaded.find(({ agreementNo }) => agreementNo === LARGE_AGREEMENT)
    expect(large?.listings.find(({ listing }) => listing === 'activities')?.counts.read).toBe(50_000)
  })

  it('breaks the rule that was meant to break at each planted place', () => {
    const seen = new Set(found().map((one) => `${one.agreementNo} ${one.listing} ${one.id} ${one.rule}`))
    const missed = planted.filter(
      (one) => !seen.has(`${one.agreementNo} ${one.listing} ${one.id} ${one.rule}`),
    )
    expect(missed.filter(({ rule }) => rule !== PERSON_OVERLAP.code)).toEqual([])
  })

  it('lets two packages of the first inspector claim one person, and only that one', () => {
    const claims = CLAIMED_TWICE.map((agreementNo) => {
      const { convention, listings } = loaded.find((one) => one.convention.agreementNo === agreementNo)!
      return { agreementNo, claims: claimsOf(listings, convention, (text) => text) }
    })
    const [first, second] = claims
    const keys = [first, second].flatMap((own) =>
      [
        ...findDoubleClaims(
          own!.claims,
          claims.filter((other) => other !== own),
        ),
      ].flatMap(([key, { rule }]) => (rule === PERSON_OVERLAP.code ? [`${own!.agreementNo} ${key}`] : [])),
    )
    const wanted = planted.filter(({ rule }) => rule === PERSON_OVERLAP.code)
    expect(keys.sort()).toEqual(
      wanted.map(({ agreementNo, listing, id }) => `${agreementNo} ${listing}/${id}`).sort(),
    )
    expect(keys).toHaveLength(2)
  })

  it('breaks no rule in a convention where nothing was planted', () => {
    const tainted = new Set(planted.map(({ agreementNo }) => agreementNo))
    const stray = found().filter(({ agreementNo }) => !tainted.has(agreementNo))
    expect(stray.slice(0, 5)).toEqual([])
  })

  it('is the same, byte for byte, for the same seed', async () => {
    await writeNetwork(path.join(folder, 'again'), 2026, ['ARAE-2025-014'])
    const file = 'conventions/ARAE-2025-014/participants.csv'
    const [first, second] = await Promise.all(
      ['network', 'again'].map((name) => readFile(path.join(folder, name, file))),
    )
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true)
  })
})

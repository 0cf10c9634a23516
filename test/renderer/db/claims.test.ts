import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import { ok } from '#domain/result.ts'
import { createLocalInspection } from '#renderer/db/create-inspection.ts'
import { deletePackage, openListing } from '#renderer/db/packages.ts'
import { takeVersion } from '#renderer/db/package-versions.ts'
import { prepareVersion, type ImportedListing } from '#renderer/db/prepare-version.ts'
import { addComparisonKey, closeStore, currentStore } from '#renderer/db/store.ts'
import { importWorld, sampleConvention, type Changes } from '#test/fixtures/listings/small-world.ts'
import { importedOf } from '#test/renderer/db/sample-package.ts'
import { openTestStore } from '#test/renderer/open-test-store.ts'

const COMPARISON_KEY = new Uint8Array(32).fill(5)
const NISS = '96031499837'
const owner = {
  user: { id: '0198c000-0000-7000-8000-0000000000b1', displayName: 'Amina Baert' },
  deviceId: '0198c000-0000-7000-8000-0000000000d1',
}

const listingsOf = async (changes: Changes = {}): Promise<ImportedListing[]> =>
  [...(await importWorld(changes)).values()].map(({ listing, columns, rows }) => ({
    ...importedOf(listing),
    accepted: rows.length,
    blocks: [{ listing, columns: [...columns], rows: [...rows] }],
  }))

/** Each package has a key of its own. */
const giveKey = (id: string) =>
  Promise.resolve(ok({ key: new Uint8Array(createHash('sha256').update(id).digest()) }))

/** A package of a convention with the sample rows. */
async function create(agreementNo: string, changes: Changes = {}): Promise<string> {
  const convention: Convention = { ...sampleConvention(), agreementNo }
  const made = {
    convention,
    listings: await listingsOf(changes),
    files: [],
    owner,
    plannedDate: '2026-11-23',
  }
  const created = await createLocalInspection(made, giveKey)
  if (!created.ok) throw new Error(created.error.code)
  return created.value
}

async function marksOf(scope: string, listing: 'participants' | 'activities' = 'participants') {
  const opened = await openListing(scope, listing)
  if (!opened.ok) throw new Error(opened.error.code)
  const marks = opened.value.rows.flatMap(({ marks: all }) => all)
  return marks.filter(({ rule }) => rule.startsWith('claim-'))
}

beforeEach(async () => {
  await openTestStore()
  addComparisonKey(COMPARISON_KEY)
})
afterEach(closeStore)

describe('double claims on this laptop', () => {
  it('mark the rows that a package of another convention claims too', async () => {
    const first = await create('A-2025-001')
    expect(await marksOf(first)).toEqual([])
    const second = await create('B-2025-001')
    expect(await marksOf(first)).toMatchObject([{ severity: 'F', details: { agreement: 'B-2025-001' } }])
    expect(await marksOf(second, 'activities')).toMatchObject([{ details: { agreement: 'A-2025-001' } }])
  })

  it('are not looked for between two packages of one convention', async () => {
    const first = await create('A-2025-001')
    await create('A-2025-001')
    expect(await marksOf(first)).toEqual([])
  })

  it('follow the version in work', async () => {
    const first = await create('A-2025-001')
    const second = await create('B-2025-001')
    const other = { niss: '71.06.25-998.76', actirisNo: '777' }
    const prepared = await prepareVersion(
      second,
      (await listingsOf({ participants: [other] })).filter(({ listing }) => listing === 'participants'),
    )
    if (!prepared.ok) throw new Error(prepared.error.code)
    expect(await marksOf(first)).toHaveLength(1)
    await takeVersion(second, prepared.value)
    expect(await marksOf(first)).toEqual([])
  })

  it('go with the package that was deleted', async () => {
    const first = await create('A-2025-001')
    const second = await create('B-2025-001')
    expect(await marksOf(first)).toHaveLength(1)
    const { db } = currentStore()
    // As if the central store had taken everything.
    await db.outbox.clear()
    await db.uploads.clear()
    expect(await deletePackage(second)).toEqual(ok(null))
    expect(await db.claims.toCollection().primaryKeys()).toEqual([first])
    expect(await marksOf(first)).toEqual([])
  })

  it('pass over a package that was damaged', async () => {
    const first = await create('A-2025-001')
    const second = await create('B-2025-001')
    const { db } = currentStore()
    const row = (await db.claims.get(second))!
    row.pieces[0]!.sealed[20]! ^= 1
    await db.claims.put(row)
    expect(await marksOf(first)).toEqual([])
  })

  it('leave neither a national number nor a plain hash of it on the disk', async () => {
    await create('A-2025-001')
    const { db } = currentStore()
    const pieces = (await db.claims.toArray()).flatMap((row) => row.pieces)
    expect(pieces.length).toBeGreaterThan(0)
    const kept = Buffer.from(JSON.stringify(await db.claims.toArray())).toString('latin1')
    const sealed = pieces.map((piece) => Buffer.from(piece.sealed).toString('latin1')).join()
    const plain = createHash('sha256').update(NISS).digest()
    for (const text of [NISS, '96.03.14', 'ALPHA', plain.toString('hex'), plain.toString('latin1')]) {
      expect(kept.includes(text)).toBe(false)
      expect(sealed.includes(text)).toBe(false)
    }
  })

  it('are not kept without the key to compare them', async () => {
    closeStore()
    await openTestStore()
    const first = await create('A-2025-001')
    await create('B-2025-001')
    expect(await marksOf(first)).toEqual([])
    expect(await currentStore().db.claims.count()).toBe(0)
  })
})

import { citationsOf } from '#domain/finding/cite-rows.ts'
import type { LinkedRow } from '#domain/finding/finding.ts'
import { newFinding } from '#domain/finding/new-finding.ts'
import { newId } from '#renderer/db/new-id.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import type { ListingBlock, ListingRow } from '#domain/listing/listing.ts'
import { sealPackage, storeBlocks } from '#renderer/db/blocks.ts'
import { blockPlaces } from '#renderer/db/package-blocks.ts'
import { prepareVersion, type Imported } from '#renderer/db/prepare-version.ts'
import { takeVersion } from '#renderer/db/package-versions.ts'
import { closeStore, currentStore } from '#renderer/db/store.ts'
import { switchPackage } from '#renderer/db/store-package.ts'
import { citedRows } from '#renderer/features/versions/cited-rows.ts'
import { findDifference } from '#renderer/features/versions/queries/find-difference.ts'
import { importedOf, makePackage } from '#test/renderer/db/sample-package.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

const COLUMNS = columnIdsOf('references')
const row = (code: string, unit: string, line: number): ListingRow => ({
  line,
  cells: COLUMNS.map((id) => (id === 'code' ? code : id === COLUMNS[1] ? unit : null)),
  marks: [],
})
/** A listing of references whose rows are given by code and value of the second column. */
const references = (rows: Record<string, string>): Imported => {
  const made = Object.entries(rows).map(([code, unit], at) => row(code, unit, at + 2))
  const blocks = made.map((one): ListingBlock => ({
    listing: 'references',
    columns: [...COLUMNS],
    rows: [one],
  }))
  return [{ ...importedOf('references'), blocks, accepted: made.length, read: made.length }]
}

let scope: string
const prepare = async (imported: Imported): Promise<string> => {
  const prepared = await prepareVersion(scope, imported)
  if (!prepared.ok) throw new Error(prepared.error.code)
  return prepared.value
}
const watch = (onProgress: (done: number, of: number) => void = () => undefined) => ({
  signal: new AbortController().signal,
  onProgress,
})

beforeEach(async () => {
  await openTestStore()
  scope = await placeInspection('ON_SITE')
  const { manifest, bytes } = await makePackage(scope)
  const sealed = await sealPackage(
    scope,
    blockPlaces(manifest).map((place) => ({ ...place, bytes: bytes.get(place.sha256)! })),
  )
  if (!sealed.ok) throw new Error(sealed.error.code)
  await storeBlocks(sealed.value)
  await switchPackage(manifest)
  await takeVersion(scope, await prepare(references({ A: '1', B: '2', C: '3' })))
})
afterEach(closeStore)

describe('the difference of a version with the one in work', () => {
  it('names rows added, changed and removed, and opens only what differs', async () => {
    const id = await prepare(references({ A: '1', B: '9', D: '4' }))
    const heard: [number, number][] = []
    const found = await findDifference(
      scope,
      id,
      watch((done, of) => heard.push([done, of])),
    )
    expect(found).toMatchObject({
      value: {
        convention: [],
        listings: [
          {
            listing: 'references',
            added: [{ line: 4 }],
            removed: [{ line: 4 }],
            changed: [{ before: { line: 3 }, after: { line: 3 }, columns: [COLUMNS[1]] }],
            unchanged: 1,
          },
        ],
      },
    })
    expect([heard[0], heard.at(-1)]).toEqual([
      [0, 6],
      [6, 6],
    ])
  })

  it('takes a listing that only one of them has as added whole', async () => {
    const found = await findDifference(scope, await prepare([importedOf('payments', 1, 2)]), watch())
    expect(found).toMatchObject({ value: { listings: [{ listing: 'payments', added: [{}, {}] }] } })
  })

  it('names the fields of another convention', async () => {
    const terms = { agreementNo: 'ACT-2026-0001', version: 8, parameters: [] } as unknown as Convention
    const found = await findDifference(scope, await prepare(terms), watch())
    expect(found).toMatchObject({
      value: { convention: [{ path: 'version', before: 1, after: 8 }], listings: [] },
    })
  })

  it('is nothing for the same rows in other blocks', async () => {
    const id = await prepare(references({ C: '3', B: '2', A: '1' }))
    const found = await findDifference(scope, id, watch())
    expect(found).toMatchObject({
      value: { listings: [{ added: [], changed: [], removed: [], unchanged: 3 }] },
    })
  })

  it('ends early when it is called off', async () => {
    const id = await prepare(references({ A: '7' }))
    const stop = new AbortController()
    const signal = stop.signal
    const found = await findDifference(scope, id, { signal, onProgress: (done) => done > 0 && stop.abort() })
    expect(found).toEqual({ ok: true, value: null })
  })

  it('says what is missing', async () => {
    const id = await prepare(references({ A: '7' }))
    expect(await findDifference(scope, 'office-9', watch())).toMatchObject({
      error: { code: 'store.no-version' },
    })
    await currentStore().db.blocks.clear()
    expect(await findDifference(scope, id, watch())).toMatchObject({ error: { code: 'store.block-missing' } })
  })

  it('counts the rows that findings cite among those that change or vanish', async () => {
    const id = await prepare(references({ A: '8', B: '2', D: '4' }))
    const found = await findDifference(scope, id, watch())
    if (!found.ok || found.value === null) throw new Error('no difference')
    const rows = ['A', 'B', 'C'].map((label): LinkedRow => ({ listing: 'references', line: 2, label }))
    const finding = newFinding({ id: newId(), inspectionId: scope, number: 1 }, { rows })
    expect(citedRows(found.value.listings[0]!, citationsOf([finding]))).toBe(2)
  })
})

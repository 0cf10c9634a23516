import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import { ok } from '#domain/result.ts'
import { listOutbox } from '#test/renderer/db/outbox-of.ts'
import { blocksOfPackage } from '#domain/package/manifest.ts'
import { openListing, readConvention, readManifest, readRejected } from '#renderer/db/packages.ts'
import { declineVersion, discardVersion, listVersions, takeVersion } from '#renderer/db/package-versions.ts'
import { prepareVersion, type ImportedListing } from '#renderer/db/prepare-version.ts'
import { saveRecord } from '#renderer/db/records.ts'
import { sealPackage, storeBlocks } from '#renderer/db/blocks.ts'
import { blockPlaces } from '#renderer/db/package-blocks.ts'
import { closeStore, currentStore } from '#renderer/db/store.ts'
import { switchPackage } from '#renderer/db/store-package.ts'
import { listUploads } from '#renderer/db/uploads.ts'
import { importedOf, makePackage } from '#test/renderer/db/sample-package.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

let scope: string

/** The package of the office in a version, downloaded whole. */
async function place(version: number): Promise<void> {
  const { manifest, bytes } = await makePackage(scope, version)
  const plain = blockPlaces(manifest).map((at) => ({ ...at, bytes: bytes.get(at.sha256)! }))
  const sealed = await sealPackage(scope, plain)
  if (!sealed.ok) throw new Error(sealed.error.code)
  await storeBlocks(sealed.value)
  expect(await switchPackage(manifest)).toEqual(ok(null))
}

async function prepare(...listings: ImportedListing[]): Promise<string> {
  const prepared = await prepareVersion(scope, listings)
  if (!prepared.ok) throw new Error(prepared.error.code)
  return prepared.value
}

const linesOf = async (listing: 'activities' | 'participants' = 'activities', version?: string) => {
  const opened = await openListing(scope, listing, undefined, version)
  return opened.ok ? opened.value.rows.map(({ line }) => line) : opened.error.code
}
const states = async () => (await listVersions(scope)).map(({ no, from, state }) => `${no} ${from} ${state}`)

beforeEach(async () => {
  await openTestStore()
  scope = await placeInspection('ON_SITE')
  await place(1)
})
afterEach(closeStore)

describe('preparing a version', () => {
  it('leaves the version in work as it is, and sends nothing', async () => {
    const before = await readManifest(scope)
    const id = await prepare(importedOf('activities', 1, 2))
    expect(await readManifest(scope)).toEqual(before)
    expect(await linesOf()).toHaveLength(50)
    expect(await readRejected(scope, 'activities')).toHaveLength(1)
    expect(await linesOf('activities', id)).toEqual([1, 2])
    expect(await states()).toEqual(['2 import waiting', '1 central in-work'])
    expect([await listOutbox(), await listUploads()]).toEqual([[], []])
  })

  it('shares the blocks of what did not change', async () => {
    const stored = () => currentStore().db.blocks.count()
    const before = await stored()
    await prepare(importedOf('participants', 1))
    expect(await stored()).toBe(before + 1)
  })

  it('gives the waiting version back when the same is imported again', async () => {
    const id = await prepare(importedOf('activities', 1, 2))
    expect(await prepare(importedOf('activities', 1, 2))).toBe(id)
  })

  it('takes in another convention too', async () => {
    const terms = { agreementNo: 'ACT-2026-0001', version: 9, parameters: [] } as unknown as Convention
    const prepared = await prepareVersion(scope, terms, [
      { fileName: 'c.xlsx', sha256: 'd'.repeat(64), size: 3 },
    ])
    if (!prepared.ok) throw new Error(prepared.error.code)
    expect(await readConvention(scope, prepared.value)).toEqual(terms)
    expect(await readConvention(scope)).toMatchObject({ version: 1 })
    expect(await linesOf('activities', prepared.value)).toHaveLength(50)
  })

  it('needs a package to lay it on', async () => {
    const other = await placeInspection('ON_SITE')
    expect(await prepareVersion(other, [])).toMatchObject({ error: { code: 'store.no-package' } })
  })
})

describe('taking a version', () => {
  it('switches, and queues its record and the blocks that the office does not have', async () => {
    const id = await prepare(importedOf('activities', 1, 2))
    expect(await takeVersion(scope, id)).toEqual(ok(null))
    expect(await linesOf()).toEqual([1, 2])
    expect(await states()).toEqual(['2 import in-work', '1 central earlier'])
    expect(await listOutbox()).toMatchObject([
      { kind: 'package', rec: id, patch: { no: 2, baseId: null, from: 'import', madeBy: 'Inspecteur' } },
    ])
    const own = (await readManifest(scope))!.listings[0]!.blocks.map(({ sha256 }) => sha256)
    expect((await listUploads()).map(({ sha256 }) => sha256)).toEqual(own)
  })

  it('keeps what was in work readable, and brings it back as a new version', async () => {
    const id = await prepare(importedOf('activities', 1, 2))
    await takeVersion(scope, id)
    const first = (await listVersions(scope)).find(({ no }) => no === 1)!
    expect(await linesOf('activities', first.id)).toHaveLength(50)
    expect(await takeVersion(scope, first.id)).toEqual(ok(null))
    expect(await linesOf()).toHaveLength(50)
    expect(await states()).toEqual(['3 central in-work', '2 import earlier', '1 central earlier'])
    expect(await listOutbox()).toMatchObject([
      { patch: { no: 2 } },
      { patch: { no: 3, baseId: id, from: 'central' } },
    ])
  })

  it('lays an import that waits on the version taken before it', async () => {
    const activities = await prepare(importedOf('activities', 1, 2))
    const participants = await prepare(importedOf('participants', 7))
    await takeVersion(scope, participants)
    expect(await linesOf('participants', activities)).toEqual([7])
    await takeVersion(scope, activities)
    expect([await linesOf('activities'), await linesOf('participants')]).toEqual([[1, 2], [7]])
    expect(await states()).toEqual(['4 import in-work', '3 import earlier', '1 central earlier'])
  })

  it('lets a newer package of the office wait, and takes it only when asked', async () => {
    await takeVersion(scope, await prepare(importedOf('activities', 1, 2)))
    await place(2)
    expect(await linesOf()).toEqual([1, 2])
    expect(await states()).toEqual(['3 central waiting', '2 import in-work', '1 central earlier'])
    const [waiting] = await listVersions(scope)
    expect(await declineVersion(scope, waiting!.id)).toEqual(ok(null))
    expect((await listVersions(scope))[0]).toMatchObject({ declined: true, state: 'waiting' })
    await takeVersion(scope, waiting!.id)
    expect((await linesOf())[0]).toBe(2001)
    expect(await states()).toEqual(['3 central in-work', '2 import earlier', '1 central earlier'])
  })

  it('is not lost to a newer package of the office before the visit either', async () => {
    scope = await placeInspection('ASSIGNED')
    await place(1)
    await takeVersion(scope, await prepare(importedOf('activities', 1, 2)))
    await place(2)
    expect(await linesOf()).toEqual([1, 2])
  })

  it('is refused once the report is signed, and changes nothing then', async () => {
    const id = await prepare(importedOf('activities', 1, 2))
    await saveRecord('inspection', scope, scope, { state: 'DRAFT_SIGNED' })
    expect(await takeVersion(scope, id)).toMatchObject({ error: { code: 'store.closed' } })
    expect(await linesOf()).toHaveLength(50)
    expect(await states()).toEqual(['2 import waiting', '1 central in-work'])
    expect(await listUploads()).toEqual([])
  })
})

describe('a full disk', () => {
  /** The disk is full when this table gets a new row. */
  const failAt = (table: 'packages' | 'uploads' | 'outbox') => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    currentStore().db[table].hook('creating', full)
    return () => currentStore().db[table].hook('creating').unsubscribe(full)
  }

  it.each(['packages', 'uploads', 'outbox'] as const)(
    'leaves the version in work and nothing half queued when %s can’t be written',
    async (table) => {
      const id = await prepare(importedOf('activities', 1, 2))
      const restore = failAt(table)
      expect(await takeVersion(scope, id)).toMatchObject({ error: { code: 'store.disk-full' } })
      restore()
      expect(await states()).toEqual(['2 import waiting', '1 central in-work'])
      expect([await listOutbox(), await listUploads()]).toEqual([[], []])
      expect(await takeVersion(scope, id)).toEqual(ok(null))
      expect(await linesOf()).toEqual([1, 2])
    },
  )
})

describe('discarding a version', () => {
  it('removes an import that was never in work, with the blocks only it names', async () => {
    const before = await currentStore().db.blocks.count()
    const id = await prepare(importedOf('activities', 1, 2))
    expect(await discardVersion(scope, id)).toEqual(ok(null))
    expect(await currentStore().db.blocks.count()).toBe(before)
    expect(await states()).toEqual(['1 central in-work'])
    expect(await discardVersion(scope, id)).toMatchObject({ error: { code: 'store.no-version' } })
  })

  it('refuses what is or was in work', async () => {
    const id = await prepare(importedOf('activities', 1, 2))
    await takeVersion(scope, id)
    for (const version of await listVersions(scope)) {
      expect(await discardVersion(scope, version.id)).toMatchObject({ error: { code: 'store.version-used' } })
    }
    expect(blocksOfPackage((await readManifest(scope))!)).not.toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err, ok } from '#domain/result.ts'
import {
  deletePackage,
  listListings,
  openListing,
  readConvention,
  readManifest,
  readRejected,
} from '#renderer/db/packages.ts'
import { listVersions } from '#renderer/db/package-versions.ts'
import { saveRecord, getRecord } from '#renderer/db/records.ts'
import { closeStore, currentStore } from '#renderer/db/store.ts'
import { createPump, type Pump } from '#renderer/sync/pump.ts'
import { makePackage, type SamplePackage } from '#test/renderer/db/sample-package.ts'
import { MemoryCentral } from '#test/renderer/sync/memory-central.ts'
import { newId } from '#renderer/db/new-id.ts'
import { inspectionOf, openTestStore } from '#test/renderer/open-test-store.ts'

let pump: Pump
let central: MemoryCentral
let offered: SamplePackage
let scope: string
let fetched: string[]
/** What happens at the n-th block asked for. */
let trouble: Map<number, () => ReturnType<typeof err> | Uint8Array<ArrayBuffer>>

beforeEach(async () => {
  await openTestStore()
  scope = newId()
  central = new MemoryCentral()
  central.access.set(scope, 'write')
  central.foreign(scope, 'inspection', scope, { ...inspectionOf(scope, 'ASSIGNED') })
  offered = await makePackage(scope)
  fetched = []
  trouble = new Map()
  const readBlock = ({ sha256 }: { sha256: string }) => {
    fetched.push(sha256)
    const wrong = trouble.get(fetched.length)?.()
    if (wrong !== undefined && !(wrong instanceof Uint8Array)) return Promise.resolve(wrong)
    return Promise.resolve(ok({ bytes: wrong ?? offered.bytes.get(sha256)! }))
  }
  const readManifest = () => Promise.resolve(ok(offered.manifest))
  pump = createPump({ ...central.ports(), readManifest, readBlock }, () => () => {})
})
afterEach(() => {
  pump.dispose()
  closeStore()
})

const linesOf = async () => {
  const opened = await openListing(scope, 'activities')
  return opened.ok ? opened.value.rows.map(({ line }) => line) : opened.error.code
}

describe('downloading a package', () => {
  it('brings convention, listings, refused rows and records', async () => {
    const progress: [number, number][] = []
    const done = await pump.downloadPackage(scope, { onProgress: (at, of) => progress.push([at, of]) })
    expect(done).toEqual({ ok: true, value: null })
    expect(await readConvention(scope)).toMatchObject({ agreementNo: 'ACT-2026-0001' })
    expect(await listListings(scope)).toHaveLength(1)
    expect(await linesOf()).toEqual(Array.from({ length: 50 }, (_, at) => 1001 + at))
    expect(await readRejected(scope, 'activities')).toMatchObject([{ line: 999 }])
    expect((await getRecord('inspection', scope))?.state).toBe('ASSIGNED')
    const [last] = progress.slice(-1)
    expect(last?.[0]).toBe(last?.[1])
  })

  it('goes on where the connection broke, asking only for what is missing', async () => {
    trouble.set(4, () => err('central.unreachable'))
    expect(await pump.downloadPackage(scope)).toMatchObject({ error: { code: 'central.unreachable' } })
    expect(await readManifest(scope)).toBeUndefined()
    expect((await pump.downloadPackage(scope)).ok).toBe(true)
    expect(fetched).toHaveLength(offered.bytes.size + 1)
    expect(await linesOf()).toHaveLength(50)
  })

  it('stops when cancelled and leaves nothing half-switched', async () => {
    const stop = new AbortController()
    const done = await pump.downloadPackage(scope, {
      signal: stop.signal,
      onProgress: () => fetched.length === 4 && stop.abort(),
    })
    expect(done).toMatchObject({ error: { code: 'store.cancelled' } })
    expect(await readManifest(scope)).toBeUndefined()
    expect((await pump.downloadPackage(scope)).ok).toBe(true)
  })

  it('refuses a block that does not have its hash', async () => {
    trouble.set(2, () => new Uint8Array([1, 2, 3]))
    expect(await pump.downloadPackage(scope)).toMatchObject({ error: { code: 'store.block-wrong' } })
    expect(await currentStore().db.blocks.count()).toBe(3)
    expect(await readManifest(scope)).toBeUndefined()
  })

  it('takes a newer version before work starts, and keeps the old one in work afterwards', async () => {
    await pump.downloadPackage(scope)
    offered = await makePackage(scope, 2)
    await pump.downloadPackage(scope)
    expect((await readManifest(scope))?.version).toBe(2)
    await saveRecord('inspection', scope, scope, { state: 'ON_SITE' })
    offered = await makePackage(scope, 3)
    await pump.downloadPackage(scope)
    expect((await readManifest(scope))?.version).toBe(2)
    expect((await listVersions(scope)).map(({ no, state }) => [no, state])).toEqual([
      [3, 'waiting'],
      [2, 'in-work'],
    ])
    expect((await linesOf())[0]).toBe(2001)
  })
})

describe('sealed blocks', () => {
  beforeEach(async () => expect(await pump.downloadPackage(scope)).toEqual(ok(null)))
  const blocks = () => currentStore().db.blocks

  it('are refused when swapped, and when one bit differs', async () => {
    const [one, other] = await blocks().where('inspectionId').equals(scope).sortBy('no')
    await blocks().put({ ...one!, sealed: other!.sealed, iv: other!.iv })
    expect(await linesOf()).toBe('store.damaged')
    const flipped = new Uint8Array(one!.sealed)
    flipped[9] = flipped[9]! ^ 1
    await blocks().put({ ...one!, sealed: flipped })
    expect(await linesOf()).toBe('store.damaged')
    await blocks().put(one!)
    expect(await linesOf()).toHaveLength(50)
  })

  it('are missed when one is gone', async () => {
    const place = offered.manifest.listings[0]!.blocks[2]!.sha256
    await blocks().delete([scope, 'activities', 2, place])
    expect(await linesOf()).toBe('store.block-missing')
  })

  it('are deleted with everything else, but not while work is unsent', async () => {
    await pump.syncNow()
    await saveRecord('inspection', scope, scope, { state: 'ON_SITE' })
    expect(await deletePackage(scope)).toMatchObject({ error: { code: 'store.work-not-sent' } })
    await pump.syncNow()
    expect(await deletePackage(scope)).toEqual(ok(null))
    const { db } = currentStore()
    const counts = [db.records, db.outbox, db.packages, db.blocks, db.scopes].map((table) => table.count())
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, 0])
  })
})

import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ListingBlock } from '#domain/listing/listing.ts'
import type { PackageManifest } from '#domain/package/manifest.ts'
import type { BlobStatusResponse } from '#domain/sync/protocol.ts'
import { evidence } from '#test/central/records.ts'
import { Laptop, sha256 } from '#test/central/laptop.ts'
import {
  ADMINISTRATOR,
  BAERT,
  DHONDT,
  ENGINES,
  startCentral,
  type TestCentral,
} from '#test/central/start-central.ts'

const TUS = { 'tus-resumable': '1.0.0' }

describe.each(ENGINES)('files on %s', (engine) => {
  let store: TestCentral
  let laptop: Laptop
  let scope: string
  let bytes: Buffer
  beforeAll(async () => {
    store = await startCentral(engine)
    laptop = await Laptop.enrol(store, BAERT)
  })
  afterAll(() => store.stop())
  beforeEach(async () => {
    scope = await store.plan()
    bytes = randomBytes(300_000)
    await laptop.checkOut(scope)
    await laptop.send({ scope, kind: 'inspection', rec: scope, baseVer: 1, patch: { state: 'ON_SITE' } })
  })

  const status = async (who: Laptop, hash: string) =>
    (await who.ask<BlobStatusResponse>('POST', '/v1/blobs/status', { sha256: [hash] })).body
  const refer = async (hash: string) => {
    const rec = randomUUID()
    await laptop.send({ scope, kind: 'evidence', rec, patch: evidence(scope, rec, hash, bytes.length) })
  }
  const download = (who: Laptop, hash: string, headers: Record<string, string> = {}) =>
    fetch(`${store.url}/v1/inspections/${scope}/blobs/${hash}`, { headers: { ...who.headers, ...headers } })

  it('takes a file in and gives it back, whole or in part, once a record refers to it', async () => {
    const hash = sha256(bytes)
    expect(await laptop.upload(scope, bytes)).toBe(204)
    expect(await status(laptop, hash)).toEqual({ have: [hash], partial: {} })
    expect((await download(laptop, hash)).status).toBe(404)
    await refer(hash)
    const whole = await download(laptop, hash)
    expect(sha256(new Uint8Array(await whole.arrayBuffer()))).toBe(hash)
    const part = await download(laptop, hash, { range: 'bytes=100-199' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${bytes.length}`])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(100, 200))
    expect((await download(laptop, hash, { range: 'bytes=300000-' })).status).toBe(416)
    expect((await download(laptop, hash, { 'if-none-match': `"${hash}"` })).status).toBe(304)
  })

  it('goes on where a cut upload stopped, with nothing but the hash', async () => {
    const hash = sha256(bytes)
    const metadata = `sha256 ${btoa(hash)},inspectionId ${btoa(scope)}`
    const create = { ...TUS, 'upload-length': String(bytes.length), 'upload-metadata': metadata }
    expect((await laptop.ask('POST', '/v1/files', undefined, create)).status).toBe(201)
    await laptop.sendPart(hash, 0, bytes.subarray(0, 100_000))
    expect((await status(laptop, hash)).partial).toEqual({ [hash]: 100_000 })
    expect((await laptop.ask('POST', '/v1/files', undefined, create)).status).toBe(409)
    const head = await laptop.ask('HEAD', `/v1/files/${hash}`, undefined, TUS)
    expect(head.headers.get('upload-offset')).toBe('100000')
    expect((await laptop.sendPart(hash, 50_000, bytes.subarray(50_000))).status).toBe(409)
    expect((await laptop.sendPart(hash, 100_000, bytes.subarray(100_000))).status).toBe(204)
    expect((await status(laptop, hash)).have).toEqual([hash])
  })

  it('refuses and removes a file that is not what was announced', async () => {
    const hash = sha256(randomBytes(10))
    expect(await laptop.upload(scope, bytes, hash)).toBe(460)
    expect(await status(laptop, hash)).toEqual({ have: [], partial: {} })
    const left = fs.readdirSync(path.join(store.folder, 'data', 'uploads', laptop.session.user.id))
    expect(left.filter((name) => name.startsWith(hash))).toEqual([])
  })

  it('asks for a file again when the process died between its last byte and its check', async () => {
    const hash = sha256(bytes)
    const folder = path.join(store.folder, 'data', 'uploads', laptop.session.user.id)
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(path.join(folder, hash), bytes)
    fs.writeFileSync(
      path.join(folder, `${hash}.json`),
      JSON.stringify({ id: hash, size: bytes.length, offset: 0 }),
    )
    expect((await laptop.ask('HEAD', `/v1/files/${hash}`, undefined, TUS)).status).toBe(404)
    expect(await laptop.upload(scope, bytes)).toBe(204)
  })

  it('takes no file for an inspection of somebody else, and gives none to who only knows its hash', async () => {
    const other = await Laptop.enrol(store, DHONDT)
    expect(await other.upload(scope, bytes)).toBe(403)
    const hash = sha256(bytes)
    await laptop.upload(scope, bytes)
    await refer(hash)
    expect((await status(other, hash)).have).toEqual([])
    expect((await download(other, hash)).status).toBe(403)
    expect((await other.ask('HEAD', `/v1/files/${hash}`, undefined, TUS)).status).toBe(404)
  })

  it('gives the package block by block, each named by its hash', async () => {
    const { body: manifest } = await laptop.ask<PackageManifest>('GET', `/v1/inspections/${scope}/package`)
    const participants = manifest.listings.find(({ listing }) => listing === 'participants')
    const blocks = participants?.blocks ?? []
    expect(blocks.reduce((sum, { rows }) => sum + rows, 0)).toBe(participants?.accepted)
    const route = `${store.url}/v1/inspections/${scope}/blocks/`
    const answer = await fetch(route + (blocks[0]?.sha256 ?? ''), { headers: laptop.headers })
    const zipped = new Uint8Array(await answer.arrayBuffer())
    expect(sha256(zipped)).toBe(blocks[0]?.sha256)
    const block = JSON.parse(gunzipSync(zipped).toString('utf8')) as ListingBlock
    expect([block.listing, block.rows.length]).toEqual(['participants', blocks[0]?.rows])
    expect((await fetch(route + 'a'.repeat(64), { headers: laptop.headers })).status).toBe(404)
  })

  it('lists the rows that the load refused, with their reasons, to administrators only', async () => {
    expect((await laptop.ask('GET', '/v1/imports')).status).toBe(403)
    const administrator = await Laptop.enrol(store, ADMINISTRATOR)
    const { body } = await administrator.ask<{ rejected: { line: number; reasons: object[] }[] }>(
      'GET',
      '/v1/imports',
    )
    const manifest = await laptop.ask<PackageManifest>('GET', `/v1/inspections/${scope}/package`)
    const refused = manifest.body.listings.reduce((sum, { rejected }) => sum + rejected, 0)
    expect(body.rejected).toHaveLength(refused)
    expect(body.rejected.every(({ line, reasons }) => line > 1 && reasons.length > 0)).toBe(true)
    expect((await administrator.ask<{ items: [] }>('GET', '/v1/inspections')).body.items).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Central } from '#central/open-central.ts'
import type { Convention } from '#domain/convention/convention.ts'
import type { Fetch } from '#main/services/transport.ts'
import { createLocalInspection } from '#renderer/db/create-inspection.ts'
import { listInspections } from '#renderer/db/inspections.ts'
import { listTransfers } from '#renderer/db/outbox.ts'
import { listRefused } from '#renderer/db/refused.ts'
import { openListing, readConvention } from '#renderer/db/packages.ts'
import { listVersions, takeVersion } from '#renderer/db/package-versions.ts'
import { prepareVersion } from '#renderer/db/prepare-version.ts'
import { closeStore } from '#renderer/db/store.ts'
import type { Pump } from '#renderer/sync/pump.ts'
import { importedOf } from '#test/renderer/db/sample-package.ts'
import { enrolLaptop, inspector, startCentral, type RealLaptop } from '#test/renderer/sync/real-network.ts'

const convention = JSON.parse(readFileSync('test/fixtures/listings/convention.json', 'utf8')) as Convention
const FILES = [{ fileName: 'convention.xlsx', sha256: 'e'.repeat(64), size: 5 }]

let folder: string
let central: Central
let network: Fetch = fetch
let mine: RealLaptop
let other: RealLaptop
let pump: Pump
let scope: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'constat-travel-'))
  const started = await startCentral(folder)
  central = started.central
  mine = await enrolLaptop(path.join(folder, 'one'), started.url, inspector, (to, init) => network(to, init))
  other = await enrolLaptop(path.join(folder, 'two'), started.url, inspector)
})
afterAll(async () => {
  pump.dispose()
  closeStore()
  await central.close()
  await rm(folder, { recursive: true, force: true })
})

/** Opens a laptop as after a start of the app: what only was in memory is gone. */
const start = async (laptop: RealLaptop) => {
  pump = await laptop.enter()
}
const must = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  expect(result).toMatchObject({ ok: true })
  return (result as { value: T }).value
}
const applied = async () => {
  expect(await pump.syncNow()).toMatchObject({ connection: 'online', pending: 0, lastFailure: null })
  expect(await listRefused()).toEqual([])
}
const linesOf = async () => must(await openListing(scope, 'activities')).rows.map(({ line }) => line)
const states = async () => (await listVersions(scope)).map(({ no, state, here }) => `${no} ${state} ${here}`)
const takeOver = async (laptop: RealLaptop) => {
  must(await laptop.bridge.invoke('central:checkout', { inspectionId: scope, takeOver: true }))
  must(await pump.downloadPackage(scope))
}

describe('a package made on a laptop', () => {
  it('is made and changed without a network', async () => {
    network = () => Promise.reject(new Error('no network'))
    await start(mine)
    const status = must(await mine.bridge.invoke('vault:status', null))
    const made = { convention, listings: [importedOf('activities', 1, 2)], files: FILES }
    scope = must(
      await createLocalInspection(
        { ...made, owner: status.owner!, plannedDate: '2026-11-23' },
        (inspectionId) => mine.bridge.invoke('vault:package-key', { inspectionId }),
      ),
    )
    const second = must(await prepareVersion(scope, [importedOf('activities', 1, 2, 3)]))
    must(await takeVersion(scope, second))
    expect(await pump.syncNow()).toMatchObject({ connection: 'offline', pending: 6 })
    expect((await listInspections())[0]).toMatchObject({ id: scope })
  })

  it('reaches the central store over a bad connection, after a restart', async () => {
    pump.dispose()
    await start(mine)
    let asked = 0
    network = async (url, init) => {
      const answer = await fetch(url, init)
      if (asked++ % 2 === 1) throw new Error('the answer was lost')
      return answer
    }
    for (let tries = 0; tries < 40 && (await pump.syncNow()).lastFailure !== null; tries++);
    network = fetch
    await applied()
    expect(await listTransfers()).toMatchObject([{ state: 'applied', files: { pending: 0, total: 3 } }])
    const listed = must(await pump.refreshInspections()).find(({ id }) => id === scope)
    expect(listed).toMatchObject({ access: 'write', rowCount: 3 })
  })

  it('is on another laptop what it is here, row for row', async () => {
    pump.dispose()
    await start(other)
    await takeOver(other)
    expect(await linesOf()).toEqual([1, 2, 3])
    expect(await readConvention(scope)).toEqual(convention)
    expect(await states()).toEqual(['2 in-work true', '1 earlier false'])
  })

  it('follows to the first laptop what the other one took', async () => {
    const third = must(await prepareVersion(scope, [importedOf('activities', 9)]))
    must(await takeVersion(scope, third))
    await applied()
    pump.dispose()
    await start(mine)
    await applied()
    expect(await states()).toEqual(['3 waiting false', '2 in-work true', '1 earlier true'])
    expect(await linesOf()).toEqual([1, 2, 3])
    must(await pump.downloadPackage(scope))
    expect(await states()).toEqual(['3 in-work true', '2 earlier true', '1 earlier true'])
    expect(await linesOf()).toEqual([9])
  })

  it('waits for the blocks of a version that is not whole at the central store', async () => {
    await takeOver(mine)
    must(await takeVersion(scope, must(await prepareVersion(scope, [importedOf('activities', 30, 31)]))))
    network = (url, init) => (url.includes('/v1/files') ? Promise.reject(new Error('cut')) : fetch(url, init))
    await pump.syncNow()
    network = fetch
    pump.dispose()
    await start(other)
    expect(await pump.downloadPackage(scope)).toMatchObject({ error: { code: 'package.not-received' } })
    expect(await linesOf()).toEqual([9])
    pump.dispose()
    await start(mine)
    await applied()
    pump.dispose()
    await start(other)
    must(await pump.downloadPackage(scope))
    expect(await linesOf()).toEqual([30, 31])
  })
})

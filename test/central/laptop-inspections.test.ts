import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PackageManifest } from '#domain/package/manifest.ts'
import type { InspectionListItem } from '#domain/sync/protocol.ts'
import { Laptop, sha256 } from '#test/central/laptop.ts'
import { packageVersion, report, submission } from '#test/central/records.ts'
import {
  AGREEMENT,
  BAERT,
  DHONDT,
  ENGINES,
  startCentral,
  SUPERVISOR,
  type TestCentral,
} from '#test/central/start-central.ts'

const block = () => Buffer.from(randomUUID())
const described = (bytes: Buffer) => ({ sha256: sha256(bytes), bytes: bytes.length })

describe.each(ENGINES)('inspections made on a laptop, on %s', (engine) => {
  let store: TestCentral
  let laptop: Laptop
  let scope: string
  beforeAll(async () => {
    store = await startCentral(engine)
  })
  afterAll(() => store.stop())
  beforeEach(async () => {
    laptop = await Laptop.enrol(store, BAERT)
    scope = randomUUID()
  })

  const inspection = (over: Record<string, unknown> = {}) => ({
    ...{ id: scope, reference: `RI/${scope}`, agreementNo: AGREEMENT, measureCode: 'M1', language: 'fr' },
    ...{ partnerName: { fr: 'P', nl: 'P' }, inspectorId: laptop.session.user.id, inspectorName: 'whoever' },
    ...{ plannedDate: '2026-11-23', state: 'ASSIGNED', visitDate: null, visitPlace: '', announced: true },
    ...{ personsMet: '', limits: '', summary: '', conclusion: '', overallAssessment: null },
    ...{ independenceDeclared: false, ...over },
  })
  const make = (over: Record<string, unknown> = {}, from = laptop) =>
    from.send({ scope, kind: 'inspection', rec: scope, patch: inspection(over) })
  const take = (no: number, ...blocks: Buffer[]) => {
    const rec = randomUUID()
    return laptop.send({
      ...{ scope, kind: 'package', rec },
      patch: packageVersion(scope, rec, no, blocks.map(described)),
    })
  }
  const listed = async (by: Laptop) => {
    const { body } = await by.ask<{ items: InspectionListItem[] }>('GET', '/v1/inspections')
    return body.items.find(({ id }) => id === scope)
  }
  const manifestFor = (by: Laptop) => by.ask<PackageManifest>('GET', `/v1/inspections/${scope}/package`)
  const blockFor = (by: Laptop, bytes: Buffer) =>
    by.ask('GET', `/v1/inspections/${scope}/blocks/${sha256(bytes)}`)

  it('come into being with their first record, written by the laptop that made them', async () => {
    const results = await make()
    expect(results).toMatchObject([{ outcome: 'created', seq: 1 }])
    const scopes = (await laptop.handshake()).body.scopes
    expect(scopes.find(({ id }) => id === scope)).toMatchObject({ access: 'write', seq: 1 })
    expect((await laptop.record(scope, scope)).data).toEqual(inspection({ inspectorName: 'Amina Baert' }))
    expect(await listed(laptop)).toMatchObject({ checkedOutBy: laptop.deviceId, rowCount: 0 })
    const [log] = await store.central.deps.db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM checkouts WHERE inspection_id = $1',
      [scope],
    )
    expect(log?.n).toBe(1)
  })

  it('are taken in whole: record, package, and work on site in one batch', async () => {
    const rec = randomUUID()
    const results = await laptop.send(
      { scope, kind: 'inspection', rec: scope, patch: inspection() },
      { scope, kind: 'package', rec, patch: packageVersion(scope, rec, 1, [described(block())]) },
      { scope, kind: 'inspection', rec: scope, patch: { state: 'ON_SITE' } },
    )
    expect(results.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'applied'])
  })

  it.each([
    ['in the name of another inspector', { inspectorId: randomUUID() }],
    ['already signed', { state: 'DRAFT_SIGNED' }],
    ['incomplete', { reference: 7 }],
  ])('are refused %s, and leave nothing', async (_, over) => {
    expect(await make(over)).toMatchObject([{ outcome: 'rejected', reason: 'sync.no-access' }])
    expect(await listed(laptop)).toBeUndefined()
    expect(await make()).toMatchObject([{ outcome: 'created' }])
  })

  it('are refused from a supervisor', async () => {
    const supervisor = await Laptop.enrol(store, SUPERVISOR)
    const inspectorId = supervisor.session.user.id
    expect(await make({ inspectorId }, supervisor)).toMatchObject([{ reason: 'sync.no-access' }])
  })

  it('are refused under an id that is taken, whoever has it', async () => {
    await make()
    const other = await Laptop.enrol(store, DHONDT)
    const inspectorId = other.session.user.id
    expect(await make({ inspectorId }, other)).toMatchObject([{ reason: 'sync.no-access' }])
    const second = await Laptop.enrol(store, BAERT)
    expect(await make({}, second)).toMatchObject([{ reason: 'sync.not-writer' }])
  })

  it('do not open the office’s package by naming its agreement', async () => {
    await make()
    expect(await manifestFor(laptop)).toMatchObject({ status: 404, body: { code: 'package.not-received' } })
    const planned = await store.plan()
    const office = await laptop.ask<PackageManifest>('GET', `/v1/inspections/${planned}/package`)
    const hash = office.body.convention.sha256
    const rec = randomUUID()
    const stolen = packageVersion(scope, rec, 1, [{ sha256: hash, bytes: 1 }])
    await laptop.send({ scope, kind: 'package', rec, patch: stolen })
    const answer = await laptop.ask('GET', `/v1/inspections/${scope}/blocks/${hash}`)
    expect(answer).toMatchObject({ status: 404, body: { code: 'package.not-received' } })
  })

  it('hand their package to another laptop once its blocks have arrived', async () => {
    const [first, second] = [block(), block()]
    await make()
    await take(1, first)
    await take(2, first, second)
    const reader = await Laptop.enrol(store, BAERT)
    const { body } = await manifestFor(reader)
    expect(body.convention.sha256).toBe(sha256(first))
    expect(body.listings[0]?.blocks).toMatchObject([described(second)])
    expect(await listed(reader)).toMatchObject({ packageBytes: first.length + second.length, rowCount: 1 })
    expect((await blockFor(reader, second)).body.code).toBe('package.not-received')
    await laptop.upload(scope, second)
    expect((await blockFor(reader, second)).status).toBe(200)
    expect((await blockFor(reader, block())).body.code).toBe('request.not-found')
    const stranger = await Laptop.enrol(store, DHONDT)
    expect((await blockFor(stranger, second)).status).toBe(403)
  })

  it('are submitted only with every block of the version in work', async () => {
    const [old, first, second, pdf] = [block(), block(), block(), block()]
    await make({ state: 'ON_SITE' })
    await take(1, old)
    await take(2, first, second)
    const [reportId, rec] = [randomUUID(), randomUUID()]
    await laptop.send(
      { scope, kind: 'report', rec: reportId, patch: report(scope, reportId, 1, sha256(pdf)) },
      { scope, kind: 'inspection', rec: scope, baseVer: 4, patch: { state: 'DRAFT_SIGNED' } },
    )
    for (const bytes of [pdf, first]) await laptop.upload(scope, bytes)
    const submit = { scope, kind: 'submission', rec, patch: submission(scope, rec, 1, reportId) } as const
    expect(await laptop.send(submit)).toMatchObject([
      { reason: 'sync.blobs-missing', missing: [sha256(second)] },
    ])
    await laptop.upload(scope, second)
    expect(await laptop.send(submit)).toMatchObject([{ outcome: 'created' }])
    const supervisor = await Laptop.enrol(store, SUPERVISOR)
    expect((await blockFor(supervisor, second)).status).toBe(200)
  })

  it('keep the office’s blocks where a version of a planned inspection shares them', async () => {
    scope = await store.plan()
    await laptop.checkOut(scope)
    const { body: office } = await manifestFor(laptop)
    const own = block()
    const rec = randomUUID()
    const manifest = { ...office, listings: [], convention: office.convention }
    const shared = packageVersion(scope, rec, 2, [office.convention, described(own)])
    await laptop.send({ scope, kind: 'package', rec, patch: shared })
    expect((await manifestFor(laptop)).body).toMatchObject({ record: rec, convention: manifest.convention })
    const answer = await laptop.ask('GET', `/v1/inspections/${scope}/blocks/${office.convention.sha256}`)
    expect(answer.status).toBe(200)
  })
})

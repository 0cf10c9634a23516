import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { storeRecords } from '#central/repositories/changes.ts'
import { finding, Laptop } from '#test/central/laptop.ts'
import { BAERT, DHONDT, ENGINES, startCentral, type TestCentral } from '#test/central/start-central.ts'
import { CHANGES, recordsIn, RELEASES } from '#test/fixtures/released/released.ts'

describe.each(ENGINES)('push and pull on %s', (engine) => {
  let store: TestCentral
  let laptop: Laptop
  let scope: string
  beforeAll(async () => {
    store = await startCentral(engine)
  })
  afterAll(() => store.stop())
  beforeEach(async () => {
    laptop = await Laptop.enrol(store, BAERT)
    scope = await store.plan()
    await laptop.checkOut(scope)
    await laptop.send({ scope, kind: 'inspection', rec: scope, baseVer: 1, patch: { state: 'ON_SITE' } })
  })

  const draftFinding = (over: Record<string, unknown> = {}) => {
    const rec = randomUUID()
    return { scope, kind: 'finding', rec, patch: finding(scope, rec, over) } as const
  }

  it('applies a batch once, however often it comes and even three times at once', async () => {
    const batch = [draftFinding(), draftFinding()].map((one) => laptop.draft(one))
    const answers = await Promise.all([laptop.push(...batch), laptop.push(...batch), laptop.push(...batch)])
    const fresh = answers.filter(({ body }) => body.results.every((one) => one.dup !== true))
    expect([fresh.length, answers.map(({ status }) => status)]).toEqual([1, [200, 200, 200]])
    const outcomes = answers.map(({ body }) => body.results.map(({ outcome, seq }) => [outcome, seq]))
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(outcomes[2]).toEqual(outcomes[0])
    expect((await laptop.pull(scope)).body.changes.filter(({ kind }) => kind === 'finding')).toHaveLength(2)
  })

  it('takes old and new changes in one batch after an answer was lost', async () => {
    const lost = laptop.draft(draftFinding())
    await laptop.push(lost)
    const answer = await laptop.push(lost, laptop.draft(draftFinding()))
    expect(answer.body.results.map(({ dup }) => dup ?? false)).toEqual([true, false])
    expect(answer.body.lastMid).toBe(laptop.mid)
  })

  it('refuses a gap as a whole and tells what it expects', async () => {
    const expectedMid = laptop.mid + 1
    laptop.mid += 1
    const answer = await laptop.push(laptop.draft(draftFinding()))
    expect([answer.status, answer.body]).toEqual([409, { code: 'sync.gap', details: { expectedMid } }])
    expect((await laptop.handshake()).body.lastMid).toBe(expectedMid - 1)
  })

  it('stops a copied laptop that uses a number again', async () => {
    const copy = { ...laptop.draft(draftFinding()), id: randomUUID(), mid: 1 }
    const answer = await laptop.push(copy)
    expect([answer.status, answer.body.code]).toEqual([409, 'sync.forked'])
  })

  it('refuses changes made for another history', async () => {
    const epoch = laptop.epoch
    laptop.epoch = randomUUID()
    expect((await laptop.push(laptop.draft(draftFinding()))).body.code).toBe('sync.epoch')
    expect((await laptop.handshake()).body.epoch).toBe(epoch)
  })

  it('refuses bad changes one by one and takes the others', async () => {
    const [good, other] = [draftFinding(), draftFinding()]
    const drafts = [
      { ...draftFinding(), patch: { title: 'not whole' } },
      draftFinding({ title: 'a\0b' }),
      draftFinding({ title: 'half \ud800' }),
      { ...draftFinding(), kind: 'unknown' as 'finding' },
      draftFinding({ id: randomUUID() }),
      { scope: randomUUID(), kind: 'finding', rec: randomUUID(), patch: {} } as const,
      { scope, kind: 'decision', rec: randomUUID(), patch: {} } as const,
      { scope, kind: 'inspection', rec: scope, baseVer: 9, patch: { reference: 'mine' } } as const,
      { scope, kind: 'inspection', rec: scope, baseVer: 9, patch: { state: 'FINAL_VALIDATED' } } as const,
    ]
    const results = await laptop.send(good, ...drafts, other)
    expect(results.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
      'created',
      ...['sync.invalid', 'sync.invalid', 'sync.invalid', 'sync.invalid', 'sync.invalid'],
      ...['sync.no-access', 'sync.not-writer', 'sync.invalid', 'sync.wrong-step'],
      'created',
    ])
    expect((await laptop.handshake()).body.lastMid).toBe(laptop.mid)
  })

  it('shows and takes nothing of an inspection that is not assigned', async () => {
    const other = await Laptop.enrol(store, DHONDT)
    for (const route of ['package', `blobs/${'a'.repeat(64)}`, `blocks/${'a'.repeat(64)}`]) {
      const answer = await other.ask('GET', `/v1/inspections/${scope}/${route}`)
      expect([answer.status, answer.body.code]).toEqual([403, 'request.not-assigned'])
    }
    expect((await other.pull(scope)).body.code).toBe('sync.scope-revoked')
    expect((await other.checkOut(scope)).status).toBe(403)
    const [result] = await other.send(draftFinding())
    expect(result?.reason).toBe('sync.no-access')
    expect((await other.handshake()).body.scopes.map(({ id }) => id)).not.toContain(scope)
  })

  it('has one writer per inspection; a take-over is a wish of its own and logged', async () => {
    const second = await Laptop.enrol(store, BAERT)
    expect((await second.send(draftFinding()))[0]?.reason).toBe('sync.not-writer')
    const refused = await second.checkOut(scope)
    expect([refused.status, refused.body]).toEqual([
      409,
      { code: 'checkout.other-device', details: { device: 'PC' } },
    ])
    expect((await second.checkOut(scope, true)).body.checkedOutBy).toBe(second.deviceId)
    expect((await second.send(draftFinding()))[0]?.outcome).toBe('created')
    expect((await laptop.send(draftFinding()))[0]?.reason).toBe('sync.not-writer')
    const log = await store.central.deps.db.query<{ device_id: string; previous_device: string | null }>(
      'SELECT device_id, previous_device FROM checkouts WHERE inspection_id = $1 ORDER BY no',
      [scope],
    )
    expect(log).toEqual([
      { device_id: laptop.deviceId, previous_device: null },
      { device_id: second.deviceId, previous_device: laptop.deviceId },
    ])
  })

  it('pages through a scope that is being written and misses nothing', async () => {
    const total = 200
    const writing = (async () => {
      for (let sent = 0; sent < total; sent += 5) {
        await laptop.send(...Array.from({ length: 5 }, () => draftFinding()))
      }
    })()
    const seen = new Set<string>()
    for (let since = 0; seen.size < total;) {
      const { body } = await laptop.pull(scope, since, 7)
      for (const change of body.changes) if (change.kind === 'finding') seen.add(change.id)
      expect(body.next).toBeGreaterThanOrEqual(since)
      since = body.next
    }
    await writing
    expect(seen.size).toBe(total)
  })

  it('chains the log of a device and lets nobody change it', async () => {
    await laptop.send(draftFinding())
    const { db } = store.central.deps
    const [row] = await db.query<{ hash: string }>(
      'SELECT hash FROM mutations WHERE device_id = $1 ORDER BY mid DESC LIMIT 1',
      [laptop.deviceId],
    )
    expect((await laptop.handshake()).body.lastHash).toBe(row?.hash)
    await expect(db.query(`UPDATE mutations SET hash = ''`)).rejects.toThrow('only added to')
    await expect(db.query('DELETE FROM mutations')).rejects.toThrow('only added to')
  })

  it.each(RELEASES)('changes every record that release $version wrote', async (release) => {
    const old = recordsIn(release, scope).filter(({ kind }) => kind !== 'inspection' && kind in CHANGES)
    const rows = old.map((one) => ({ ...one, scope, seq: 1, deleted: false, fields: {} }))
    await storeRecords(store.central.deps.db, rows)
    const changes = old.map(({ kind, id: rec }) => ({ scope, kind, rec, baseVer: 1, patch: CHANGES[kind]! }))
    expect((await laptop.send(...changes)).map(({ outcome }) => outcome)).toEqual(old.map(() => 'applied'))
  })

  it('refuses what is malformed or too large as a whole', async () => {
    const malformed = await laptop.ask('POST', '/v1/sync/push', { epoch: 1 })
    expect([malformed.status, malformed.body.code]).toEqual([400, 'request.invalid'])
    const huge = await laptop.ask('POST', '/v1/sync/push', { filler: 'x'.repeat(5 * 1024 * 1024) })
    expect([huge.status, huge.body.code]).toEqual([413, 'request.too-large'])
  })
})

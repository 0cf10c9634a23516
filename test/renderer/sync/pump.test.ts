import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listConflicts, resolveConflict } from '#renderer/db/conflicts.ts'
import { newId } from '#renderer/db/new-id.ts'
import { countPending, listTransfers } from '#renderer/db/outbox.ts'
import { discardRefused, listBin, listRefused, retryRefused } from '#renderer/db/refused.ts'
import { getRecord, listRecords, saveRecord } from '#renderer/db/records.ts'
import { closeStore, currentStore } from '#renderer/db/store.ts'
import { createPump } from '#renderer/sync/pump.ts'
import { addFinding, notingTimer, openLaptop, type Laptop } from '#test/renderer/sync/open-laptop.ts'
import { POISON, TOO_LARGE } from '#test/renderer/sync/memory-central.ts'
import { inspectionOf } from '#test/renderer/open-test-store.ts'

let laptop: Laptop
beforeEach(async () => {
  laptop = await openLaptop()
})
afterEach(() => {
  laptop.pump.dispose()
  closeStore()
})

const title = async (id: string) => (await getRecord('finding', id))?.title
const sentTitles = () =>
  [...laptop.central.history.log.values()].map(({ mutation }) => mutation.patch['title'])

describe('sending', () => {
  it('sends everything in order and calls it applied', async () => {
    const ids = [await addFinding(laptop, 'A', 1), await addFinding(laptop, 'B', 2)]
    expect((await listTransfers())[0]).toMatchObject({ state: 'to-send', mutations: { pending: 2 } })
    expect(await laptop.pump.syncNow()).toMatchObject({ connection: 'online', pending: 0, lastFailure: null })
    expect(sentTitles()).toEqual(['A', 'B'])
    expect((await listTransfers())[0]).toMatchObject({ state: 'applied', reason: null })
    expect(laptop.central.record('finding', ids[0]!)).toEqual(await getRecord('finding', ids[0]!))
  })

  it('applies once what is sent twice, and what lost its answer', async () => {
    const id = await addFinding(laptop, 'A')
    laptop.central.faults = ['none', 'twice']
    await laptop.pump.syncNow()
    await saveRecord('finding', laptop.scope, id, { title: 'B' })
    laptop.central.faults = ['none', 'lost']
    expect(await laptop.pump.syncNow()).toMatchObject({ connection: 'offline', pending: 1 })
    await saveRecord('finding', laptop.scope, id, { title: 'C' })
    await laptop.pump.syncNow()
    expect(sentTitles()).toEqual(['A', 'B', 'C'])
    expect(await title(id)).toBe('C')
  })

  it('sets a refused change aside with its reason and goes on with the others', async () => {
    const good = await addFinding(laptop, 'good', 1)
    const bad = await addFinding(laptop, POISON, 2)
    const last = await addFinding(laptop, 'last', 3)
    expect(await laptop.pump.syncNow()).toMatchObject({ pending: 0, lastFailure: null })
    expect(laptop.central.record('finding', good)).toBeDefined()
    expect(laptop.central.record('finding', last)).toBeDefined()
    const [refused] = await listRefused()
    expect(refused).toMatchObject({ rec: bad, reason: 'sync.invalid' })
    expect((await listTransfers())[0]).toMatchObject({ state: 'refused', refused: 1, reason: 'sync.invalid' })
    expect(await title(bad)).toBe(POISON)
  })

  it('sends a refused change again on demand, or lets it go to the bin', async () => {
    const bad = await addFinding(laptop, POISON, 1)
    const worse = await addFinding(laptop, POISON, 2)
    await laptop.pump.syncNow()
    const [one, other] = await listRefused()
    await saveRecord('finding', laptop.scope, bad, { title: 'better' })
    await retryRefused(one!.mid)
    await discardRefused(other!.mid)
    await laptop.pump.syncNow()
    expect(await title(bad)).toBe('better')
    expect(laptop.central.record('finding', bad)).toMatchObject({ title: 'better' })
    expect(await title(worse)).toBeUndefined()
    expect(await listBin()).toMatchObject([{ mid: other!.mid, discardedAt: expect.any(String) as string }])
    expect(await listRefused()).toEqual([])
  })

  it('halves a batch that is too large and sets the one that never fits aside', async () => {
    for (const [at, name] of ['a', 'b', TOO_LARGE, 'c', 'd'].entries()) await addFinding(laptop, name, at + 1)
    expect(await laptop.pump.syncNow()).toMatchObject({ pending: 0, lastFailure: null })
    const kept = [...laptop.central.history.records.values()].filter(({ kind }) => kind === 'finding')
    expect(kept.map(({ data }) => data['title'])).toEqual(['a', 'b', 'c', 'd'])
    expect(await listRefused()).toMatchObject([{ reason: 'request.too-large' }])
  })

  it('sends soon what is recorded while it runs', async () => {
    const ports = laptop.central.ports()
    const handshake = async (...asked: Parameters<typeof ports.handshake>) => {
      const answer = await ports.handshake(...asked)
      await addFinding(laptop, 'meanwhile')
      return answer
    }
    const { waits, timer } = notingTimer()
    const recording = createPump({ ...ports, handshake }, timer)
    await recording.syncNow()
    recording.dispose()
    expect(waits).toEqual([3_000])
    await laptop.pump.syncNow()
    expect(laptop.waits.at(-1)).toBe(60_000)
  })

  it('goes back to the number that the central store expects', async () => {
    const before = laptop.central.backup()
    await addFinding(laptop, 'A', 1)
    await laptop.pump.syncNow()
    laptop.central.history = before
    await addFinding(laptop, 'B', 2)
    await laptop.pump.syncNow()
    expect(sentTitles()).toEqual(['A', 'B'])
  })
})

describe('a central store set back to a backup', () => {
  it('gets everything again from the kept log, files too', async () => {
    const first = await addFinding(laptop, 'first', 1)
    await laptop.pump.syncNow()
    const backup = laptop.central.backup()
    await saveRecord('finding', laptop.scope, first, { title: 'changed' })
    const second = await addFinding(laptop, 'second', 2)
    await laptop.pump.syncNow()
    laptop.central.restore(backup)
    expect(await laptop.pump.syncNow()).toMatchObject({ pending: 0, lastFailure: null })
    expect(laptop.central.record('finding', first)?.['title']).toBe('changed')
    expect(laptop.central.record('finding', second)?.['title']).toBe('second')
    expect(await listRecords('finding', laptop.scope)).toHaveLength(2)
  })

  it('gets the later changes even when older ones are not kept any more', async () => {
    const backup = laptop.central.backup()
    await addFinding(laptop, 'old', 1)
    await laptop.pump.syncNow()
    await currentStore().db.outbox.clear()
    const late = await addFinding(laptop, 'late', 2)
    laptop.central.restore(backup)
    expect(await laptop.pump.syncNow()).toMatchObject({ pending: 0, lastFailure: null })
    expect(laptop.central.record('finding', late)?.['title']).toBe('late')
  })

  it('stops and tells when it knows changes that were never made here', async () => {
    await addFinding(laptop, 'A', 1)
    await laptop.pump.syncNow()
    await currentStore().db.meta.put({ key: 'mid', value: 0 })
    laptop.waits.length = 0
    expect((await laptop.pump.syncNow()).lastFailure).toEqual({ code: 'sync.forked' })
    expect(laptop.waits).toEqual([])
  })
})

describe('a bad connection', () => {
  it('keeps the queue when the token has run out, and asks to sign in', async () => {
    await addFinding(laptop, 'A')
    const ports = laptop.central.ports()
    const expired = { ok: false, error: { code: 'session.expired' } } as const
    const pump = createPump({ ...ports, handshake: () => Promise.resolve(expired) }, () => () => {})
    expect(await pump.syncNow()).toMatchObject({ connection: 'sign-in-needed', pending: 1 })
    pump.dispose()
    expect(await countPending()).toBe(1)
  })

  it('waits longer after each failure, and as long as it is asked to', async () => {
    laptop.waits.length = 0
    for (let at = 0; at < 4; at++) {
      laptop.central.faults = ['unreachable']
      await laptop.pump.syncNow()
    }
    laptop.central.faults = ['busy']
    await laptop.pump.syncNow()
    expect(laptop.waits).toEqual([1000, 2000, 4000, 8000, 16000])
    expect(laptop.pump.status().connection).toBe('online')
  })

  it('is one sync at a time, and none while offline by hand', async () => {
    laptop.central.calls.length = 0
    await Promise.all([laptop.pump.syncNow(), laptop.pump.syncNow(), laptop.pump.syncNow()])
    expect(laptop.central.calls.filter((name) => name === 'handshake')).toHaveLength(1)
    laptop.pump.setManualOffline(true)
    laptop.central.calls.length = 0
    expect((await laptop.pump.syncNow()).connection).toBe('manual-offline')
    expect(laptop.central.calls).toEqual([])
  })

  it('ends quietly when the vault is locked in the middle', async () => {
    await addFinding(laptop, 'A')
    const running = laptop.pump.syncNow()
    laptop.pump.dispose()
    closeStore()
    expect((await running).lastFailure).toBeNull()
  })
})

describe('other people', () => {
  it('sees what they changed, own unsent changes on top', async () => {
    const id = await addFinding(laptop, 'mine')
    await laptop.pump.syncNow()
    laptop.central.foreign(laptop.scope, 'finding', id, { cause: 'theirs' })
    laptop.central.faults = ['none', 'unreachable']
    await saveRecord('finding', laptop.scope, id, { title: 'mine again' })
    await laptop.pump.syncNow()
    await laptop.pump.syncNow()
    expect(await getRecord('finding', id)).toMatchObject({ title: 'mine again', cause: 'theirs' })
  })

  it('keeps both values of a conflict until one is chosen', async () => {
    const id = await addFinding(laptop, 'mine')
    await laptop.pump.syncNow()
    laptop.central.foreign(laptop.scope, 'finding', id, { title: 'theirs' })
    await saveRecord('finding', laptop.scope, id, { title: 'mine again' })
    await laptop.pump.syncNow()
    expect(await title(id)).toBe('theirs')
    const [conflict] = await listConflicts(laptop.scope)
    expect(conflict?.fields).toEqual({ title: { server: 'theirs', client: 'mine again' } })
    expect((await resolveConflict(conflict!.id, { title: 'both' })).ok).toBe(true)
    expect(await listConflicts(laptop.scope)).toEqual([])
    expect(await title(id)).toBe('both')
    await laptop.pump.syncNow()
    expect(laptop.central.record('finding', id)?.['title']).toBe('both')
    expect(laptop.central.history.log.get(laptop.central.lastMid)?.mutation.resolves).toBe(conflict?.id)
  })

  it('pulls inspections to review without being asked', async () => {
    const review = newId()
    laptop.central.access.set(review, 'review')
    laptop.central.foreign(review, 'inspection', review, { ...inspectionOf(review, 'UNDER_REVIEW') })
    await laptop.pump.syncNow()
    expect((await getRecord('inspection', review))?.state).toBe('UNDER_REVIEW')
  })

  it('goes on with the others when one inspection was taken away', async () => {
    laptop.central.access.delete(laptop.scope)
    expect((await laptop.pump.syncNow()).lastFailure).toBeNull()
  })
})

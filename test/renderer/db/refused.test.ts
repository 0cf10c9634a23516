import { beforeEach, describe, expect, it } from 'vitest'
import type { PushResult } from '#domain/sync/protocol.ts'
import { changeOf, listChanges } from '#renderer/db/changes.ts'
import { newId } from '#renderer/db/new-id.ts'
import { getRecord, listHeld, listRecords, saveRecord } from '#renderer/db/records.ts'
import {
  discardRefused,
  listBin,
  listRefused,
  removeForGood,
  retryRefused,
  takeBack,
} from '#renderer/db/refused.ts'
import { currentStore } from '#renderer/db/store.ts'
import { settle, takeBatch } from '#renderer/db/sync-log.ts'
import { findingOf, openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

beforeEach(openTestStore)

const must = (result: { ok: boolean }) => expect(result).toMatchObject({ ok: true })
const INSTEAD = { what: 'returned', by: 'S. Peeters', at: '2026-11-24T09:00:00Z', version: 1 } as const

/** Sends what waits, and has all of it refused. */
async function refuseAll(answer: Partial<PushResult> = {}): Promise<void> {
  const batch = await takeBatch(500, 1e6)
  await settle(
    batch.map(({ mid }) => ({ mid, outcome: 'rejected', seq: null, reason: 'sync.wrong-step', ...answer })),
  )
}

async function recordFinding(scope: string, number = 1): Promise<string> {
  const id = newId()
  must(await saveRecord('finding', scope, id, findingOf(id, scope, number)))
  return id
}

async function decide(scope: string): Promise<string> {
  const id = newId()
  const what = { reportId: newId(), version: 1, outcome: 'APPROVED', reason: '' } as const
  const decision = { id, inspectionId: scope, ...what, decidedAt: '2026-11-24T10:00:00Z', decidedBy: 'A.' }
  must(await saveRecord('decision', scope, id, decision))
  return id
}

describe('a change that the central store does not hold', () => {
  it('waits, may have left, and is held once it was answered', async () => {
    const scope = await placeInspection()
    const id = await recordFinding(scope)
    expect(await changeOf('finding', id)).toEqual({ state: 'waiting' })
    await takeBatch(500, 1e6)
    expect(await changeOf('finding', id)).toEqual({ state: 'sending' })
    await settle([{ mid: 1, outcome: 'created', seq: 2 }])
    expect(await changeOf('finding', id)).toBeNull()
    expect(await listChanges(scope)).toEqual(new Map())
  })

  it('is told as refused with the reason, and with what was done instead', async () => {
    const scope = await placeInspection()
    const id = await recordFinding(scope)
    await refuseAll({ reason: 'sync.closed', instead: INSTEAD })
    const change = { state: 'refused', refused: { reason: 'sync.closed', instead: INSTEAD } }
    expect(await changeOf('finding', id)).toMatchObject(change)
    expect((await listChanges(scope)).get(`finding/${id}`)).toMatchObject(change)
    expect(await getRecord('finding', id)).toBeDefined()
  })
})

describe('a decision that was refused', () => {
  it('is never among the decisions: it did not happen', async () => {
    const scope = await placeInspection('UNDER_REVIEW')
    await decide(scope)
    expect(await listRecords('decision', scope)).toHaveLength(1)
    expect(await listHeld('decision')).toEqual([])
    await refuseAll({ instead: INSTEAD })
    expect(await listRecords('decision', scope)).toEqual([])
    expect(await listRefused(scope)).toMatchObject([{ kind: 'decision', instead: INSTEAD }])
  })

  it('is tried again only where the inspection stands where a decision belongs', async () => {
    const scope = await placeInspection('UNDER_REVIEW')
    await decide(scope)
    await refuseAll()
    const [refused] = await listRefused()
    await placeInspection('FINAL_VALIDATED', scope)
    expect(await retryRefused(refused!.mid)).toMatchObject({ ok: false, error: { code: 'store.closed' } })
    expect(await listRefused()).toHaveLength(1)
  })
})

describe('the bin', () => {
  it('says when a change was let go, and puts it into work again', async () => {
    const scope = await placeInspection()
    const id = await recordFinding(scope)
    await refuseAll({ instead: INSTEAD })
    must(await discardRefused(1))
    expect(await getRecord('finding', id)).toBeUndefined()
    expect(await listBin()).toMatchObject([
      { mid: 1, instead: INSTEAD, discardedAt: expect.any(String) as string },
    ])
    must(await takeBack(1))
    expect(await getRecord('finding', id)).toEqual(findingOf(id, scope))
    expect(await changeOf('finding', id)).toEqual({ state: 'waiting' })
    expect(await listBin()).toEqual([])
  })

  it('keeps a change that can’t be put into work again', async () => {
    const scope = await placeInspection()
    await recordFinding(scope)
    await refuseAll()
    must(await discardRefused(1))
    await placeInspection('FINAL_VALIDATED', scope)
    expect(await takeBack(1)).toMatchObject({ ok: false, error: { code: 'store.closed' } })
    expect(await listBin()).toHaveLength(1)
  })

  it('removes a change for good, its copy in the log too', async () => {
    const scope = await placeInspection()
    await recordFinding(scope)
    await refuseAll()
    must(await discardRefused(1))
    must(await removeForGood(1))
    expect(await listBin()).toEqual([])
    const kept = JSON.stringify(await currentStore().db.outbox.toArray())
    expect(kept).not.toContain('Liste de présence incomplète')
  })
})

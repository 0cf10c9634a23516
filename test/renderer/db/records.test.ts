import { beforeEach, describe, expect, it } from 'vitest'
import { liveQuery } from 'dexie'
import { answerId } from '#domain/inspection/answer-id.ts'
import { newId } from '#renderer/db/new-id.ts'
import { countPending } from '#renderer/db/outbox.ts'
import { deleteRecord, getRecord, listAll, listRecords, saveRecord } from '#renderer/db/records.ts'
import { currentStore } from '#renderer/db/store.ts'
import { takeBatch } from '#renderer/db/sync-log.ts'
import { listUploads } from '#renderer/db/uploads.ts'
import { findingOf, openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

beforeEach(openTestStore)

const log = () => currentStore().db.outbox.orderBy('mid').toArray()

async function withFinding(): Promise<{ scope: string; id: string }> {
  const scope = await placeInspection()
  const id = newId()
  expect(await saveRecord('finding', scope, id, findingOf(id, scope))).toEqual({ ok: true, value: null })
  return { scope, id }
}

describe('saving a record', () => {
  it('writes the record, its mutation and the counter together', async () => {
    const { scope, id } = await withFinding()
    expect(await listRecords('finding', scope)).toEqual([findingOf(id, scope)])
    expect(await listAll('finding')).toHaveLength(1)
    expect(await log()).toMatchObject([{ mid: 1, scope, kind: 'finding', rec: id, op: 'upsert', baseVer: 0 }])
    expect(await countPending()).toBe(1)
  })

  it('leaves nothing behind when any part of it fails', async () => {
    const scope = await placeInspection()
    const id = newId()
    const { db } = currentStore()
    db.records.hook('creating', () => {
      throw new Error('disk')
    })
    await expect(saveRecord('finding', scope, id, findingOf(id, scope))).rejects.toThrow('disk')
    expect(await log()).toEqual([])
    expect(await countPending()).toBe(0)
    expect(await getRecord('finding', id)).toBeUndefined()
  })

  it('sends only the fields that differ, and nothing when none does', async () => {
    const { scope, id } = await withFinding()
    await takeBatch(500, 1e6)
    await saveRecord('finding', scope, id, { title: 'Autre', severity: 'LOW' })
    await saveRecord('finding', scope, id, { title: 'Autre' })
    expect((await log()).map(({ patch }) => patch)).toEqual([findingOf(id, scope), { title: 'Autre' }])
  })

  it('merges keystrokes into the newest mutation until it may have left', async () => {
    const { scope, id } = await withFinding()
    await saveRecord('finding', scope, id, { title: 'A' })
    await saveRecord('finding', scope, id, { title: 'Ab', cause: 'c' })
    expect((await log()).map(({ mid, patch }) => [mid, patch['title']])).toEqual([[1, 'Ab']])
    await takeBatch(500, 1e6)
    await saveRecord('finding', scope, id, { title: 'Abc' })
    const other = newId()
    await saveRecord('finding', scope, other, findingOf(other, scope, 2))
    await saveRecord('finding', scope, id, { title: 'Abcd' })
    expect((await log()).map(({ mid, patch }) => [mid, patch['title']])).toEqual([
      [1, 'Ab'],
      [2, 'Abc'],
      [3, findingOf(other, scope).title],
      [4, 'Abcd'],
    ])
  })

  it('numbers acts made at the same moment without gaps', async () => {
    const scope = await placeInspection()
    const ids = Array.from({ length: 12 }, newId)
    await Promise.all(ids.map((id, at) => saveRecord('finding', scope, id, findingOf(id, scope, at + 1))))
    expect((await log()).map(({ mid }) => mid)).toEqual(ids.map((_, at) => at + 1))
  })

  it('refuses a new record that is not whole, and one that belongs elsewhere', async () => {
    const scope = await placeInspection()
    const id = newId()
    expect(await saveRecord('finding', scope, id, { title: 'x' })).toMatchObject({
      error: { code: 'store.invalid' },
    })
    const astray = findingOf(id, newId())
    expect(await saveRecord('finding', scope, id, astray)).toMatchObject({ error: { code: 'store.invalid' } })
    expect(await log()).toEqual([])
  })

  it('takes the file of a piece of evidence along', async () => {
    const scope = await placeInspection()
    const id = newId()
    const sha256 = 'a'.repeat(64)
    const saved = await saveRecord('evidence', scope, id, {
      ...{ id, inspectionId: scope, findingId: null, pointCode: null, number: 1, fileName: 'p.jpg' },
      ...{ mediaType: 'image/jpeg', size: 10, sha256, source: 'FILE', capturedOn: null },
      ...{ receivedOn: '2026-03-02', caption: '', binned: false },
    })
    expect(saved.ok).toBe(true)
    expect(await listUploads()).toEqual([{ scope, sha256, state: 0, failure: null }])
  })

  it('deletes, and queues the deletion', async () => {
    const { scope, id } = await withFinding()
    await deleteRecord('finding', scope, id)
    expect(await listRecords('finding', scope)).toEqual([])
    expect((await log()).at(-1)).toMatchObject({ mid: 2, op: 'delete', rec: id })
  })

  it('is seen by live queries', async () => {
    const { scope, id } = await withFinding()
    const title = new Promise<string>((resolve) => {
      const watch = liveQuery(() => listRecords('finding', scope)).subscribe(([finding]) => {
        if (finding?.title === 'live') {
          watch.unsubscribe()
          resolve(finding.title)
        } else void saveRecord('finding', scope, id, { title: 'live' })
      })
    })
    expect(await title).toBe('live')
  })
})

describe('guards', () => {
  const answer = (scope: string) => {
    const id = answerId(scope, 'DUR-1')
    const fields = { value: null, progress: 'TODO', comment: '' } as const
    return saveRecord('answer', scope, id, { id, inspectionId: scope, pointCode: 'DUR-1', ...fields })
  }

  it.each([
    ['ASSIGNED', false],
    ['ON_SITE', true],
    ['DRAFT_SIGNED', false],
    ['UNDER_REVIEW', false],
    ['RETURNED', true],
    ['FINAL_VALIDATED', false],
  ] as const)('an answer in %s: %s', async (state, allowed) => {
    const result = await answer(await placeInspection(state))
    expect(result).toMatchObject(allowed ? { ok: true } : { error: { code: 'store.closed' } })
  })

  it('starts an inspection and lets its fields be written from then on', async () => {
    const scope = await placeInspection('ASSIGNED')
    expect(await saveRecord('inspection', scope, scope, { summary: 's' })).toMatchObject({
      error: { code: 'store.closed' },
    })
    expect((await saveRecord('inspection', scope, scope, { state: 'ON_SITE' })).ok).toBe(true)
    expect((await saveRecord('inspection', scope, scope, { summary: 's' })).ok).toBe(true)
    expect(await saveRecord('inspection', scope, scope, { reference: 'X' })).toMatchObject({
      error: { code: 'store.field-of-office' },
    })
    expect(await saveRecord('inspection', scope, scope, { state: 'UNDER_REVIEW' })).toMatchObject({
      error: { code: 'store.step-not-allowed' },
    })
  })

  it('refuses work on an inspection that is not on this laptop', async () => {
    expect(await answer(newId())).toMatchObject({ error: { code: 'store.no-inspection' } })
  })
})

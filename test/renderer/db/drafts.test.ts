import { Type } from 'typebox'
import { beforeEach, describe, expect, it } from 'vitest'
import { ok } from '#domain/result.ts'
import { MAX_DRAFT, readDraft, removeDraft, writeDraft } from '#renderer/db/drafts.ts'
import { deletePackage } from '#renderer/db/packages.ts'
import { countPending } from '#renderer/db/outbox.ts'
import { closeStore, currentStore, openStore } from '#renderer/db/store.ts'
import { openTestStore, PACKAGE_KEY, placeInspection, RECORD_KEY } from '#test/renderer/open-test-store.ts'

beforeEach(openTestStore)

const shape = Type.Object({ name: Type.String() })
const value = { name: 'Claire Janssens' }
const placeOf = (scope: string | null) => ({ scope, name: 'partner', shape })

async function reopen(): Promise<void> {
  closeStore()
  const opened = await openStore(RECORD_KEY, () => Promise.resolve(ok({ key: PACKAGE_KEY })))
  expect(opened).toEqual(ok(null))
}

describe('a draft', () => {
  it('survives that the store is closed and opened again', async () => {
    const scope = await placeInspection()
    expect(await writeDraft(placeOf(scope), value)).toEqual(ok(null))
    expect(await writeDraft(placeOf(null), { name: 'own' })).toEqual(ok(null))
    await reopen()
    expect(await readDraft(placeOf(scope))).toEqual(value)
    expect(await readDraft(placeOf(null))).toEqual({ name: 'own' })
  })

  it('is of one inspection and one name', async () => {
    const [one, other] = [await placeInspection(), await placeInspection()]
    await writeDraft(placeOf(one), value)
    expect(await readDraft(placeOf(other))).toBeNull()
    expect(await readDraft(placeOf(null))).toBeNull()
    expect(await readDraft({ ...placeOf(one), name: 'decision' })).toBeNull()
  })

  it('is forgotten when it became a record', async () => {
    const scope = await placeInspection()
    await writeDraft(placeOf(scope), value)
    await removeDraft(placeOf(scope))
    expect(await readDraft(placeOf(scope))).toBeNull()
  })

  it('is passed over when another version of the app gave it another shape', async () => {
    await writeDraft({ ...placeOf(null), shape: Type.String() }, 'text')
    expect(await readDraft(placeOf(null))).toBeNull()
  })

  it('is refused above its size and keeps the one before', async () => {
    await writeDraft(placeOf(null), value)
    const tooLarge = await writeDraft(placeOf(null), { name: 'x'.repeat(MAX_DRAFT) })
    expect(tooLarge).toMatchObject({ error: { code: 'store.draft-too-large' } })
    expect(await readDraft(placeOf(null))).toEqual(value)
  })

  it('holds nothing in clear on the disk but its key and its inspection', async () => {
    const scope = await placeInspection()
    await writeDraft(placeOf(scope), value)
    const asked = currentStore().db.backendDB().transaction('drafts').objectStore('drafts').getAll()
    const rows = await new Promise<Record<string, unknown>[]>((resolve) => {
      asked.onsuccess = () => resolve(asked.result as Record<string, unknown>[])
    })
    expect(rows.map((row) => Object.keys(row).sort())).toEqual([['$', 'key', 'scope']])
    expect(rows[0]).toMatchObject({ key: `${scope}/partner`, scope })
    expect(Buffer.from(rows[0]?.['$'] as Uint8Array).includes('Claire')).toBe(false)
  })

  it('goes with the package of its inspection, and is never sent', async () => {
    const [gone, kept] = [await placeInspection(), await placeInspection()]
    for (const scope of [gone, kept, null]) await writeDraft(placeOf(scope), value)
    expect(await countPending()).toBe(0)
    expect(await deletePackage(gone)).toEqual(ok(null))
    const { db } = currentStore()
    expect(await db.drafts.toCollection().primaryKeys()).toEqual(['/partner', `${kept}/partner`].sort())
  })
})

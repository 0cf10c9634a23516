import Dexie from 'dexie'
import { beforeEach, describe, expect, it } from 'vitest'
import { Keyring } from '#renderer/db/keyring.ts'
import { newId } from '#renderer/db/new-id.ts'
import { listVersions } from '#renderer/db/package-versions.ts'
import { readManifest } from '#renderer/db/packages.ts'
import { countPending } from '#renderer/db/outbox.ts'
import { getRecord, saveRecord } from '#renderer/db/records.ts'
import { LocalDb, SCHEMA_GEN } from '#renderer/db/schema.ts'
import { closeStore, currentStore, hasPackageKey, openStore } from '#renderer/db/store.ts'
import { versions } from '#renderer/db/versions/index.ts'
import {
  findingOf,
  openTestStore,
  PACKAGE_KEY,
  placeInspection,
  RECORD_KEY,
} from '#test/renderer/open-test-store.ts'
import { makePackage } from '#test/renderer/db/sample-package.ts'

beforeEach(openTestStore)

const mutationOf = (scope: string) => ({
  ...({ id: newId(), mid: 1, scope, kind: 'finding', rec: newId(), op: 'upsert', baseVer: 0 } as const),
  ...{ patch: {}, clientAt: '2026-03-02T10:00:00Z' },
})
const scopeOf = (id: string) =>
  ({ id, access: 'write', cursor: 0, ackedSeq: 0, lastAttemptAt: null, failure: null }) as const

describe('opening the store', () => {
  it('brings back everything with its keys, unsent work included', async () => {
    const scope = await placeInspection()
    const id = newId()
    await saveRecord('finding', scope, id, findingOf(id, scope))
    closeStore()
    const asked: string[] = []
    const opened = await openStore(RECORD_KEY, (inspectionId) => {
      asked.push(inspectionId)
      return Promise.resolve({ ok: true, value: { key: PACKAGE_KEY } })
    })
    expect(opened.ok).toBe(true)
    expect(asked).toEqual([scope])
    expect(hasPackageKey(scope)).toBe(true)
    expect(await getRecord('finding', id)).toEqual(findingOf(id, scope))
    expect(await countPending()).toBe(1)
  })

  it('refuses one written by a newer app and changes nothing', async () => {
    await currentStore().db.stamps.put({ key: 'schemaGen', n: SCHEMA_GEN + 1 })
    closeStore()
    expect(await openStore(RECORD_KEY)).toEqual({ ok: false, error: { code: 'store.newer' } })
    const db = new LocalDb(new Keyring(RECORD_KEY))
    expect((await db.stamps.get('schemaGen'))?.n).toBe(SCHEMA_GEN + 1)
    db.close()
  })

  it('refuses another key', async () => {
    const scope = await placeInspection()
    const id = newId()
    await saveRecord('finding', scope, id, findingOf(id, scope))
    closeStore()
    expect(await openStore(new Uint8Array(32))).toMatchObject({ error: { code: 'store.key-missing' } })
  })

  it('is closed once locked: nothing can be read or written', async () => {
    const scope = await placeInspection()
    closeStore()
    expect(await saveRecord('finding', scope, newId(), {}).catch((cause: unknown) => cause)).toBeInstanceOf(
      Error,
    )
  })
})

describe('shipped versions', () => {
  it('are never edited', () => {
    expect(versions).toMatchInlineSnapshot(`
      [
        {
          "number": 1,
          "stores": {
            "bin": "mid, scope",
            "blocks": "[inspectionId+listing+no+sha256], inspectionId",
            "conflicts": "id, scope",
            "inspections": "id",
            "meta": "key",
            "outbox": "mid, [kind+rec+mid], [scope+mid]",
            "packages": "[inspectionId+version], inspectionId",
            "records": "[kind+id], [kind+scope], scope",
            "refused": "mid, [kind+rec], scope",
            "scopes": "id",
            "stamps": "key",
            "uploads": "[scope+sha256], [scope+state], state",
          },
        },
        {
          "number": 2,
          "stores": {
            "claims": "inspectionId",
          },
        },
        {
          "number": 3,
          "stores": {
            "drafts": "key, scope",
          },
        },
      ]
    `)
  })

  it('bring a store of the first version over, with its unsent work and its package', async () => {
    closeStore()
    await Dexie.delete('constat')
    const scope = newId()
    const keyring = new Keyring(RECORD_KEY)
    keyring.add(scope, PACKAGE_KEY)
    const mutation = { ...mutationOf(scope), patch: findingOf(newId(), scope) }
    const row = {
      inspectionId: scope,
      version: 1,
      current: true,
      manifest: (await makePackage(scope)).manifest,
    }
    const first = new LocalDb(keyring, 'constat', 1)
    await first.outbox.add(mutation)
    await first.packages.add(row)
    await first.scopes.add(scopeOf(scope))
    first.close()
    const askKey = () => Promise.resolve({ ok: true, value: { key: PACKAGE_KEY } } as const)
    expect(await openStore(RECORD_KEY, askKey)).toEqual({ ok: true, value: null })
    expect(await currentStore().db.outbox.toArray()).toEqual([mutation])
    expect(await readManifest(scope)).toEqual(row.manifest)
    expect(await listVersions(scope)).toMatchObject([{ no: 1, state: 'in-work', from: 'central' }])
  })

  it('open the store of each version before, with its unsent work', async () => {
    const scope = await placeInspection()
    const id = newId()
    await saveRecord('finding', scope, id, findingOf(id, scope))
    closeStore()
    const keyring = new Keyring(RECORD_KEY)
    keyring.add(scope, PACKAGE_KEY)
    for (const { number } of versions) {
      const db = new LocalDb(keyring, 'constat', number)
      expect(await db.outbox.toArray()).toMatchObject([{ mid: 1, rec: id, patch: findingOf(id, scope) }])
      expect((await db.records.get(['finding', id]))?.view).toEqual(findingOf(id, scope))
      db.close()
    }
  })
})

import 'fake-indexeddb/auto'
import Dexie, { liveQuery, type Table } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Keyring } from '#renderer/db/keyring.ts'
import { sealMiddleware } from '#renderer/db/seal-middleware.ts'

interface Row {
  id: string
  scope: string
  no: number
  name: string
  hours?: number
}
type Stored = Record<string, unknown>

const OWN_KEY = new Uint8Array(32).fill(1)
const PACKAGE_KEY = new Uint8Array(32).fill(2)
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, no) => ({
    id: `r${no}`,
    scope: 'p1',
    no,
    name: `Name ${no}`,
    hours: no % 20,
  }))

class TestDb extends Dexie {
  declare rows: Table<Row, string>
  declare own: Table<{ key: string; value: string }, string>
  constructor(keyring: Keyring) {
    super('seal-test')
    this.version(1).stores({ rows: 'id, [scope+no]', own: 'key' })
    this.use(sealMiddleware(keyring, []))
  }
}

function openWith(key = PACKAGE_KEY, own = OWN_KEY): TestDb {
  const keyring = new Keyring(own)
  keyring.add('p1', key)
  return new TestDb(keyring)
}

let db: TestDb
const raw = (): IDBDatabase => db.backendDB()

const onDisk = (id: string): Promise<Stored> =>
  new Promise((resolve, reject) => {
    const asked = raw().transaction('rows').objectStore('rows').get(id)
    asked.onsuccess = () => resolve(asked.result as Stored)
    asked.onerror = () => reject(new Error('not read'))
  })
const writeRaw = (row: Stored): Promise<void> =>
  new Promise((resolve) => {
    const tx = raw().transaction('rows', 'readwrite')
    tx.objectStore('rows').put(row)
    tx.oncomplete = () => resolve()
  })

beforeEach(async () => {
  await Dexie.delete('seal-test')
  db = openWith()
  await db.rows.bulkAdd(rowsOf(50))
})
afterEach(() => db.close())

describe('a sealed table answers like a plain one', () => {
  it('gets one row and many', async () => {
    expect(await db.rows.get('r5')).toEqual(rowsOf(6)[5])
    expect(await db.rows.get('none')).toBeUndefined()
    expect(await db.rows.bulkGet(['r1', 'none', 'r2'])).toEqual([rowsOf(3)[1], undefined, rowsOf(3)[2]])
    expect(await db.rows.count()).toBe(50)
  })

  it('finds by a compound index, in order and backwards', async () => {
    const some = await db.rows.where('[scope+no]').between(['p1', 10], ['p1', 13]).toArray()
    expect(some.map(({ name }) => name)).toEqual(['Name 10', 'Name 11', 'Name 12'])
    const last = await db.rows.orderBy('[scope+no]').reverse().limit(3).toArray()
    expect(last.map(({ name }) => name)).toEqual(['Name 49', 'Name 48', 'Name 47'])
    expect((await db.rows.where({ scope: 'p1', no: 4 }).first())?.name).toBe('Name 4')
  })

  it('filters with a cursor and walks over each row', async () => {
    const long = await db.rows.filter(({ hours = 0 }) => hours > 15).toArray()
    expect(long).toHaveLength(rowsOf(50).filter(({ hours = 0 }) => hours > 15).length)
    const names: string[] = []
    await db.rows.each(({ name }) => void names.push(name))
    expect(new Set(names).size).toBe(50)
  })

  it('modifies, updates and deletes', async () => {
    await db.rows
      .where('[scope+no]')
      .between(['p1', 0], ['p1', 5])
      .modify((row) => void (row.name = 'M'))
    await db.rows.where('[scope+no]').equals(['p1', 5]).modify({ name: 'N' })
    await db.rows.update('r6', { name: 'U' })
    await db.rows.bulkUpdate([{ key: 'r7', changes: { name: 'B' } }])
    await db.rows.where('[scope+no]').equals(['p1', 8]).delete()
    const names = (await db.rows.bulkGet(['r3', 'r5', 'r6', 'r7', 'r8'])).map((row) => row?.name)
    expect(names).toEqual(['M', 'N', 'U', 'B', undefined])
    expect((await db.rows.get('r6'))?.hours).toBe(6)
  })

  it('reads its own writes in a transaction, and rolls back whole', async () => {
    const seen = await db.transaction('rw', db.rows, async () => {
      await db.rows.put({ id: 'r1', scope: 'p1', no: 1, name: 'T' })
      return (await db.rows.get('r1'))?.name
    })
    expect(seen).toBe('T')
    const failed = db.transaction('rw', db.rows, async () => {
      await db.rows.put({ id: 'r1', scope: 'p1', no: 1, name: 'lost' })
      throw new Error('stop')
    })
    await expect(failed).rejects.toThrow('stop')
    expect((await db.rows.get('r1'))?.name).toBe('T')
  })

  it('tells live queries of a change', async () => {
    const seen = new Promise<string>((resolve) => {
      const watch = liveQuery(() => db.rows.get('r7')).subscribe((row) => {
        if (row?.name === 'Name 7') void db.rows.update('r7', { name: 'live' })
        else {
          watch.unsubscribe()
          resolve(row?.name ?? '')
        }
      })
    })
    expect(await seen).toBe('live')
  })
})

describe('what is on the disk', () => {
  it('holds ids, scopes and counters in clear, and nothing else', async () => {
    const stored = await onDisk('r9')
    expect(Object.keys(stored).sort()).toEqual(['$', 'id', 'no', 'scope'])
    expect(Buffer.from(stored['$'] as Uint8Array).includes('Name')).toBe(false)
    await db.rows.update('r9', { name: 'Name after update' })
    expect(Object.keys(await onDisk('r9')).sort()).toEqual(['$', 'id', 'no', 'scope'])
  })

  it('is never sealed twice with the same nonce', async () => {
    const nonces = new Set<string>()
    for (const { id } of rowsOf(50)) {
      const { $ } = await onDisk(id)
      nonces.add(Buffer.from(($ as Uint8Array).subarray(7, 31)).toString('hex'))
    }
    expect(nonces.size).toBe(50)
  })

  it('refuses swapped ciphertexts', async () => {
    const [one, other] = [await onDisk('r1'), await onDisk('r2')]
    await writeRaw({ ...one, $: other['$'] })
    await expect(db.rows.get('r1')).rejects.toThrow('store.damaged')
    expect((await db.rows.get('r2'))?.name).toBe('Name 2')
  })

  it.each([0, 5, 6, 10, 40, -1])('refuses a flipped bit at byte %i', async (at) => {
    const stored = await onDisk('r3')
    const bytes = new Uint8Array(stored['$'] as Uint8Array)
    const place = at < 0 ? bytes.length + at : at
    bytes[place] = (bytes[place] ?? 0) ^ 1
    await writeRaw({ ...stored, $: bytes })
    await expect(db.rows.get('r3')).rejects.toThrow('store.damaged')
  })

  it('refuses a changed clear field, a row without a seal and a cut one', async () => {
    const stored = await onDisk('r4')
    await writeRaw({ ...stored, no: 99 })
    await expect(db.rows.get('r4')).rejects.toThrow('store.damaged')
    await writeRaw({ id: 'r4', scope: 'p1', no: 4, name: 'planted' })
    await expect(db.rows.get('r4')).rejects.toThrow('store.damaged')
    await writeRaw({ ...stored, $: (stored['$'] as Uint8Array).slice(0, 20) })
    await expect(db.rows.get('r4')).rejects.toThrow('store.damaged')
  })

  it('cannot be opened with another key, and not written without the key of its package', async () => {
    db.close()
    db = openWith(new Uint8Array(32).fill(3))
    await expect(db.rows.get('r5')).rejects.toThrow('store.key-missing')
    db.close()
    db = new TestDb(new Keyring(OWN_KEY))
    await expect(db.rows.put({ id: 'x', scope: 'p1', no: 1, name: 'x' })).rejects.toThrow('store.key-missing')
    await db.own.put({ key: 'a', value: 'own' })
    expect((await db.own.get('a'))?.value).toBe('own')
  })
})

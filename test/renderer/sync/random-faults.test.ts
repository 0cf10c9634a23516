import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { countPending } from '#renderer/db/outbox.ts'
import { listRefused } from '#renderer/db/refused.ts'
import { layered } from '#renderer/db/patches.ts'
import { getRecord, saveRecord } from '#renderer/db/records.ts'
import { closeStore, currentStore } from '#renderer/db/store.ts'
import type { Fault } from '#test/renderer/sync/memory-central.ts'
import { addFinding, openLaptop, type Laptop } from '#test/renderer/sync/open-laptop.ts'

const FINDINGS = 3
const FIELDS = ['title', 'cause', 'effect'] as const

interface Edit {
  readonly kind: 'edit' | 'foreign'
  readonly which: number
  readonly field: (typeof FIELDS)[number]
  readonly text: string
}
interface Sync {
  readonly kind: 'sync'
  readonly faults: Fault[]
}
interface History {
  readonly kind: 'backup' | 'restore'
}
type Act = Edit | Sync | History

const which = fc.nat(FINDINGS - 1)
const field = fc.constantFrom(...FIELDS)
const text = fc.string({ minLength: 1, maxLength: 8 })
const fault = fc.constantFrom<Fault>('none', 'none', 'lost', 'unreachable', 'broken', 'busy', 'twice')
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), which, field, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('foreign' as const), which, field, text }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('sync' as const), faults: fc.array(fault, { maxLength: 8 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('backup' as const, 'restore' as const) }) },
)

/** The last value of each field that this laptop said it had saved, by record. */
type Saved = Map<string, Record<string, unknown>>

async function play(laptop: Laptop, acts: readonly Act[], saved: Saved): Promise<void> {
  const ids = [...saved.keys()]
  let backup = laptop.central.backup()
  for (const one of acts) {
    if ('which' in one) await edit(laptop, one, ids[one.which]!, saved)
    else if ('faults' in one) {
      laptop.central.faults = [...one.faults]
      await laptop.pump.syncNow()
    } else if (one.kind === 'backup') backup = laptop.central.backup()
    else laptop.central.restore(backup)
  }
}

async function edit(laptop: Laptop, { kind, field, text }: Edit, id: string, saved: Saved): Promise<void> {
  if (kind === 'foreign') {
    laptop.central.foreign(laptop.scope, 'finding', id, { [field]: `foreign ${text}` })
    return
  }
  expect((await saveRecord('finding', laptop.scope, id, { [field]: text })).ok).toBe(true)
  Object.assign(saved.get(id)!, { [field]: text })
}

/** Every mutation that exists here is in the central log, under its number, with the same content. */
async function expectNothingLost({ central }: Laptop, saved: Saved): Promise<void> {
  const kept = await currentStore().db.outbox.orderBy('mid').toArray()
  const log = [...central.history.log.values()].map(({ mutation }) => mutation)
  expect(log.map(({ mid }) => mid)).toEqual(log.map((_, at) => at + 1))
  expect(kept).toEqual(log)
  for (const [id, fields] of saved) {
    const own = layered(
      null,
      log.filter(({ rec }) => rec === id),
    )
    expect(own).toMatchObject(fields)
  }
}

describe('whatever goes wrong on the way', () => {
  let laptop: Laptop | undefined
  afterEach(() => {
    laptop?.pump.dispose()
    closeStore()
  })

  it('nothing is lost, the order is kept, and both sides agree in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
        laptop?.pump.dispose()
        laptop = await openLaptop()
        const saved: Saved = new Map()
        for (let at = 1; at <= FINDINGS; at++) saved.set(await addFinding(laptop, `F${at}`, at), {})
        await laptop.pump.syncNow()
        await play(laptop, acts, saved)
        laptop.central.faults = []
        const status = await laptop.pump.syncNow()
        expect(status).toMatchObject({ pending: 0, lastFailure: null })
        expect(await countPending()).toBe(0)
        expect(await listRefused()).toEqual([])
        await expectNothingLost(laptop, saved)
        for (const id of saved.keys()) {
          expect(await getRecord('finding', id)).toEqual(laptop.central.record('finding', id))
        }
      }),
      { numRuns: 40 },
    )
  })
})

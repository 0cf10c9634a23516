import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Laptop } from '#test/central/laptop.ts'
import { disclosure, packageVersion } from '#test/central/records.ts'
import { BAERT, ENGINES, startCentral, type TestCentral } from '#test/central/start-central.ts'

const BLOCK = { sha256: 'b'.repeat(64), bytes: 10 }

describe.each(ENGINES)('versions of a package and disclosures on %s', (engine) => {
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
  })

  const take = (no: number, from = laptop) => {
    const rec = randomUUID()
    return from.send({ scope, kind: 'package', rec, patch: packageVersion(scope, rec, no, [BLOCK]) })
  }
  const state = (next: string, baseVer: number) =>
    laptop.send({ scope, kind: 'inspection', rec: scope, baseVer, patch: { state: next } })

  it('takes a version before the visit and during it, not once the report is signed', async () => {
    expect(await take(1)).toMatchObject([{ outcome: 'created' }])
    await state('ON_SITE', 2)
    expect(await take(2)).toMatchObject([{ outcome: 'created' }])
    await state('DRAFT_SIGNED', 4)
    expect(await take(3)).toMatchObject([{ outcome: 'rejected', reason: 'sync.closed' }])
  })

  it('never changes a version, and says itself who made it', async () => {
    const rec = randomUUID()
    const patch = packageVersion(scope, rec, 1, [BLOCK])
    await laptop.send({ scope, kind: 'package', rec, patch })
    const again = await laptop.send({ scope, kind: 'package', rec, baseVer: 2, patch: { no: 9 } })
    expect(again).toMatchObject([{ outcome: 'rejected', reason: 'sync.immutable' }])
    expect((await laptop.record(scope, rec)).data).toEqual({ ...patch, madeBy: 'Amina Baert' })
  })

  it('refuses a version of another inspection’s blocks, and one from a laptop that does not write', async () => {
    const rec = randomUUID()
    const patch = packageVersion(randomUUID(), rec, 1, [BLOCK])
    const foreign = await laptop.send({
      ...{ scope, kind: 'package', rec },
      patch: { ...patch, inspectionId: scope },
    })
    expect(foreign).toMatchObject([{ outcome: 'rejected', reason: 'sync.invalid' }])
    expect(await take(1, await Laptop.enrol(store, BAERT))).toMatchObject([{ reason: 'sync.not-writer' }])
  })

  it('logs a disclosure from whoever sees the inspection, whatever its state', async () => {
    await state('ON_SITE', 1)
    await state('DRAFT_SIGNED', 2)
    const reader = await Laptop.enrol(store, BAERT)
    const rec = randomUUID()
    const logged = await reader.send({ scope, kind: 'disclosure', rec, patch: disclosure(scope, rec) })
    expect(logged).toMatchObject([{ outcome: 'created' }])
    expect((await laptop.record(scope, rec)).data?.['by']).toBe('Amina Baert')
    expect(await reader.send({ scope, kind: 'disclosure', rec, op: 'delete', baseVer: 4 })).toMatchObject([
      { outcome: 'rejected', reason: 'sync.immutable' },
    ])
  })
})

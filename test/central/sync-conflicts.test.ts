import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { finding, Laptop, type Draft } from '#test/central/laptop.ts'
import { BAERT, ENGINES, startCentral, type TestCentral } from '#test/central/start-central.ts'

/** Two laptops of one inspector; the second takes over while the first still holds unsent changes. */
describe.each(ENGINES)('merging on %s', (engine) => {
  let store: TestCentral
  let [first, second] = [] as unknown as [Laptop, Laptop]
  let scope: string
  let rec: string
  let base: number
  beforeAll(async () => {
    store = await startCentral(engine)
    first = await Laptop.enrol(store, BAERT)
    second = await Laptop.enrol(store, BAERT)
  })
  afterAll(() => store.stop())
  beforeEach(async () => {
    scope = await store.plan()
    rec = randomUUID()
    await first.checkOut(scope)
    const [, created] = await first.send(
      { scope, kind: 'inspection', rec: scope, baseVer: 1, patch: { state: 'ON_SITE' } },
      { scope, kind: 'finding', rec, patch: finding(scope, rec, { title: 'base', cause: 'base' }) },
    )
    base = created?.seq ?? 0
  })

  /** A change of the finding by a laptop that takes the inspection over first. */
  const change = async (laptop: Laptop, patch: Record<string, unknown>, over: Partial<Draft> = {}) => {
    await laptop.checkOut(scope, true)
    const [result] = await laptop.send({ scope, kind: 'finding', rec, baseVer: base, patch, ...over })
    return result
  }

  it('merges changes of different fields', async () => {
    expect((await change(first, { title: 'one' }))?.outcome).toBe('applied')
    expect((await change(second, { cause: 'two' }))?.outcome).toBe('applied')
    expect((await first.record(scope, rec)).data).toMatchObject({ title: 'one', cause: 'two' })
  })

  it('keeps both values when two laptops change one field, and applies the rest', async () => {
    await change(first, { title: 'one' })
    const result = await change(second, { title: 'two', cause: 'mine' })
    const fields = { title: { server: 'one', client: 'two' } }
    expect(result).toMatchObject({ outcome: 'conflict', reason: 'field', fields })
    const { body } = await first.pull(scope)
    expect(body.conflicts).toMatchObject([{ rec, reason: 'field', fields, resolved: false }])
    expect((await first.record(scope, rec)).data).toMatchObject({ title: 'one', cause: 'mine' })
  })

  it('takes a chain of own changes without a conflict', async () => {
    await change(first, { title: 'one' })
    expect((await change(first, { title: 'two' }))?.outcome).toBe('applied')
  })

  it('sees no conflict when both typed the same, whatever the order of keys', async () => {
    const rows = [{ listing: 'activities', line: 3, label: 'A' }]
    await change(first, { rows })
    expect((await change(second, { rows: [{ label: 'A', line: 3, listing: 'activities' }] }))?.outcome).toBe(
      'applied',
    )
  })

  it('keeps a record deleted when another laptop still changes it', async () => {
    await change(first, {}, { op: 'delete' })
    const result = await change(second, { title: 'two' })
    expect(result).toMatchObject({ outcome: 'conflict', reason: 'deleted' })
    expect(await first.record(scope, rec)).toMatchObject({ deleted: true })
    expect((await first.pull(scope)).body.conflicts).toMatchObject([
      { fields: { title: { server: null, client: 'two' } } },
    ])
  })

  it('keeps a record alive when it was changed after what the deleting laptop saw', async () => {
    await change(first, { title: 'one' })
    const result = await change(second, {}, { op: 'delete' })
    expect(result).toMatchObject({ outcome: 'conflict', reason: 'edited-after-base' })
    expect(await first.record(scope, rec)).toMatchObject({ deleted: false })
  })

  it('delivers a conflict that changed no record, and its end, to a laptop that pulls from there', async () => {
    await change(first, { title: 'one' })
    const { body: before } = await first.pull(scope)
    await change(second, { title: 'two' })
    const { body: after } = await first.pull(scope, before.next)
    expect([after.changes, after.conflicts.length]).toEqual([[], 1])
    const resolves = after.conflicts[0]?.id ?? ''
    const resolved = await change(second, { title: 'two' }, { op: 'resolve', baseVer: after.next, resolves })
    expect(resolved?.outcome).toBe('applied')
    const { body: last } = await first.pull(scope, after.next)
    expect(last.conflicts).toMatchObject([{ id: resolves, resolved: true }])
    expect(last.changes).toMatchObject([{ data: { title: 'two' } }])
  })

  it('brings a deleted record back when that is how the conflict is resolved', async () => {
    await change(first, {}, { op: 'delete' })
    await change(second, { title: 'two' })
    const { body } = await second.pull(scope)
    const resolves = body.conflicts[0]?.id ?? ''
    await change(second, { title: 'two' }, { op: 'resolve', baseVer: body.next, resolves })
    expect(await first.record(scope, rec)).toMatchObject({
      deleted: false,
      data: { title: 'two', cause: 'base' },
    })
  })

  it('refuses to close a conflict of another record', async () => {
    expect((await change(first, { title: 'x' }, { op: 'resolve', resolves: randomUUID() }))?.reason).toBe(
      'sync.invalid',
    )
  })
})

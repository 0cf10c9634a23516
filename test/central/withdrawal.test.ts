import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actsOf, reasonsOf } from '#test/central/acts.ts'
import { finding, Laptop, sha256 } from '#test/central/laptop.ts'
import { BAERT, ENGINES, startCentral, SUPERVISOR, type TestCentral } from '#test/central/start-central.ts'

describe.each(ENGINES)('withdrawing a signed version on %s', (engine) => {
  let store: TestCentral
  let inspector: Laptop
  let supervisor: Laptop
  let scope: string
  let acts: ReturnType<typeof actsOf>
  beforeAll(async () => {
    store = await startCentral(engine)
    inspector = await Laptop.enrol(store, BAERT)
    supervisor = await Laptop.enrol(store, SUPERVISOR)
  })
  afterAll(() => store.stop())
  beforeEach(async () => {
    scope = await store.plan()
    acts = actsOf(scope)
    await inspector.checkOut(scope)
    await inspector.send(acts.step('ON_SITE'))
  })

  const stateOf = async () => (await inspector.record(scope, scope)).data?.['state']
  /** A version whose PDF is at the central store. */
  const signVersion = async (version: number): Promise<string> => {
    const pdf = randomBytes(500)
    await inspector.upload(scope, pdf)
    const { reportId, drafts } = acts.sign(version, sha256(pdf))
    expect(reasonsOf(await inspector.send(...drafts))).toEqual(['created', 'applied'])
    return reportId
  }
  const change = (): Parameters<Laptop['send']>[0] => {
    const rec = crypto.randomUUID()
    return { scope, kind: 'finding', rec, patch: finding(scope, rec) }
  }

  it('opens the inspection again, keeps the version, and takes only the next one in', async () => {
    const first = await signVersion(1)
    const withdrawal = acts.withdraw(1, first)
    const sent = await inspector.send(withdrawal, acts.step('ON_SITE'), change())
    expect(reasonsOf(sent)).toEqual(['created', 'applied', 'created'])
    expect((await inspector.record(scope, withdrawal.rec)).data).toMatchObject({ withdrawnBy: 'Amina Baert' })
    expect((await inspector.record(scope, first)).data).toMatchObject({ version: 1 })
    const again = acts.sign(1, 'a'.repeat(64)).drafts[0]!
    expect(reasonsOf(await inspector.send(again))).toEqual(['sync.superseded'])
    const second = await signVersion(2)
    expect(reasonsOf(await inspector.send(acts.submit(1, first)))).toEqual(['sync.superseded'])
    expect(reasonsOf(await inspector.send(acts.submit(2, second)))).toEqual(['created'])
    expect(await stateOf()).toBe('UNDER_REVIEW')
  })

  it('goes back to a correction after a return, and to nothing else', async () => {
    const first = await signVersion(1)
    await inspector.send(acts.submit(1, first))
    await supervisor.send(acts.decide(1, first, 'RETURNED', 'Point FIN-2 lacks its proof.'))
    const second = await signVersion(2)
    const wrong = await inspector.send(acts.withdraw(2, second), acts.step('ON_SITE'))
    expect(reasonsOf(wrong)).toEqual(['created', 'sync.wrong-step'])
    expect(reasonsOf(await inspector.send(acts.step('RETURNED')))).toEqual(['applied'])
    expect(await stateOf()).toBe('RETURNED')
  })

  it('is refused once the version was handed in, and says by whom and when', async () => {
    const first = await signVersion(1)
    await inspector.send(acts.submit(1, first))
    const late = await inspector.send(acts.withdraw(1, first), acts.step('ON_SITE'), change())
    expect(reasonsOf(late)).toEqual(['sync.wrong-step', 'sync.wrong-step', 'sync.closed'])
    const instead = { what: 'submitted', version: 1, by: 'Amina Baert', at: '2026-11-23T11:00:00Z' }
    expect(late.map((answer) => answer.instead)).toEqual([instead, instead, instead])
  })

  it('needs a reason, the version signed last, and comes before the step', async () => {
    const first = await signVersion(1)
    expect(reasonsOf(await inspector.send(acts.step('ON_SITE')))).toEqual(['sync.wrong-step'])
    expect(reasonsOf(await inspector.send(acts.withdraw(1, first, 'slip')))).toEqual(['sync.reason-missing'])
    expect(reasonsOf(await inspector.send(acts.withdraw(2, first)))).toEqual(['sync.invalid'])
    expect(reasonsOf(await inspector.send(acts.withdraw(1, first)))).toEqual(['created'])
    expect(reasonsOf(await inspector.send(acts.withdraw(1, first)))).toEqual(['sync.superseded'])
  })

  it('tells a supervisor who comes second what the first decided, when and why', async () => {
    const first = await signVersion(1)
    await inspector.send(acts.submit(1, first))
    await supervisor.send(acts.decide(1, first, 'RETURNED', 'Point FIN-2 lacks its proof.'))
    const other = await Laptop.enrol(store, SUPERVISOR)
    expect(await other.send(acts.decide(1, first, 'APPROVED'))).toMatchObject([
      {
        ...{ outcome: 'rejected', reason: 'sync.wrong-step' },
        instead: {
          ...{ what: 'returned', version: 1, by: 'Éloïse Vermeulen', at: '2026-11-24T09:00:00Z' },
          reason: 'Point FIN-2 lacks its proof.',
        },
      },
    ])
  })

  it('tells a laptop that no longer writes which one does, and answers the same when asked again', async () => {
    const second = await Laptop.enrol(store, BAERT)
    await second.checkOut(scope, true)
    const late = inspector.draft(change())
    const [refused] = (await inspector.push(late)).body.results
    expect(refused).toMatchObject({
      reason: 'sync.not-writer',
      instead: { what: 'taken-over', by: 'Amina Baert (PC)' },
    })
    expect(Date.parse(refused?.instead?.at ?? '')).toBeGreaterThan(0)
    expect((await inspector.push(late)).body.results).toEqual([{ ...refused, dup: true }])
  })
})

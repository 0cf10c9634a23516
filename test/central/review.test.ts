import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { finding, Laptop, sha256, type Draft } from '#test/central/laptop.ts'
import { actsOf, reasonsOf } from '#test/central/acts.ts'
import { evidence } from '#test/central/records.ts'
import { BAERT, ENGINES, startCentral, SUPERVISOR, type TestCentral } from '#test/central/start-central.ts'

describe.each(ENGINES)('review on %s', (engine) => {
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
    await inspector.checkOut(scope)
    acts = actsOf(scope)
    await inspector.send(acts.step('ON_SITE'))
  })

  const reasons = reasonsOf
  const stateOf = async (who: Laptop) => (await who.record(scope, scope)).data?.['state']

  it('takes every outcome of the partner’s part, and none that is half told', async () => {
    const who = { name: 'Anaïs D’Hoore', function: 'directrice', remark: '' }
    const copy = { copy: 'POST', copyTo: 'Rue de l’Été 12' }
    const whole = [
      { ...who, kind: 'SIGNED' },
      { ...who, kind: 'REFUSED', name: '', remark: 'Conseil à consulter.' },
      { ...who, ...copy, kind: 'REFUSED', remark: 'Conseil à consulter.' },
      { ...who, ...copy, kind: 'ABSENT' },
      { ...who, ...copy, kind: 'UNABLE', remark: 'Poignet plâtré.', present: '' },
      { ...who, ...copy, kind: 'REPLY_LATER', replyDays: 15 },
    ]
    const half = [
      { ...who, kind: 'ABSENT' },
      { ...who, ...copy, kind: 'ABSENT', name: 'N'.repeat(121) },
      { ...who, ...copy, kind: 'UNABLE', present: '' },
      { ...who, ...copy, kind: 'REPLY_LATER' },
      { ...who, ...copy, kind: 'GONE' },
    ]
    const versions = [...whole, ...half].map((acknowledgement, at) => {
      const { drafts } = acts.sign(at + 1, sha256(randomBytes(9)))
      return { ...drafts[0]!, patch: { ...drafts[0]!.patch, acknowledgement } }
    })
    const sent = reasons(await inspector.send(...versions))
    expect(sent.slice(0, whole.length)).toEqual(whole.map(() => 'created'))
    expect(sent.slice(whole.length)).toEqual(half.map(() => 'sync.invalid'))
  })

  it('takes a refused access, and checks what is told of it', async () => {
    const tell = (patch: Record<string, unknown>): Draft => ({ ...acts.step(''), patch })
    const refused = {
      ...{ visitOutcome: 'ACCESS_REFUSED', refusedAt: '09:30', refusedBy: 'Mme Leroy, coordinatrice' },
      ...{
        refusedAccess: ['PREMISES', 'FILES'],
        refusalWords: 'Pas sans rendez-vous.',
        refusalWitnesses: '',
      },
    }
    expect(reasons(await inspector.send(tell(refused)))).toEqual(['applied'])
    expect((await inspector.record(scope, scope)).data).toMatchObject(refused)
    const wrong = [{ refusedAt: '25:00' }, { refusedAccess: ['GARAGE'] }, { visitOutcome: 'LOST' }]
    expect(reasons(await inspector.send(...wrong.map(tell)))).toEqual(wrong.map(() => 'sync.invalid'))
    expect(reasons(await inspector.send(tell({ visitOutcome: 'HELD' })))).toEqual(['applied'])
  })

  it('goes from a submission over a return to the approval of version 2', async () => {
    const [photo, pdf1, pdf2] = [randomBytes(1000), randomBytes(2000), randomBytes(2000)]
    const rec = randomUUID()
    const proof: Draft = { scope, kind: 'evidence', rec, patch: evidence(scope, rec, sha256(photo), 1000) }
    const first = acts.sign(1, sha256(pdf1))
    await inspector.send(proof, ...first.drafts)
    const [refused] = await inspector.send(acts.submit(1, first.reportId))
    expect(refused).toMatchObject({ outcome: 'rejected', seq: null, reason: 'sync.blobs-missing' })
    expect(refused?.missing?.sort()).toEqual([sha256(photo), sha256(pdf1)].sort())
    expect((await supervisor.pull(scope)).status).toBe(403)

    await inspector.upload(scope, photo)
    await inspector.upload(scope, pdf1)
    expect(reasons(await inspector.send(acts.submit(1, first.reportId)))).toEqual(['created'])
    expect(await stateOf(supervisor)).toBe('UNDER_REVIEW')
    const { body } = await supervisor.ask<{ items: { id: string; access: string }[] }>(
      'GET',
      '/v1/inspections',
    )
    expect(body.items.find(({ id }) => id === scope)).toMatchObject({ access: 'review' })

    const short = await supervisor.send(acts.decide(1, first.reportId, 'RETURNED', '  short    '))
    expect(reasons(short)).toEqual(['sync.reason-missing'])
    const returned = acts.decide(1, first.reportId, 'RETURNED', 'Point FIN-2 lacks its proof.')
    expect(reasons(await supervisor.send(returned))).toEqual(['created'])
    expect(await stateOf(inspector)).toBe('RETURNED')
    const seen = await inspector.record(scope, returned.rec)
    expect(seen.data).toMatchObject({ decidedBy: 'Éloïse Vermeulen', reason: 'Point FIN-2 lacks its proof.' })

    const second = acts.sign(2, sha256(pdf2))
    await inspector.upload(scope, pdf2)
    const correction: Draft = { scope, kind: 'evidence', rec, baseVer: 1e9, patch: { caption: 'Better' } }
    const results = await inspector.send(correction, ...second.drafts, acts.submit(2, second.reportId))
    expect(reasons(results)).toEqual(['applied', 'created', 'applied', 'created'])
    expect(reasons(await supervisor.send(acts.decide(1, first.reportId, 'APPROVED')))).toEqual([
      'sync.superseded',
    ])
    expect(reasons(await supervisor.send(acts.decide(2, second.reportId, 'APPROVED')))).toEqual(['created'])
    expect(await stateOf(inspector)).toBe('FINAL_VALIDATED')
    for (const hash of [sha256(photo), sha256(pdf1), sha256(pdf2)]) {
      expect((await supervisor.ask('GET', `/v1/inspections/${scope}/blobs/${hash}`)).status).toBe(200)
    }
  })

  it('takes no more changes once the report is signed, and none of a signed report ever', async () => {
    const rec = randomUUID()
    const draft: Draft = { scope, kind: 'finding', rec, patch: finding(scope, rec) }
    const { reportId, drafts } = acts.sign(1, 'a'.repeat(64))
    await inspector.send(draft, ...drafts)
    const late = await inspector.send(
      { scope, kind: 'finding', rec, baseVer: 1e9, patch: { title: 'late' } },
      { scope, kind: 'inspection', rec: scope, baseVer: 1e9, patch: { summary: 'late' } },
      { scope, kind: 'report', rec: reportId, baseVer: 1e9, patch: { pages: 2 } },
      { scope, kind: 'report', rec: reportId, baseVer: 1e9, op: 'delete' },
      acts.step('ON_SITE'),
    )
    const expected = ['sync.closed', 'sync.closed', 'sync.immutable', 'sync.immutable', 'sync.wrong-step']
    expect(reasons(late)).toEqual(expected)
  })

  it('lets supervisors decide and nothing else, and inspectors everything else', async () => {
    const pdf = randomBytes(100)
    await inspector.upload(scope, pdf)
    const { reportId, drafts } = acts.sign(1, sha256(pdf))
    await inspector.send(...drafts, acts.submit(1, reportId))
    const rec = randomUUID()
    const edit: Draft = { scope, kind: 'finding', rec, patch: finding(scope, rec) }
    expect(reasons(await supervisor.send(edit, acts.step('ON_SITE')))).toEqual([
      'sync.not-writer',
      'sync.not-writer',
    ])
    expect(reasons(await inspector.send(acts.decide(1, reportId, 'APPROVED')))).toEqual(['sync.not-writer'])
    expect((await supervisor.checkOut(scope)).status).toBe(403)
    expect(reasons(await inspector.send(acts.submit(1, reportId)))).toEqual(['sync.wrong-step'])
  })

  it('keeps what the central store changed itself in the log', async () => {
    const pdf = randomBytes(100)
    await inspector.upload(scope, pdf)
    const { reportId, drafts } = acts.sign(1, sha256(pdf))
    await inspector.send(...drafts, acts.submit(1, reportId))
    const [row] = await store.central.deps.db.query<{ effect: object }>(
      'SELECT effect FROM mutations WHERE scope = $1 AND effect IS NOT NULL',
      [scope],
    )
    expect(row?.effect).toMatchObject({ kind: 'inspection', state: 'UNDER_REVIEW' })
  })
})

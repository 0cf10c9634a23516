import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Central } from '#central/open-central.ts'
import { answerId } from '#domain/inspection/answer-id.ts'
import type { ReportVersion } from '#domain/report/report-version.ts'
import type { Fetch } from '#main/services/transport.ts'
import { newId } from '#renderer/db/new-id.ts'
import { listTransfers } from '#renderer/db/outbox.ts'
import { listRefused } from '#renderer/db/refused.ts'
import { openListing } from '#renderer/db/packages.ts'
import { getRecord, listRecords, saveRecord } from '#renderer/db/records.ts'
import { closeStore, currentStore } from '#renderer/db/store.ts'
import { handIn } from '#renderer/features/report/commands/hand-in.ts'
import { withdrawVersion } from '#renderer/features/report/commands/withdraw-version.ts'
import type { Pump } from '#renderer/sync/pump.ts'
import { findingOf } from '#test/renderer/open-test-store.ts'
import {
  enrolLaptop,
  INSPECTION,
  inspector,
  startCentral,
  supervisor,
  type RealLaptop,
} from '#test/renderer/sync/real-network.ts'

let folder: string
let central: Central
let network: Fetch = fetch
let mine: RealLaptop
let theirs: RealLaptop
let pump: Pump

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'constat-way-'))
  const started = await startCentral(folder)
  central = started.central
  const { url } = started
  mine = await enrolLaptop(path.join(folder, 'one'), url, inspector, (to, init) => network(to, init))
  theirs = await enrolLaptop(path.join(folder, 'two'), url, supervisor)
})
afterAll(async () => {
  pump.dispose()
  closeStore()
  await central.close()
  await rm(folder, { recursive: true, force: true })
})

const use = async (laptop: RealLaptop) => {
  pump = await laptop.enter()
}
const must = (result: { ok: boolean }) => expect(result).toMatchObject({ ok: true })
const applied = async () => {
  expect(await pump.syncNow()).toMatchObject({ connection: 'online', pending: 0, lastFailure: null })
  expect(await listRefused()).toEqual([])
}
const state = async () => (await getRecord('inspection', INSPECTION))?.state

async function storeFile(head: string): Promise<string> {
  const bytes = new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), randomBytes(300_000)]))
  const stored = await mine.bridge.invoke('file:store', { inspectionId: INSPECTION, bytes })
  if (!stored.ok) throw new Error(stored.error.code)
  expect(stored.value.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  return stored.value.sha256
}

/** Signs a version, as the report screen does. */
async function sign(version: number): Promise<ReportVersion> {
  const report: ReportVersion = {
    ...{ id: newId(), inspectionId: INSPECTION, version, sha256: await storeFile('%PDF-1.7\n') },
    ...{ size: 300_009, pages: 3, signedAt: '2026-03-02T10:00:00Z', signedBy: 'I', certificateSerial: '01' },
    acknowledgement: { kind: 'SIGNED', name: 'R', function: 'F', remark: '' },
  }
  must(await saveRecord('report', INSPECTION, report.id, report))
  must(await saveRecord('inspection', INSPECTION, INSPECTION, { state: 'DRAFT_SIGNED' }))
  return report
}

async function withdraw(report: ReportVersion): Promise<void> {
  const inspection = await getRecord('inspection', INSPECTION)
  must(await withdrawVersion(inspection!, report, 'La date de la visite est fausse.'))
}

async function decide(outcome: 'APPROVED' | 'RETURNED', reason: string): Promise<void> {
  const reports = await listRecords('report', INSPECTION)
  const latest = reports.sort((a, b) => a.version - b.version).at(-1)!
  const id = newId()
  must(
    await saveRecord('decision', INSPECTION, id, {
      ...{ id, inspectionId: INSPECTION, reportId: latest.id, version: latest.version, outcome, reason },
      ...{ decidedAt: '2026-03-03T10:00:00Z', decidedBy: 'x' },
    }),
  )
}

describe('the whole way, over the real services and the real central store', () => {
  let photo: string
  let pdfs: string[]

  it('downloads the package and lists it', async () => {
    await use(mine)
    expect(await pump.refreshInspections()).toMatchObject({ value: [{ id: INSPECTION }] })
    must(await mine.bridge.invoke('central:checkout', { inspectionId: INSPECTION, takeOver: false }))
    must(await pump.downloadPackage(INSPECTION))
    const opened = await openListing(INSPECTION, 'activities')
    expect(opened.ok && opened.value.rows).toHaveLength(50)
  })

  it('works offline and sends nothing', async () => {
    network = () => Promise.reject(new Error('no network'))
    must(await saveRecord('inspection', INSPECTION, INSPECTION, { state: 'ON_SITE' }))
    for (let at = 1; at <= 20; at++) {
      const id = newId()
      must(await saveRecord('finding', INSPECTION, id, findingOf(id, INSPECTION, at)))
    }
    const answer = answerId(INSPECTION, 'DUR-1')
    must(
      await saveRecord('answer', INSPECTION, answer, {
        ...{ id: answer, inspectionId: INSPECTION, pointCode: 'DUR-1', value: 'NO', progress: 'DONE' },
        comment: 'c',
      }),
    )
    photo = await storeFile('\xff\xd8\xff\xe0')
    const id = newId()
    must(
      await saveRecord('evidence', INSPECTION, id, {
        ...{
          id,
          inspectionId: INSPECTION,
          findingId: null,
          pointCode: 'DUR-1',
          number: 1,
          fileName: 'p.jpg',
        },
        ...{ mediaType: 'image/jpeg', size: 300_004, sha256: photo, source: 'CAMERA', capturedOn: null },
        ...{ receivedOn: '2026-03-02', caption: '', binned: false },
      }),
    )
    const slip = await sign(1)
    must(await handIn(slip))
    await withdraw(slip)
    const report = await sign(2)
    must(await handIn(report))
    pdfs = [slip.sha256, report.sha256]
    expect(await pump.syncNow()).toMatchObject({ connection: 'offline', pending: 33 })
  })

  it('loses nothing while every other answer is lost', async () => {
    let asked = 0
    network = async (url, init) => {
      const answer = await fetch(url, init)
      if (asked++ % 2 === 1) throw new Error('the answer was lost')
      return answer
    }
    for (let tries = 0; tries < 40 && (await pump.syncNow()).lastFailure !== null; tries++);
    network = fetch
    await applied()
    expect(await state()).toBe('UNDER_REVIEW')
    expect(await listTransfers()).toMatchObject([{ state: 'applied', files: { pending: 0, total: 3 } }])
  })

  it('left every change once and in order in the central log, and every file', async () => {
    const kept = await currentStore().db.outbox.orderBy('mid').toArray()
    const log = await central.deps.db.query<{ mutation: unknown; answer: { outcome: string } }>(
      'SELECT mutation, answer FROM mutations ORDER BY mid',
    )
    expect(log.map(({ mutation }) => mutation)).toEqual(kept)
    expect(new Set(log.map(({ answer }) => answer.outcome))).toEqual(new Set(['created', 'applied']))
    const blobs = await central.deps.db.query<{ sha256: string }>('SELECT sha256 FROM blobs')
    expect(new Set(blobs.map(({ sha256 }) => sha256))).toEqual(new Set([photo, ...pdfs]))
  })

  it('shows the supervisor everything, files included, and takes the decision', async () => {
    pump.dispose()
    await use(theirs)
    await applied()
    expect(await listRecords('finding', INSPECTION)).toHaveLength(20)
    expect(await listRecords('submission', INSPECTION)).toMatchObject([{ version: 2 }])
    expect(await listRecords('withdrawal', INSPECTION)).toMatchObject([
      { version: 1, withdrawnBy: inspector.displayName },
    ])
    must(await pump.downloadPackage(INSPECTION))
    must(await pump.fetchFile(INSPECTION, photo))
    must(await theirs.bridge.invoke('file:read', { inspectionId: INSPECTION, sha256: photo }))
    await decide('RETURNED', 'La cause du constat 3 manque.')
    await applied()
    expect(await state()).toBe('RETURNED')
  })

  it('brings the reason back, and the third version, signed once more, to approval', async () => {
    pump.dispose()
    await use(mine)
    await applied()
    expect(await state()).toBe('RETURNED')
    expect(await listRecords('decision', INSPECTION)).toMatchObject([{ outcome: 'RETURNED' }])
    const slip = await sign(3)
    await applied()
    await withdraw(slip)
    expect(await state()).toBe('RETURNED')
    await applied()
    expect(await state()).toBe('RETURNED')
    must(await handIn(await sign(4)))
    await applied()
    pump.dispose()
    await use(theirs)
    await applied()
    await decide('APPROVED', '')
    await applied()
    pump.dispose()
    await use(mine)
    await applied()
    expect(await state()).toBe('FINAL_VALIDATED')
    expect(await listRecords('report', INSPECTION)).toHaveLength(4)
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#renderer/db/new-id.ts'
import { listTransfers } from '#renderer/db/outbox.ts'
import { listRefused } from '#renderer/db/refused.ts'
import { saveRecord } from '#renderer/db/records.ts'
import { closeStore } from '#renderer/db/store.ts'
import { listUploads } from '#renderer/db/uploads.ts'
import { openLaptop, type Laptop } from '#test/renderer/sync/open-laptop.ts'

let laptop: Laptop
beforeEach(async () => {
  laptop = await openLaptop()
})
afterEach(() => {
  laptop.pump.dispose()
  closeStore()
})

const PHOTO = 'b'.repeat(64)
const PDF = 'c'.repeat(64)

/** A photo, a signed report and the wish to submit it, all recorded without a network. */
async function finishOffline({ scope }: Laptop): Promise<string> {
  const evidence = newId()
  const report = newId()
  const submission = newId()
  const steps = [
    saveRecord('evidence', scope, evidence, {
      ...{ id: evidence, inspectionId: scope, findingId: null, pointCode: null, number: 1 },
      ...{ fileName: 'p.jpg', mediaType: 'image/jpeg', size: 10, sha256: PHOTO, source: 'CAMERA' },
      ...{ capturedOn: null, receivedOn: '2026-03-02', caption: '', binned: false },
    }),
    saveRecord('report', scope, report, {
      ...{ id: report, inspectionId: scope, version: 1, sha256: PDF, size: 10, pages: 12 },
      ...{ signedAt: '2026-03-02T10:00:00Z', signedBy: 'Inspecteur', certificateSerial: '01' },
      acknowledgement: { kind: 'SIGNED', name: 'R', function: 'F', remark: '' },
    }),
    saveRecord('inspection', scope, scope, { state: 'DRAFT_SIGNED' }),
    saveRecord('submission', scope, submission, {
      ...{ id: submission, inspectionId: scope, reportId: report, version: 1 },
      submittedAt: '2026-03-02T10:01:00Z',
    }),
  ]
  for (const step of await Promise.all(steps)) expect(step.ok).toBe(true)
  return submission
}

describe('submitting', () => {
  it('sends the records, then the files, then the submission', async () => {
    const submission = await finishOffline(laptop)
    laptop.central.calls.length = 0
    await laptop.pump.syncNow()
    expect(laptop.central.calls.filter((name) => name === 'push' || name === 'uploadBlob')).toEqual([
      'push',
      'uploadBlob',
      'uploadBlob',
      'push',
    ])
    expect(laptop.central.record('submission', submission)).toBeDefined()
    expect((await listTransfers())[0]).toMatchObject({ state: 'applied', files: { pending: 0, total: 2 } })
  })

  it('waits with the submission while the connection breaks between the files', async () => {
    const submission = await finishOffline(laptop)
    laptop.central.faults = ['none', 'none', 'none', 'unreachable']
    expect((await laptop.pump.syncNow()).connection).toBe('offline')
    expect(laptop.central.record('submission', submission)).toBeUndefined()
    expect(await listRefused()).toEqual([])
    await laptop.pump.syncNow()
    expect(laptop.central.record('submission', submission)).toBeDefined()
  })

  it('is set aside for a file that can’t be read, and goes out by itself once it can', async () => {
    const submission = await finishOffline(laptop)
    laptop.central.unreadable.add(PHOTO)
    expect((await laptop.pump.syncNow()).lastFailure).toBeNull()
    expect(await listRefused()).toMatchObject([{ reason: 'sync.blobs-missing', missing: [PHOTO] }])
    expect(await listUploads()).toMatchObject([{ sha256: PHOTO, failure: 'file.missing' }])
    laptop.central.unreadable.clear()
    await laptop.pump.syncNow()
    expect(laptop.central.record('submission', submission)).toBeDefined()
    expect(await listRefused()).toEqual([])
  })

  it('sends a file again that the central store has lost', async () => {
    await finishOffline(laptop)
    laptop.central.unreadable.add(PHOTO)
    await laptop.pump.syncNow()
    laptop.central.history.blobs.delete(PDF)
    laptop.central.unreadable.clear()
    await laptop.pump.syncNow()
    await laptop.pump.syncNow()
    expect(laptop.central.history.blobs).toEqual(new Set([PHOTO, PDF]))
    expect(await listRefused()).toEqual([])
  })

  it('fetches a file that is not here', async () => {
    laptop.central.calls.length = 0
    expect((await laptop.pump.fetchFile(laptop.scope, PHOTO)).ok).toBe(true)
    expect(laptop.central.calls).toEqual(['hasFile', 'downloadBlob'])
  })
})

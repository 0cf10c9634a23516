import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Acknowledgement } from '#domain/report/acknowledgement.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { ok } from '#domain/result.ts'
import { readDraft, writeDraft } from '#renderer/db/drafts.ts'
import { listRecords } from '#renderer/db/records.ts'
import { closeStore, openStore } from '#renderer/db/store.ts'
import type { AcknowledgementDraft } from '#renderer/features/report/acknowledgement-draft.ts'
import { partnerDraft } from '#renderer/features/report/partner-draft.ts'
import { openTestStore, PACKAGE_KEY, placeInspection, RECORD_KEY } from '#test/renderer/open-test-store.ts'

const signed = {
  ...{ sha256: 'a'.repeat(64), size: 10, pages: 3, signedAt: '2026-11-23T15:00:00Z' },
  ...{ signedBy: 'A. Baert', certificateSerial: '01' },
}
/** What main answers when it has sealed a report: the page has no key. */
vi.stubGlobal('window', { bridge: { invoke: () => Promise.resolve({ ok: true, value: signed }) } })
const { signReport } = await import('#renderer/features/report/commands/sign-report.ts')

const draft: AcknowledgementDraft = {
  ...{ kind: 'SIGNED', name: 'Anaïs D’Hoore', function: 'directrice', remark: 'Lu.', reason: '' },
  ...{ present: '', copy: null, copyTo: '', strokes: [[{ x: 1.5, y: 2 }]], drawnOn: 'b'.repeat(64) },
}
const later: Acknowledgement = {
  ...{ kind: 'REPLY_LATER', name: 'Anaïs D’Hoore', function: 'directrice', remark: '' },
  ...{ copy: 'POST', copyTo: 'Rue de l’Été 12' },
}
const modelOf = (inspectionId: string): ReportModel =>
  ({ inspectionId, version: 1, replyDays: 15 }) as ReportModel

beforeEach(openTestStore)

describe('the partner’s part of signing', () => {
  it('is kept with its drawing when the app locks or stops before the seal', async () => {
    const id = await placeInspection()
    await writeDraft(partnerDraft(id), draft)
    closeStore()
    await openStore(RECORD_KEY, () => Promise.resolve(ok({ key: PACKAGE_KEY })))
    expect(await readDraft(partnerDraft(id))).toEqual(draft)
  })

  it('is sealed with its outcome into the version, and is a draft no more', async () => {
    const id = await placeInspection()
    await writeDraft(partnerDraft(id), draft)
    expect(await signReport({ model: modelOf(id), images: {}, doubts: [] }, later)).toEqual(ok(null))
    const [report] = await listRecords('report', id)
    expect(report?.acknowledgement).toEqual({ ...later, replyDays: 15 })
    expect(await readDraft(partnerDraft(id))).toBeNull()
  })

  it('stays a draft when the version could not be recorded', async () => {
    const id = await placeInspection('FINAL_VALIDATED')
    await writeDraft(partnerDraft(id), draft)
    const refused = await signReport({ model: modelOf(id), images: {}, doubts: [] }, later)
    expect(refused).toMatchObject({ ok: false })
    expect(await readDraft(partnerDraft(id))).toEqual(draft)
    expect(await listRecords('report', id)).toEqual([])
  })
})

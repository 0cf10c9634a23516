import { beforeEach, expect, it } from 'vitest'
import type { InspectionState } from '#domain/inspection/inspection.ts'
import type { ReportVersion } from '#domain/report/report-version.ts'
import { listChanges } from '#renderer/db/changes.ts'
import { newId } from '#renderer/db/new-id.ts'
import { countPending } from '#renderer/db/outbox.ts'
import { getRecord, listRecords, saveRecord } from '#renderer/db/records.ts'
import { listBin, listRefused } from '#renderer/db/refused.ts'
import { applyPage } from '#renderer/db/sync-history.ts'
import { settle, takeBatch } from '#renderer/db/sync-log.ts'
import { handIn } from '#renderer/features/report/commands/hand-in.ts'
import { withdrawVersion } from '#renderer/features/report/commands/withdraw-version.ts'
import { readVersions } from '#renderer/features/report/queries/read-versions.ts'
import { readSignedVersion } from '#renderer/features/report/queries/use-signed-version.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

const REASON = 'La date de la visite est fausse.'
const must = (result: { ok: boolean }) => expect(result).toMatchObject({ ok: true })
const inspectionOf = async (scope: string) => (await getRecord('inspection', scope))!

async function signVersion(scope: string, version: number): Promise<ReportVersion> {
  const acknowledgement = { kind: 'SIGNED', name: 'R', function: 'F', remark: '' } as const
  const report: ReportVersion = {
    ...{ id: newId(), inspectionId: scope, version, sha256: 'c'.repeat(64), size: 10, pages: 3 },
    ...{ signedAt: '2026-03-02T10:00:00Z', signedBy: 'I', certificateSerial: '01', acknowledgement },
  }
  must(await saveRecord('report', scope, report.id, report))
  must(await saveRecord('inspection', scope, scope, { state: 'DRAFT_SIGNED' }))
  return report
}

async function withSigned(state: InspectionState = 'ON_SITE') {
  const scope = await placeInspection(state)
  return { scope, report: await signVersion(scope, 1) }
}

beforeEach(openTestStore)

it('signing hands nothing in: the version is signed, and can be handed in or withdrawn', async () => {
  const { scope, report } = await withSigned()
  expect(await listRecords('submission', scope)).toEqual([])
  expect(await readSignedVersion(scope)).toMatchObject({ report, handedIn: null })
  must(await handIn(report))
  expect(await readSignedVersion(scope)).toMatchObject({ handedIn: { state: 'waiting' } })
  expect(await readVersions(await inspectionOf(scope))).toMatchObject([{ state: 'HANDED_IN' }])
})

it('withdrawing opens the inspection, keeps the version as withdrawn, and makes room for the next', async () => {
  const { scope, report } = await withSigned()
  must(await withdrawVersion(await inspectionOf(scope), report, REASON))
  expect((await inspectionOf(scope)).state).toBe('ON_SITE')
  const second = await signVersion(scope, 2)
  expect(await readVersions(await inspectionOf(scope))).toMatchObject([
    { report: second, state: 'DRAFT_SIGNED', withdrawal: undefined },
    { report, state: null, withdrawal: { act: { reason: REASON, withdrawnBy: 'Inspecteur' } } },
  ])
})

it('takes a submission that has not left back with the version, and nothing of it is sent', async () => {
  const { scope, report } = await withSigned()
  must(await handIn(report))
  const pending = await countPending()
  must(await withdrawVersion(await inspectionOf(scope), report, REASON))
  expect(await listRecords('submission', scope)).toEqual([])
  const kinds = (await takeBatch(500, 1e6)).map(({ kind }) => kind)
  expect(kinds).toEqual(['report', 'inspection', 'withdrawal', 'inspection'])
  expect(await countPending()).toBe(pending + 1)
})

it('does not withdraw what the central store may have, and changes nothing', async () => {
  const { scope, report } = await withSigned()
  must(await handIn(report))
  await takeBatch(500, 1e6)
  await settle([1, 2].map((mid) => ({ mid, outcome: 'created', seq: mid + 1 })))
  await takeBatch(500, 1e6)
  const before = await listChanges(scope)
  expect(await withdrawVersion(await inspectionOf(scope), report, REASON)).toMatchObject({
    error: { code: 'store.already-sent' },
  })
  expect(await listChanges(scope)).toEqual(before)
  expect((await inspectionOf(scope)).state).toBe('DRAFT_SIGNED')
})

it('lets a refused submission go to the bin with the version it was of', async () => {
  const { scope, report } = await withSigned()
  must(await handIn(report))
  await takeBatch(2, 1e6)
  await settle([1, 2].map((mid) => ({ mid, outcome: 'created', seq: mid + 1 })))
  await takeBatch(500, 1e6)
  await settle([
    { mid: 3, outcome: 'rejected', seq: null, reason: 'sync.blobs-missing', missing: [report.sha256] },
  ])
  expect(await readSignedVersion(scope)).toMatchObject({ handedIn: { state: 'refused' } })
  must(await withdrawVersion(await inspectionOf(scope), report, REASON))
  expect(await listRefused()).toEqual([])
  expect(await listBin()).toMatchObject([{ kind: 'submission' }])
})

it('asks for a reason, and for a version that is signed', async () => {
  const { scope, report } = await withSigned()
  const inspection = await inspectionOf(scope)
  expect(await withdrawVersion(inspection, report, 'oups')).toMatchObject({
    error: { code: 'report.reason-short' },
  })
  expect(await withdrawVersion({ ...inspection, state: 'UNDER_REVIEW' }, report, REASON)).toMatchObject({
    error: { code: 'sync.wrong-step' },
  })
})

it('goes back to the correction when the inspection was returned before', async () => {
  const { scope, report } = await withSigned('RETURNED')
  const decision = {
    reportId: newId(),
    version: 1,
    outcome: 'RETURNED',
    reason: 'Une pièce manque au dossier.',
  }
  const data = { id: newId(), inspectionId: scope, ...decision, decidedAt: '2026-03-01', decidedBy: 'S' }
  const changes = [{ kind: 'decision' as const, id: data.id, seq: 2, deleted: false, data }]
  await applyPage(scope, { epoch: newId(), changes, conflicts: [], next: 2, more: false })
  must(await withdrawVersion(await inspectionOf(scope), report, REASON))
  expect((await inspectionOf(scope)).state).toBe('RETURNED')
})

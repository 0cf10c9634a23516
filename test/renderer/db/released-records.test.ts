import { beforeEach, expect, it } from 'vitest'
import { RECORD_KINDS } from '#domain/sync/records.ts'
import { listRecords, saveRecord } from '#renderer/db/records.ts'
import { addPackageKey } from '#renderer/db/store.ts'
import { applyPage, keepScope } from '#renderer/db/sync-history.ts'
import { CHANGES, recordsIn, RELEASES } from '#test/fixtures/released/released.ts'
import { EPOCH, openTestStore, PACKAGE_KEY } from '#test/renderer/open-test-store.ts'

beforeEach(openTestStore)

it.each(RELEASES)('reads and changes every record that release $version left in a store', async (release) => {
  const scope = release.records.inspection[0]!.id
  addPackageKey(scope, PACKAGE_KEY)
  await keepScope(scope, 'write')
  const stored = recordsIn(release, scope)
  const changes = stored.map((one) => ({ ...one, seq: 1, deleted: false }))
  await applyPage(scope, { epoch: EPOCH, changes, conflicts: [], next: 1, more: false })
  const read = await Promise.all(RECORD_KINDS.map((kind) => listRecords(kind, scope)))
  expect(read.flat()).toHaveLength(stored.length)
  for (const { kind, id } of stored.filter((one) => one.kind in CHANGES)) {
    expect(await saveRecord(kind, scope, id, CHANGES[kind] ?? {}), kind).toEqual({ ok: true, value: null })
  }
})

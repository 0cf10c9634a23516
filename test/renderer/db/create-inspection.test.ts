import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import { err, ok } from '#domain/result.ts'
import { createLocalInspection } from '#renderer/db/create-inspection.ts'
import { keepInspections, listInspections } from '#renderer/db/inspections.ts'
import { listTransfers } from '#renderer/db/outbox.ts'
import { readConvention } from '#renderer/db/packages.ts'
import { listVersions } from '#renderer/db/package-versions.ts'
import { getRecord } from '#renderer/db/records.ts'
import { closeStore, currentStore } from '#renderer/db/store.ts'
import { listOutbox } from '#test/renderer/db/outbox-of.ts'
import { openTestStore, PACKAGE_KEY } from '#test/renderer/open-test-store.ts'

const convention = JSON.parse(readFileSync('test/fixtures/listings/convention.json', 'utf8')) as Convention
const owner = {
  user: { id: '0198c000-0000-7000-8000-0000000000b1', displayName: 'Amina Baert' },
  deviceId: '0198c000-0000-7000-8000-0000000000d1',
}
const files = [{ fileName: 'convention.xlsx', sha256: 'e'.repeat(64), size: 5 }]
const made = { convention, files, owner, plannedDate: '2026-11-23' }
const giveKey = () => Promise.resolve(ok({ key: PACKAGE_KEY }))

beforeEach(openTestStore)
afterEach(closeStore)

async function create(): Promise<string> {
  const created = await createLocalInspection(made, giveKey)
  if (!created.ok) throw new Error(created.error.code)
  return created.value
}

describe('making an inspection on this laptop', () => {
  it('stores it with its package, and queues both', async () => {
    const id = await create()
    expect(await getRecord('inspection', id)).toMatchObject({
      ...{ state: 'ASSIGNED', inspectorId: owner.user.id, agreementNo: convention.agreementNo },
    })
    expect(await readConvention(id)).toEqual(convention)
    expect(await listVersions(id)).toMatchObject([{ no: 1, state: 'in-work', from: 'import', files }])
    expect(await listOutbox()).toMatchObject([
      { mid: 1, kind: 'inspection', rec: id },
      { mid: 2, kind: 'package', scope: id },
    ])
    expect(await listTransfers()).toMatchObject([{ inspectionId: id, files: { pending: 1 } }])
  })

  it('gives each a reference of its own', async () => {
    const ids = [await create(), await create()]
    const records = await Promise.all(ids.map((id) => getRecord('inspection', id)))
    const [one, other] = records.map((record) => record?.reference)
    expect(one).toMatch(/^RI\/.+\/2026-L[0-9A-F]{6}\/AB$/)
    expect(other).not.toBe(one)
  })

  it('stays in the list until the central store lists it itself', async () => {
    const id = await create()
    await keepInspections([])
    const [item] = await listInspections()
    expect(item).toMatchObject({ id, access: 'write', checkedOutBy: owner.deviceId })
    await keepInspections([{ ...item!, rowCount: 7 }])
    expect(await listInspections()).toMatchObject([{ id, rowCount: 7 }])
  })

  it('leaves nothing behind when there is no key for it', async () => {
    const refused = () => Promise.resolve(err('vault.locked'))
    expect(await createLocalInspection(made, refused)).toMatchObject({ error: { code: 'vault.locked' } })
    const { db } = currentStore()
    const counts = [db.records, db.outbox, db.blocks, db.packages, db.scopes].map((table) => table.count())
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, 0])
  })
})

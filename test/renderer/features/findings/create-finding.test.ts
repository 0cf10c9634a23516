import { beforeEach, expect, test } from 'vitest'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { copyFinding, createFinding } from '#renderer/features/findings/commands/create-finding.ts'
import { saveFinding } from '#renderer/features/findings/commands/save-finding.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

beforeEach(openTestStore)

async function made(scope: string, title: string) {
  const id = await createFinding(scope, { title, amount: 500 })
  if (!id.ok) throw new Error(id.error.code)
  const finding = await getRecord('finding', id.value)
  if (!finding) throw new Error('no finding')
  return finding
}

test('findings made at once get different numbers, also after one went to the bin', async () => {
  const scope = await placeInspection()
  const [first] = await Promise.all([made(scope, 'A'), made(scope, 'B'), made(scope, 'C')])
  await saveFinding(first, { binned: true })
  await made(scope, 'D')
  const numbers = (await listRecords('finding', scope)).map(({ number }) => number)
  expect(numbers.toSorted()).toEqual([1, 2, 3, 4])
})

test('a copy stands beside its source, with its text and without its amount', async () => {
  const scope = await placeInspection()
  const source = await made(scope, 'Feuilles non signées')
  const copy = await copyFinding(source)
  expect(copy.ok && (await getRecord('finding', copy.value))).toMatchObject({
    number: 2,
    title: 'Feuilles non signées',
    amount: null,
  })
  expect(await getRecord('finding', source.id)).toEqual(source)
})

test('a finding in the bin is kept whole and comes back', async () => {
  const scope = await placeInspection()
  const finding = await made(scope, 'A')
  await saveFinding(finding, { binned: true })
  expect(await getRecord('finding', finding.id)).toEqual({ ...finding, binned: true })
  await saveFinding(finding, { binned: false })
  expect(await getRecord('finding', finding.id)).toEqual(finding)
})

import { beforeEach, expect, test } from 'vitest'
import { MOST_ROWS, type LinkedRow } from '#domain/finding/finding.ts'
import { getRecord, saveRecord } from '#renderer/db/records.ts'
import { addRows, removeRows } from '#renderer/features/findings/commands/cite-rows.ts'
import { createFinding } from '#renderer/features/findings/commands/create-finding.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

beforeEach(openTestStore)

const row = (line: number): LinkedRow => ({ listing: 'activities', line, label: `A-${line}` })

async function made(scope: string, rows: LinkedRow[] = []): Promise<string> {
  const id = await createFinding(scope, { rows })
  if (!id.ok) throw new Error(id.error.code)
  return id.value
}
const linesOf = async (id: string) => (await getRecord('finding', id))?.rows.map(({ line }) => line)

test('rows added at once, one after the other, are all there', async () => {
  const id = await made(await placeInspection(), [row(1)])
  await Promise.all([addRows(id, [row(2)]), addRows(id, [row(3), row(1)]), removeRows(id, [row(1)])])
  expect(await linesOf(id)).toEqual([2, 3])
})

test('a finding that would cite too many rows keeps those it has, and says so', async () => {
  const many = Array.from({ length: MOST_ROWS }, (_, at) => row(at + 1))
  const id = await made(await placeInspection(), many)
  expect(await addRows(id, [row(900)])).toMatchObject({ ok: false, error: { code: 'finding.too-many-rows' } })
  expect(await linesOf(id)).toHaveLength(MOST_ROWS)
})

test('a signed inspection keeps its rows', async () => {
  const scope = await placeInspection()
  const id = await made(scope, [row(1)])
  await saveRecord('inspection', scope, scope, { state: 'DRAFT_SIGNED' })
  expect((await addRows(id, [row(2)])).ok).toBe(false)
  expect((await removeRows(id, [row(1)])).ok).toBe(false)
  expect(await linesOf(id)).toEqual([1])
})

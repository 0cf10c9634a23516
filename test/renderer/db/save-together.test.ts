import { beforeEach, expect, test } from 'vitest'
import { newId } from '#renderer/db/new-id.ts'
import { countPending } from '#renderer/db/outbox.ts'
import { getRecord, saveRecord } from '#renderer/db/records.ts'
import { saveTogether } from '#renderer/db/save-together.ts'
import { findingOf, openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

beforeEach(openTestStore)

const put = (scope: string, id: string) => () => saveRecord('finding', scope, id, findingOf(id, scope))

test('records saved together are all there, in their order', async () => {
  const scope = await placeInspection()
  const ids = [newId(), newId()]
  expect(await saveTogether(ids.map((id) => put(scope, id)))).toEqual({ ok: true, value: null })
  expect(await Promise.all(ids.map((id) => getRecord('finding', id)))).not.toContain(undefined)
  expect(await countPending()).toBe(2)
})

test('the first refusal undoes those before it and is the answer', async () => {
  const scope = await placeInspection()
  const id = newId()
  const refused = () => saveRecord('finding', scope, newId(), { title: 'not whole' })
  expect(await saveTogether([put(scope, id), refused])).toMatchObject({
    ok: false,
    error: { code: 'store.invalid' },
  })
  expect(await getRecord('finding', id)).toBeUndefined()
  expect(await countPending()).toBe(0)
})

test('state and submission follow the report in one act', async () => {
  const scope = await placeInspection()
  const sign = () => saveRecord('inspection', scope, scope, { state: 'DRAFT_SIGNED' })
  const submission = { id: newId(), inspectionId: scope, reportId: newId(), version: 1, submittedAt: '' }
  const submit = () => saveRecord('submission', scope, submission.id, submission)
  expect((await saveTogether([submit, sign])).ok).toBe(false)
  expect(await saveTogether([sign, submit])).toEqual({ ok: true, value: null })
  expect(await getRecord('inspection', scope)).toMatchObject({ state: 'DRAFT_SIGNED' })
})

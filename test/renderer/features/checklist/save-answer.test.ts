import { beforeEach, expect, test } from 'vitest'
import { answerId } from '#domain/inspection/answer-id.ts'
import { getRecord } from '#renderer/db/records.ts'
import { saveComment, saveProgress, saveValue } from '#renderer/features/checklist/commands/save-answer.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

beforeEach(openTestStore)

test('two fields of a new answer saved at once make one answer that holds both', async () => {
  const scope = await placeInspection()
  const saved = await Promise.all([
    saveComment(scope, 'TGT-1', 'Preuve absente'),
    saveValue(scope, 'TGT-1', 'NO'),
  ])
  expect(saved.every((result) => result.ok)).toBe(true)
  expect(await getRecord('answer', answerId(scope, 'TGT-1'))).toMatchObject({
    pointCode: 'TGT-1',
    value: 'NO',
    comment: 'Preuve absente',
    progress: 'DOING',
  })
})

test('progress and result are two things: setting one leaves the other', async () => {
  const scope = await placeInspection()
  const id = answerId(scope, 'DUR-1')
  await saveValue(scope, 'DUR-1', 'YES')
  expect(await getRecord('answer', id)).toMatchObject({ value: 'YES', progress: 'DONE' })
  await saveProgress(scope, 'DUR-1', 'DOING')
  expect(await getRecord('answer', id)).toMatchObject({ value: 'YES', progress: 'DOING' })
  await saveValue(scope, 'DUR-1', null)
  expect(await getRecord('answer', id)).toMatchObject({ value: null, progress: 'DOING' })
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { err, ok, type Result } from '#domain/result.ts'
import { readDraft, textAt } from '#renderer/db/drafts.ts'
import { closeStore, currentStore } from '#renderer/db/store.ts'
import { fieldsAtStake, flushAllFields } from '#renderer/ui/autosave.ts'
import {
  dropTyped,
  forgetDraftsOf,
  keepTyped,
  keptAt,
  loadDrafts,
  recordOrKeep,
} from '#renderer/ui/kept-drafts.ts'
import { useSaveStatus } from '#renderer/ui/save-status.ts'
import { openTestStore } from '#test/renderer/open-test-store.ts'

const place = textAt(null, 'finding/1/amount')
const refuse = (): Promise<Result<null>> => Promise.resolve(err('finding.amount-typed'))
const accept = (): Promise<Result<null>> => Promise.resolve(ok(null))

beforeEach(async () => {
  await openTestStore()
  await loadDrafts()
})
afterEach(() => vi.restoreAllMocks())

it('keeps a text that its record refuses, for the next start too', async () => {
  expect(await recordOrKeep(place, '12x', refuse)).toMatchObject({ ok: false, kept: true })
  expect(keptAt(place)).toBe('12x')
  await loadDrafts()
  expect(keptAt(place)).toBe('12x')
})

it('forgets it once the record takes the text', async () => {
  await recordOrKeep(place, '12x', refuse)
  expect(await recordOrKeep(place, '12', accept)).toEqual(ok(null))
  expect([keptAt(place), await readDraft(place)]).toEqual([null, null])
})

it('puts the newer text in the place of the kept one before the record has it', async () => {
  await recordOrKeep(place, '12x', refuse)
  let keptMeanwhile: string | null = null
  await recordOrKeep(place, '12', async () => {
    keptMeanwhile = await readDraft(place)
    return ok(null)
  })
  expect(keptMeanwhile).toBe('12')
})

it('shows what is typed at once and has it on the disk when the fields are flushed', async () => {
  keepTyped(place, 'a reas')
  keepTyped(place, 'a reason')
  expect(keptAt(place)).toBe('a reason')
  expect(useSaveStatus.getState().typing).toBe(true)
  await flushAllFields()
  expect(useSaveStatus.getState().typing).toBe(false)
  expect(await readDraft(place)).toBe('a reason')
})

it('drops what became a record, also while it is being written', async () => {
  keepTyped(place, 'a reason')
  void flushAllFields()
  await dropTyped(place)
  expect([keptAt(place), await readDraft(place)]).toEqual([null, null])
})

it('counts as at stake what neither the record nor the disk takes, and shows it all the same', async () => {
  vi.spyOn(currentStore().db.drafts, 'put').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  keepTyped(place, 'too much')
  await flushAllFields()
  expect(fieldsAtStake()).toEqual([{ code: 'store.disk-full' }])
  expect(keptAt(place)).toBe('too much')
  vi.restoreAllMocks()
  await flushAllFields()
  expect([fieldsAtStake(), await readDraft(place)]).toEqual([[], 'too much'])
})

it('forgets the drafts of an inspection whose package was deleted', () => {
  const gone = textAt('0198c000-0000-7000-8000-0000000000f1', 'decision/reason')
  keepTyped(gone, 'a reason')
  keepTyped(place, 'kept')
  forgetDraftsOf('0198c000-0000-7000-8000-0000000000f1')
  expect([keptAt(gone), keptAt(place)]).toEqual([null, 'kept'])
  closeStore()
})

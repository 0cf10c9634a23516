import { Type } from 'typebox'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readDraft, textAt } from '#renderer/db/drafts.ts'
import { newId } from '#renderer/db/new-id.ts'
import { currentStore } from '#renderer/db/store.ts'
import { fieldsAtStake } from '#renderer/ui/autosave.ts'
import { forgetDraftsOf, keptAt, loadDrafts } from '#renderer/ui/kept-drafts.ts'
import { keepLook, writeLooks } from '#renderer/ui/kept-looks.ts'
import { useSaveStatus } from '#renderer/ui/save-status.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

let place = textAt(null, 'look')

beforeEach(async () => {
  await openTestStore()
  await loadDrafts()
  place = textAt(await placeInspection(), 'look')
})
afterEach(() => vi.restoreAllMocks())

it('shows the newest look at once and has it on the disk when the page is asked to leave', async () => {
  keepLook(place, 'first')
  keepLook(place, 'second')
  expect([keptAt(place), await readDraft(place)]).toEqual(['second', null])
  await writeLooks()
  expect(await readDraft(place)).toBe('second')
})

it('writes many moves in a row once', async () => {
  const put = vi.spyOn(currentStore().db.drafts, 'put')
  for (let at = 0; at < 50; at++) keepLook(place, `row ${at}`)
  await writeLooks()
  await writeLooks()
  expect(put).toHaveBeenCalledTimes(1)
})

it('takes a kept look of another shape for none', async () => {
  keepLook(place, 'a look of an earlier app')
  await writeLooks()
  await loadDrafts()
  expect(keptAt({ ...place, shape: Type.Object({ line: Type.String() }) })).toBeNull()
})

it('keeps nothing of an inspection whose package was deleted meanwhile', async () => {
  keepLook(place, 'a look')
  forgetDraftsOf(place.scope ?? '')
  await writeLooks()
  expect(await readDraft(place)).toBeNull()
})

it('is silent where the disk is full, the key is missing or the look too large: nothing typed is at stake', async () => {
  const big = 'x'.repeat(2 ** 21)
  vi.spyOn(currentStore().db.drafts, 'put').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  for (const [at, look] of [place, { ...place, scope: newId() }, textAt(null, 'big')].entries())
    keepLook(look, at === 2 ? big : 'a look')
  await writeLooks()
  expect(fieldsAtStake()).toEqual([])
  expect(useSaveStatus.getState()).toMatchObject({ typing: false, running: 0, failure: null, refused: null })
})

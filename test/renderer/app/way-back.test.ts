import { afterEach, beforeEach, expect, it } from 'vitest'
import type { User } from '#domain/account/account.ts'
import { goTo, goWithin } from '#renderer/app/routes.ts'
import { keepWayBack, WAY, wayBack } from '#renderer/app/way-back.ts'
import { currentStore } from '#renderer/db/store.ts'
import { draftKey } from '#renderer/db/drafts.ts'
import { newId } from '#renderer/db/new-id.ts'
import { loadDrafts } from '#renderer/ui/kept-drafts.ts'
import { writeLooks } from '#renderer/ui/kept-looks.ts'
import { keepSpot, restoreScrolls, spotOf } from '#renderer/ui/kept-scrolls.ts'
import { useSaveStatus } from '#renderer/ui/save-status.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

const inspector: User = { id: newId(), email: 'i@actiris.example', displayName: 'I', role: 'INSPECTOR' }
const supervisor: User = { ...inspector, role: 'SUPERVISOR' }
const FIRST = { screen: 'inspections' }
let inspectionId = ''
let end = (): void => undefined

beforeEach(async () => {
  await openTestStore()
  await loadDrafts()
  inspectionId = await placeInspection()
  end = keepWayBack(inspector)
})
afterEach(() => end())

/** What the next page reads, once this one was asked to leave. */
async function comeBack(): Promise<void> {
  await writeLooks()
  await loadDrafts()
  restoreScrolls()
}
const keepRaw = (value: unknown) => currentStore().db.drafts.put({ key: draftKey(WAY), value })

it('leads back to the tab, the point and the finding of the inspection that was open', async () => {
  goTo({ screen: 'inspection', inspectionId, tab: 'points', pointCode: 'TGT-1' })
  goWithin({ tab: 'findings', findingId: 'f' })
  await comeBack()
  const route = { screen: 'inspection', inspectionId, tab: 'findings', pointCode: 'TGT-1', findingId: 'f' }
  expect(await wayBack(inspector)).toEqual(route)
})

it('leads back to a screen that stands alone, the bin too', async () => {
  goTo({ screen: 'bin' })
  await comeBack()
  expect(await wayBack(inspector)).toEqual({ screen: 'bin' })
})

it('leads to the first screen of the role where nothing was kept', async () => {
  expect(await wayBack(inspector)).toEqual(FIRST)
  expect(await wayBack(supervisor)).toEqual({ screen: 'review' })
})

it('leads to the first screen when the inspection has left this laptop', async () => {
  goTo({ screen: 'inspection', inspectionId: newId(), tab: 'points' })
  await comeBack()
  expect(await wayBack(inspector)).toEqual(FIRST)
})

it('leads nobody else back, and nobody to a screen of another role', async () => {
  goTo({ screen: 'inspection', inspectionId, tab: 'points' })
  await comeBack()
  expect(await wayBack({ ...inspector, id: newId() })).toEqual(FIRST)
  expect(await wayBack(supervisor)).toEqual({ screen: 'review' })
})

it.each([
  ['a tab that is no more', { screen: 'inspection', tab: 'map' }],
  ['no inspection', { screen: 'inspection', inspectionId: 7, tab: 'points' }],
  ['no screen', {}],
  ['no route', null],
])('leads to the first screen from a kept value with %s', async (_, route) => {
  await keepRaw({ userId: inspector.id, route: route && { inspectionId, ...route } })
  await comeBack()
  expect(await wayBack(inspector)).toEqual(FIRST)
})

it('says nothing of it in the footer', async () => {
  goTo({ screen: 'settings' })
  expect(useSaveStatus.getState()).toMatchObject({ typing: false, running: 0 })
  await comeBack()
  expect(useSaveStatus.getState().savedAt).toBeNull()
})

it('has the containers go back to where they were scrolled, on the screen they were left on only', async () => {
  goTo({ screen: 'inspection', inspectionId, tab: 'points' })
  keepSpot('points', { top: 320, left: 0 })
  await comeBack()
  expect(spotOf('points')).toEqual({ top: 320, left: 0 })
  goWithin({ tab: 'report' })
  expect(spotOf('points')).toBeNull()
  await comeBack()
  expect(spotOf('points')).toBeNull()
})

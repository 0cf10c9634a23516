import { expect, test, type Page } from '@playwright/test'
import { chanceFrom } from '#scripts/sample/chance.ts'
import * as step from '#test/e2e/support/steps.ts'
import { openTypingDesk, tortureOnce } from '#test/torture/typing.ts'

test('what is typed is there after ✕, kill -9 and a lock in the middle of it, and the footer never lies', async () => {
  const chance = chanceFrom(11)
  const { app, store } = await openTypingDesk()
  for (const moment of ['close', 'kill', 'lock'] as const) {
    const { faults } = await tortureOnce(app, chance, moment)
    expect(faults, moment).toEqual([])
  }
  await test.step('after a lock and after a kill the app is where it was: screen, tab, listing, filter, order, scroll', async () => {
    await step.tab(app.page, 'Listings').click()
    await lookAround(app.page)
    const look = await lookOf(app.page)
    await step.lock(app.page)
    await step.unlock(app.page)
    await expect(async () => expect(await lookOf(app.page)).toEqual(look)).toPass()
    await app.kill()
    await app.start()
    await step.unlock(app.page)
    await expect(async () => expect(await lookOf(app.page)).toEqual(look)).toPass()
  })
  await app.remove()
  await store.remove()
})

const search = (page: Page) => page.getByLabel('Rechercher dans les lignes')
const dateHeader = (page: Page) => page.getByRole('grid').getByRole('columnheader', { name: 'Date' }).first()

/** Turns to another listing, searches and orders its rows and scrolls down, all by hand. */
async function lookAround(page: Page): Promise<void> {
  await page
    .getByRole('tablist', { name: 'Listings' })
    .getByRole('tab', { name: /^Activités/ })
    .click()
  await search(page).fill('A-')
  await dateHeader(page).getByRole('button').first().click()
  await page.getByRole('grid').hover()
  await page.mouse.wheel(0, 300)
  await expect(async () => expect((await lookOf(page)).scrolled).toBeGreaterThan(100)).toPass()
}

/** What tells where one is in the listings. */
async function lookOf(page: Page) {
  const quick = { timeout: 5_000 }
  return {
    tab: await page.getByRole('tab', { selected: true }).allInnerTexts(),
    search: await search(page).inputValue(quick),
    order: await dateHeader(page).getAttribute('aria-sort', quick),
    scrolled: await page.getByRole('grid').evaluate(({ scrollTop }) => scrollTop, null, quick),
  }
}

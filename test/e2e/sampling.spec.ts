import { expect, test, type Locator } from '@playwright/test'
import type { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import type { CentralStore } from '#test/e2e/support/central-store.ts'
import { openDesk } from '#test/e2e/support/desk.ts'
import { OTHER_AGREEMENT } from '#test/e2e/support/sample.ts'
import { drawSample, onLine, showView } from '#test/e2e/support/sampling-steps.ts'
import * as step from '#test/e2e/support/steps.ts'

let store: CentralStore
let app: App

/** One inspection in work; its participants are what is sampled. */
test.beforeAll(async () => {
  ;({ store, app } = await openDesk(OTHER_AGREEMENT))
  await step.tab(app.page, 'Échantillons').click()
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

const LINES = 6
const lines = (): Locator => app.page.getByRole('grid', { name: 'Lignes de l’échantillon' })
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await app.page.keyboard.press(key)
}
const type = async (text: string): Promise<void> => await app.page.keyboard.type(text)

/** Results of the lines in their order, as the grid shows them. */
const shownResults = async (): Promise<string[]> =>
  await lines().locator('[role=row][id] [role=gridcell]:nth-child(8)').allInnerTexts()

test('a sample is drawn from a listing, checked by keyboard alone and evaluated', async () => {
  const { page } = app
  await drawSample(page, { listing: 'Participants', euros: '1150', size: LINES })
  await expectAccessible(page, 'lines of a sample')

  await test.step('six lines get their results by keys; digits in a text field are text', async () => {
    await lines().focus()
    await press('ArrowDown', 'Enter')
    await onLine(page, 2, LINES)
    await showView(page, 'Lignes')
    await lines().focus()
    await press('Home')
    await showView(page, 'Une ligne à la fois')
    await onLine(page, 1, LINES)
    await press('1', 'Enter')
    await onLine(page, 2, LINES)
    await press('2')
    await expect(page.getByLabel('Cause de l’erreur')).toBeFocused()
    await type('Preuve 123 absente')
    await expectAccessible(page, 'flash mode')
    await press('Control+Enter', '3')
    await expect(page.getByLabel('Montant constaté')).toBeFocused()
    await type('neuf cents')
    await expect(page.getByText(/^Ce texte n’est pas un montant/)).toBeVisible()
    await press('Control+Enter', 'Alt+ArrowUp')
    await expect(page.getByLabel('Montant constaté')).toHaveValue('neuf cents')
    await page.getByLabel('Montant constaté').fill('900')
    await press('Tab')
    await page.getByLabel('Cause de l’erreur').focus()
    await type('Durée trop longue')
    await press('Control+Enter')
    await onLine(page, 4, LINES)
    await press('1', 'Enter', '1', 'Enter', 'u')
    await type('Dossier chez le juge')
    await press('Enter')
    await expect(page.getByText(/^Indisponible depuis le .* : Dossier chez le juge$/)).toBeVisible()
    await step.saved(page)
  })

  await test.step('the list shows them side by side, wrong ones alone when asked', async () => {
    await showView(page, 'Lignes')
    const results = ['Acceptée', 'Refusée', 'Autre montant', 'Acceptée', 'Acceptée', 'Indisponible']
    await expect.poll(shownResults).toEqual(results)
    await expect(lines().getByRole('row').nth(2)).toContainText('Preuve 123 absente')
    await expect(lines().getByRole('row').last()).toContainText(/6\s?900,00.*4\s?350,00.*-2\s?550,00/)
    await page.getByText('En erreur (3)').click()
    await expect(lines().locator('[role=row][id]')).toHaveCount(3)
  })

  await test.step('the evaluation projects them, warns, and applies nothing without clause and notices', async () => {
    await showView(page, 'Évaluation')
    await expect(page.getByText('Erreur significative')).toBeVisible()
    await expect(page.getByText('Projection indicative')).toBeVisible()
    await expect(page.getByText(/Taille de l’échantillon, en lignes\s: 6,/)).toBeVisible()
    await expect(page.getByRole('img', { name: /^Erreur totale estimée : 59\s?500,00/ })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Appliquer la projection' })).toBeDisabled()
    await expectAccessible(page, 'evaluation')
  })
  await app.expectNoProblems()
})

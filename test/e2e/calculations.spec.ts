import { expect, test } from '@playwright/test'
import type { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import type { CentralStore } from '#test/e2e/support/central-store.ts'
import { openDesk } from '#test/e2e/support/desk.ts'
import { OTHER_AGREEMENT } from '#test/e2e/support/sample.ts'
import { drawSample } from '#test/e2e/support/sampling-steps.ts'
import { exportedPaper } from '#test/e2e/support/saved-files.ts'
import * as step from '#test/e2e/support/steps.ts'

let store: CentralStore
let app: App

test.beforeAll(async () => {
  ;({ store, app } = await openDesk(OTHER_AGREEMENT))
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

async function exported(name: string): ReturnType<typeof exportedPaper> {
  const paper = await exportedPaper(app, name)
  await expect(app.page.getByText('Calcul enregistré', { exact: true })).toBeVisible()
  return paper
}

test('samples and settlement leave as workbooks, and stand in the report', async () => {
  const { page } = app
  await step.tab(page, 'Échantillons').click()
  await drawSample(page, { listing: 'Participants', euros: '1150', size: 12 })

  await test.step('the workbook of a sample has its population', async () => {
    await page
      .getByRole('button', { name: /retour|tirage/i })
      .first()
      .click()
    const paper = await exported('échantillon.xlsx')
    expect(paper.get('Méthode')).toBe('Aléatoire simple')
    expect(Number(paper.get('Lignes de la population'))).toBeGreaterThan(12)
    await expectAccessible(page, 'sample with its export')
  })

  await test.step('the workbook of the settlement has the totals of the screen', async () => {
    await step.tab(page, 'Décompte').click()
    const shown = await page.locator('[data-total=accepted] dd').innerText()
    const paper = await exported('décompte.xlsx')
    const cents = Math.round(Number(paper.get('Montant accepté')) * 100)
    expect(cents).toBe(Number(shown.replace(/\D/g, '')))
  })

  await test.step('the report prints both', async () => {
    await step.tab(page, 'Rapport').click()
    await page.getByRole('button', { name: 'Lire le projet' }).click()
    await expect(page.getByRole('dialog')).toContainText('Projet de rapport')
    await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible()
  })
})

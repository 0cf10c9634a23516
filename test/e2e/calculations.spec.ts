import path from 'node:path'
import { expect, test } from '@playwright/test'
import { readWorkbook } from '#domain/table/read-workbook.ts'
import type { TableCell } from '#domain/table/table.ts'
import { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { saveTo } from '#test/e2e/support/import-steps.ts'
import { INSPECTOR, OTHER_AGREEMENT } from '#test/e2e/support/sample.ts'
import { drawSample } from '#test/e2e/support/sampling-steps.ts'
import * as step from '#test/e2e/support/steps.ts'

let store: CentralStore
let app: App

test.beforeAll(async () => {
  store = await CentralStore.create()
  app = await App.create()
  await step.enrol(app.page, store.url, INSPECTOR)
  await step.download(app.page, OTHER_AGREEMENT)
  await step.open(app.page, OTHER_AGREEMENT)
  await step.beginVisit(app.page)
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

/** Saves the calculation that is on the screen and reads it again: what stands beside each label. */
async function exported(name: string): Promise<Map<TableCell | undefined, TableCell | undefined>> {
  const button = app.page.getByRole('button', { name: 'Exporter le calcul (XLSX)' })
  const bytes = await saveTo(app, path.join(path.dirname(app.userData), name), () => button.click())
  await expect(app.page.getByText('Calcul enregistré', { exact: true })).toBeVisible()
  const read = await readWorkbook(bytes)
  if (!read.ok) throw new Error(read.error.code)
  return new Map(read.value.sheets[0]?.rows.map((row) => [row[0], row[1]]))
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

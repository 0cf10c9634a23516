import { expect, test, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { csvFile, type GivenFile } from '#test/e2e/support/import-files.ts'
import { chooseFiles, openImport, readFiles } from '#test/e2e/support/import-steps.ts'
import { AGREEMENT, INSPECTOR } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'

let store: CentralStore
let first: App
let second: App

test.beforeAll(async () => {
  store = await CentralStore.create()
  first = await App.create()
  second = await App.create()
})
test.afterAll(async () => {
  await first.remove()
  await second.remove()
  await store.remove()
})

/** The activities as the office holds them, the header first. */
function officeRows(): string[][] {
  const file = path.join(store.folder, 'network', 'conventions', AGREEMENT, 'activities.csv')
  const text = readFileSync(file, 'utf8').replace('\ufeff', '')
  return text
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))
}

/** The same with another capacity in the first row, and without the last. */
function changedActivities(): GivenFile {
  const rows = officeRows().slice(0, -1)
  const capacity = rows[0]?.indexOf('Capacité') ?? -1
  return csvFile(
    'activités 2.csv',
    rows.map((row, at) => (at === 1 ? row.with(capacity, '99') : row)),
  )
}

async function importInto(page: Page, file: GivenFile): Promise<Locator> {
  await step.tab(page, 'Listings').click()
  const dialog = await openImport(page)
  await chooseFiles(page, dialog, [file])
  await readFiles(dialog)
  return dialog
}

const activities = (page: Page): Locator =>
  page.getByRole('tablist', { name: 'Listings' }).getByRole('tab', { name: /^Activités/ })

test('an import is seen before it is taken, and is on another laptop what it is here', async () => {
  const { page } = first
  await test.step('a finding cites a row that the import changes', async () => {
    await step.enrol(page, store.url, INSPECTOR)
    await step.download(page, AGREEMENT)
    await step.open(page, AGREEMENT)
    await step.beginVisit(page)
    await step.tab(page, 'Listings').click()
    await activities(page).click()
    const [, [id = ''] = []] = officeRows()
    await page.getByRole('grid').getByRole('row').filter({ hasText: id }).getByText(id).first().click()
    const detail = page.getByRole('complementary', { name: 'Détail de la ligne' })
    await detail.getByRole('button', { name: 'Créer un constat' }).first().click()
    await step.field(page, 'Intitulé').fill('Capacité de la salle')
    await page.keyboard.press('Tab')
    await step.saved(page)
  })

  await test.step('the difference shows fields side by side and what findings cite; nothing changed yet', async () => {
    const dialog = await importInto(page, changedActivities())
    await dialog.getByRole('button', { name: 'Voir la différence' }).click()
    await expect(dialog.getByRole('heading', { name: /^Version 2 comparée à la version 1/ })).toBeVisible()
    const changed = dialog.getByRole('group', { name: 'Modifiées' })
    await expect(changed.getByRole('row').last()).toContainText('99')
    await expect(changed).toContainText('Citée par C-01')
    await expectAccessible(page, 'difference of an import')
    await dialog.getByText('Supprimées (1)').click()
    await expect(dialog.getByRole('group', { name: 'Supprimées' }).getByRole('row')).toHaveCount(2)
    await dialog.getByRole('button', { name: 'Garder la version utilisée' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(activities(page)).toContainText(String(officeRows().length - 1))
    await expect(page.getByRole('region', { name: 'Version en attente' })).toHaveCount(0)
  })

  await test.step('what waits is found again, and taken', async () => {
    await step.tab(page, 'Points').click()
    await page.getByRole('button', { name: 'Version 1 du dossier' }).click()
    const dialog = page.getByRole('dialog', { name: 'Versions du dossier' })
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Version 2' })).toContainText(
      'En attente de décision',
    )
    await expectAccessible(page, 'versions')
    await dialog.getByRole('button', { name: 'Voir les différences de la version 2' }).click()
    await dialog.getByRole('button', { name: 'Utiliser la version 2' }).click()
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Version 2' })).toContainText(
      'En cours d’utilisation',
    )
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await step.tab(page, 'Listings').click()
    await expect(activities(page)).toContainText(String(officeRows().length - 2))
    await step.syncToApplied(page)
  })

  await test.step('another laptop has the same rows', async () => {
    const other = second.page
    await step.enrol(other, store.url, INSPECTOR)
    const line = step.lineOf(other, AGREEMENT)
    await line.getByRole('button', { name: /^Télécharger/ }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Reprendre ici' }).click()
    await expect(line.getByRole('button', { name: /^Télécharger|Arrêter/ })).toHaveCount(0)
    await step.open(other, AGREEMENT)
    await expect(other.getByRole('button', { name: 'Version 2 du dossier' })).toBeVisible()
    await step.tab(other, 'Listings').click()
    await expect(activities(other)).toContainText(String(officeRows().length - 2))
  })
  await first.expectNoProblems()
  await second.expectNoProblems()
})

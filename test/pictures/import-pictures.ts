import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CentralStore } from '#test/e2e/support/central-store.ts'
import { csvFile } from '#test/e2e/support/import-files.ts'
import { chooseFiles, openImport, readFiles } from '#test/e2e/support/import-steps.ts'
import * as step from '#test/e2e/support/steps.ts'
import { shoot } from '#test/pictures/shoot.ts'

/** What a partner's own program calls some columns of the office. */
const OWN_HEADERS: Readonly<Record<string, string>> = {
  'N° activité': 'Code séance',
  Capacité: 'Places',
  Inscrits: 'Attendus',
  Présents: 'Venus',
}

/** The activities of a convention as the office holds them, the header first. */
function officeRows(store: CentralStore, agreementNo: string): string[][] {
  const file = path.join(store.folder, 'network', 'conventions', agreementNo, 'activities.csv')
  const text = readFileSync(file, 'utf8').replace('\ufeff', '')
  return text
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))
}

/** The same with another number of places in a few rows, and without the last two. */
function correctedRows(rows: readonly string[][]): string[][] {
  const places = rows[0]?.indexOf('Capacité') ?? -1
  return rows.slice(0, -2).map((row, at) => (at % 9 === 1 ? row.with(places, '18') : row))
}

/** The columns settled by hand, and what a new version would change; nothing is taken into work. */
export async function takeImportPictures(
  page: Page,
  store: CentralStore,
  agreementNo: string,
): Promise<void> {
  await step.tab(page, 'Listings').click()
  const rows = officeRows(store, agreementNo)
  const [header = []] = rows
  const own = [header.map((name) => OWN_HEADERS[name] ?? name), ...rows.slice(1)]
  const dialog = await openImport(page)
  await chooseFiles(page, dialog, [csvFile('séances du partenaire.csv', own)])
  await dialog.getByRole('button', { name: 'Attribuer les colonnes' }).click()
  await dialog.getByRole('table').waitFor()
  await shoot(page, 'mapping')
  await dialog.getByRole('button', { name: 'Retour aux fichiers' }).click()
  await dialog.getByRole('button', { name: 'Retirer séances du partenaire.csv' }).click()
  await chooseFiles(page, dialog, [csvFile('activités corrigées.csv', correctedRows(rows))])
  await readFiles(dialog)
  await dialog.getByRole('button', { name: 'Voir la différence' }).click()
  await expect(dialog.getByRole('button', { name: /^Utiliser la version/ })).toBeEnabled()
  await shoot(page, 'difference')
  await dialog.getByRole('button', { name: 'Garder la version utilisée' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Suspicious rows with the detail of one, the indicators counted from the rows, and who the participants are. */
export async function takeListingPictures(page: Page): Promise<void> {
  await step.tab(page, 'Listings').click()
  await page.getByRole('tab', { name: /^Participants/ }).click()
  const grid = page.getByRole('grid')
  await page.getByRole('switch', { name: 'Suspectes seulement' }).check()
  await grid.getByRole('row').nth(2).getByRole('gridcell').nth(2).click()
  await page.getByRole('complementary', { name: 'Détail de la ligne' }).waitFor()
  await shoot(page, 'listing')
  await step.tab(page, 'Profil').click()
  await page.getByRole('table', { name: 'Sexe' }).waitFor()
  await shoot(page, 'indicators')
  await page
    .getByRole('heading', { name: 'Profil des participants à l’entrée' })
    .evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
  await shoot(page, 'profile')
}

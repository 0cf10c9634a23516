import { expect, test, type Locator, type Page } from '@playwright/test'
import path from 'node:path'
import { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import {
  conventionWorkbook,
  csvFile,
  officeFile,
  sampleRows,
  workbookFile,
} from '#test/e2e/support/import-files.ts'
import {
  cardOf,
  chooseFiles,
  openImport,
  readFiles,
  resultOf,
  takeVersion,
} from '#test/e2e/support/import-steps.ts'
import { AGREEMENT, FOREIGN_AGREEMENT, INSPECTOR } from '#test/e2e/support/sample.ts'
import { saveTo } from '#test/e2e/support/saved-files.ts'
import * as step from '#test/e2e/support/steps.ts'

/** How a partner calls what the attendance listing holds, in its order. */
const OWN_HEADERS = [
  ...['Feuille', 'Personne suivie', 'Venu', 'Arrivée', 'Départ'],
  ...['Paraphe personne', 'Paraphe animateur', 'Excuse', 'Remarque interne'],
]
/** What each of those is given by hand; the last is left out. */
const SETTLED: Readonly<Record<string, string>> = {
  Feuille: 'activityId',
  'Personne suivie': 'participationId',
  Venu: 'present',
  'Paraphe personne': 'participantSignature',
  'Paraphe animateur': 'trainerSignature',
}

let store: CentralStore
let app: App

/** A laptop that was enrolled and never sees the network again; it downloaded nothing. */
test.beforeAll(async () => {
  store = await CentralStore.create([FOREIGN_AGREEMENT])
  app = await App.create()
  await step.enrol(app.page, store.url, INSPECTOR)
  await store.stop()
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

const picker = (page: Page): Locator => page.getByRole('tablist', { name: 'Listings' })
const ownAttendance = (): string[][] => [OWN_HEADERS, ...sampleRows('attendance').slice(1)]

test('without a network, files become an inspection; rejected rows are corrected, a suspicious one is found', async () => {
  await test.step('a convention workbook and four listings are known by what they hold', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Nouveau paquet…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nouveau paquet à partir de fichiers' })
    await chooseFiles(page, dialog, [
      officeFile('participants'),
      csvFile('activités.csv', sampleRows('activities')),
      await workbookFile('références.xlsx', sampleRows('references')),
      csvFile('feuilles.csv', ownAttendance()),
      { name: 'scan.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7\n') },
    ])
    await expect(cardOf(dialog, 'participants.csv')).toContainText('Participants')
    await expect(cardOf(dialog, 'participants.csv')).toContainText('Codage windows-1252, séparateur « ; »')
    await expect(cardOf(dialog, 'activités.csv')).toContainText('Codage utf-8')
    await expect(cardOf(dialog, 'références.xlsx')).toContainText('feuille « Listing »')
    await expect(cardOf(dialog, 'scan.csv').getByRole('alert')).toContainText('scan.csv est un PDF')
    const read = dialog.getByRole('button', { name: /^Lire et contrôler/ })
    await expect(read).toBeDisabled()
    await expectAccessible(page, 'files of an import')
    await dialog.getByRole('button', { name: 'Retirer scan.csv' }).click()
    await expect(dialog.getByText('Il manque la convention')).toBeVisible()
    await chooseFiles(page, dialog, [await conventionWorkbook()])
    await expect(cardOf(dialog, 'convention.xlsx')).toContainText('ARAE-2025-014')
    await settleColumns(page, dialog)
    await readFiles(dialog)
  })

  await test.step('what is rejected and suspicious is shown before the inspection is made', async () => {
    const { page } = app
    const dialog = page.getByRole('dialog', { name: 'Nouveau paquet à partir de fichiers' })
    await expect(resultOf(dialog, 'Participants').locator('dd')).toHaveText(['7', '6', '1', '0', '6'])
    await expect(resultOf(dialog, 'Participants')).toContainText('La ligne a 24 colonnes au lieu de 25.')
    await expect(resultOf(dialog, 'Présences').locator('dd')).toHaveText(['3', '3', '0', '0', '1'])
    await expect(dialog).not.toContainText(/CHARLIE|Zoé|71\.06\.25/)
    await expectAccessible(page, 'result of an import')
    await dialog.getByRole('button', { name: 'Créer l’inspection' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Inspection du/ })).toBeVisible()
    await step.beginVisit(page)
  })

  await test.step('the rejected row goes out with its reason, is corrected, and is added to its listing', async () => {
    const { page } = app
    await step.tab(page, 'Listings').click()
    await picker(page)
      .getByRole('tab', { name: /^Participants/ })
      .click()
    const dialog = await importCorrected(page, await exportRejected(page))
    await expect(resultOf(dialog, 'Participants')).toContainText('Ajoutées : 1.')
    await expect(resultOf(dialog, 'Participants').locator('dd').first()).toHaveText('7')
    await takeVersion(dialog, () => expectAccessible(page, 'difference of an import'))
    await expect(picker(page).getByRole('tab', { name: /^Participants/ })).toHaveText(/7\s*7 suspectes$/)
  })

  await test.step('a suspicious row is opened, and what its rule says becomes a finding', async () => {
    const { page } = app
    const grid = page.getByRole('grid', { name: 'Participants' })
    await grid.getByRole('row').filter({ hasText: 'P-0004' }).getByText('P-0004').first().click()
    const detail = page.getByRole('complementary', { name: 'Détail de la ligne' })
    const mark = detail.getByRole('listitem').filter({ hasText: 'Domicile hors de la Région' })
    await mark.getByRole('button', { name: 'Créer un constat' }).click()
    await expect(page.getByText(/Participants, ligne 5/).first()).toBeVisible()
    await step.field(page, 'Intitulé').fill('Domicile hors de la Région')
    await page.keyboard.press('Tab')
    await step.saved(page)
  })

  await test.step('after a restart all of it is there, and the partner’s columns are known', async () => {
    await app.close()
    const page = await app.start()
    await step.unlock(page)
    await step.open(page, AGREEMENT)
    await step.tab(page, 'Constats').click()
    await expect(step.field(page, 'Intitulé')).toHaveValue('Domicile hors de la Région')
    await step.tab(page, 'Listings').click()
    await expect(picker(page).getByRole('tab', { name: /^Participants/ })).toHaveText(/7\s*7 suspectes$/)
    const dialog = await openImport(page)
    await chooseFiles(page, dialog, [csvFile('feuilles 2.csv', ownAttendance())])
    await expect(cardOf(dialog, 'feuilles 2.csv')).toContainText(/Présences.*7 colonnes reconnues/)
    await dialog.getByRole('button', { name: 'Annuler' }).click()
  })

  await app.expectNoProblems()
})

/** Gives every header of the attendance file its column by hand. */
async function settleColumns(page: Page, dialog: Locator): Promise<void> {
  await expect(cardOf(dialog, 'feuilles.csv')).toContainText('Listing à choisir')
  await dialog.getByRole('button', { name: 'Attribuer les colonnes' }).click()
  await dialog.getByLabel('Ce fichier est le listing').selectOption('attendance')
  await expect(dialog.getByRole('alert')).toContainText('N° activité, N° participation, Présent')
  const preview = dialog.getByRole('table')
  await expect(preview.getByRole('row')).toHaveCount(4)
  for (const [header, column] of Object.entries(SETTLED)) {
    await dialog.getByLabel(header, { exact: true }).selectOption(column)
  }
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await expectAccessible(page, 'columns of an import')
  await dialog.getByRole('button', { name: 'Laisser de côté les 2 autres' }).click()
  await dialog.getByRole('button', { name: 'Retour aux fichiers' }).click()
  await expect(cardOf(dialog, 'feuilles.csv')).toContainText('7 colonnes reconnues')
}

/** Takes the rejected rows out, which is asked about first; gives the file. */
async function exportRejected(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: '1 ligne rejetée' }).click()
  await page.getByRole('button', { name: 'Exporter pour correction…' }).click()
  const asked = page.getByRole('dialog', { name: 'Exporter les lignes rejetées' })
  await expect(asked).toContainText('ce qui désigne des personnes')
  await expectAccessible(page, 'export of rejected rows')
  const bytes = await saveTo(app, path.join(path.dirname(app.userData), 'rejetées.csv'), () =>
    asked.getByRole('button', { name: 'Fichier CSV' }).click(),
  )
  await expect(asked).toHaveCount(0)
  return bytes
}

/** Puts the cell in that the row lacks, in what the app wrote, and imports it as it is proposed. */
async function importCorrected(page: Page, exported: Buffer): Promise<Locator> {
  const text = exported.toString('utf8')
  expect(text).toMatch(/^\ufeffConstat · ligne;Constat · colonne;Constat · motif;participationId;/)
  expect(text).toMatch(
    /\r\n4;;"La ligne a 24 colonnes au lieu de 25\. .*";P-0003;ARAE-2025-014;71\.06\.25-998\.76;/,
  )
  const corrected = text.replace('ARAE-2025-014;71', 'ARAE-2025-014;5550003;71')
  const dialog = await openImport(page)
  const file = { name: 'rejetées.csv', mimeType: 'text/csv', buffer: Buffer.from(corrected) }
  await chooseFiles(page, dialog, [file])
  await expect(dialog.getByRole('radio', { name: 'Ajouter au listing' })).toBeChecked()
  await readFiles(dialog)
  return dialog
}

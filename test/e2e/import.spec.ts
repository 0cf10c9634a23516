import { expect, test, type Locator, type Page } from '@playwright/test'
import type { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import type { CentralStore } from '#test/e2e/support/central-store.ts'
import { openDesk } from '#test/e2e/support/desk.ts'
import { officeFile, sampleRows } from '#test/e2e/support/import-files.ts'
import {
  cardOf,
  chooseFiles,
  openImport,
  readFiles,
  resultOf,
  takeVersion,
} from '#test/e2e/support/import-steps.ts'
import { AGREEMENT } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'

const SAMPLE = (
  ['activities', 'participants', 'attendance', 'counsellors', 'references', 'documents'] as const
).map(officeFile)

/** What the sample rows hold: read, accepted, rejected, with a warning, suspicious; and the rules they break. */
const EXPECTED: Readonly<Record<string, { counts: readonly number[]; rules: readonly string[] }>> = {
  Activités: {
    counts: [3, 3, 0, 0, 2],
    rules: [
      '1 L’agent … mène au même moment l’activité ….',
      '1 Activité un jour férié (…) sans motif.',
      '1 L’agent … n’est pas sous contrat le ….',
    ],
  },
  Participants: {
    counts: [7, 6, 1, 0, 6],
    rules: [
      '6 … h déclarées ; … h de présence signée.',
      '1 Convention individuelle signée le …, … jours après le début (…).',
      '1 Domicile hors de la Région de Bruxelles-Capitale à l’entrée (…).',
      '1 Même personne que …, sur une période commune.',
      '1 Statut à l’entrée : …, et non chercheur d’emploi inoccupé.',
    ],
  },
  Présences: {
    counts: [3, 3, 0, 0, 1],
    rules: [
      '1 Présence sans les deux signatures : l’unité n’est pas prouvée.',
      '1 Présence le …, avant l’entrée ou après la sortie du participant.',
    ],
  },
  Conseillers: {
    counts: [2, 2, 0, 0, 2],
    rules: [
      '1 … ETP financés au total pour un contrat de … ETP : double financement à vérifier.',
      '1 … activités ou entrées encodées sous un identifiant sans accès au RPE.',
    ],
  },
  Références: { counts: [7, 7, 0, 0, 0], rules: [] },
  'Pièces justificatives': { counts: [2, 2, 0, 0, 0], rules: [] },
}

let store: CentralStore
let app: App

/** One inspection in work on a laptop without a network: the central store is gone after the download. */
test.beforeAll(async () => {
  ;({ store, app } = await openDesk(AGREEMENT, { whenHere: (desk) => desk.store.stop() }))
  await step.tab(app.page, 'Listings').click()
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

const listings = (page: Page): Locator => page.getByRole('tablist', { name: 'Listings' })

test('a file that is no listing is refused in words, and changes nothing', async () => {
  const { page } = app
  const before = await listings(page).innerText()
  const content: Readonly<Record<string, readonly [Buffer, RegExp]>> = {
    'scan.csv': [Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), /scan\.csv est un PDF.*Rien n’a été importé/],
    'vide.csv': [Buffer.alloc(0), /vide\.csv est vide\. Rien n’a été importé/],
    'nuls.csv': [Buffer.from('code;kind\0\0'), /nuls\.csv contient des octets nuls/],
    'abîmé.xlsx': [Buffer.from('PK\u0003\u0004 rien'), /abîmé\.xlsx/],
  }
  const dialog = await openImport(page)
  const read = dialog.getByRole('button', { name: /^Lire et contrôler/ })
  for (const [name, [buffer, message]] of Object.entries(content)) {
    await chooseFiles(page, dialog, [{ name, mimeType: 'text/csv', buffer }])
    await expect(cardOf(dialog, name).getByRole('alert')).toContainText(message)
    await expect(read).toBeDisabled()
  }
  await expectAccessible(page, 'bad files of an import')

  // A good file beside bad ones is not taken in by half: it goes on only once they are removed.
  const references = officeFile('references')
  await chooseFiles(page, dialog, [references])
  await expect(cardOf(dialog, 'references.csv')).toContainText('colonnes reconnues')
  await expect(read).toBeDisabled()
  for (const name of Object.keys(content)) {
    await expect(dialog.getByText('Un fichier ne peut pas être lu.')).toBeVisible()
    await dialog.getByRole('button', { name: `Retirer ${name}` }).click()
  }
  await expect(read).toBeEnabled()

  // A header that nobody knows is not left to silence, and one listing does not come from two files.
  const colours = Buffer.from('couleur;taille\r\nbleu;42\r\n')
  await chooseFiles(page, dialog, [{ name: 'couleurs.csv', mimeType: 'text/csv', buffer: colours }])
  await expect(cardOf(dialog, 'couleurs.csv')).toContainText('Listing à choisir')
  await expect(read).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Retirer couleurs.csv' }).click()
  await chooseFiles(page, dialog, [{ ...references, name: 'encore.csv' }])
  await expect(cardOf(dialog, 'encore.csv')).toContainText(
    'Un autre fichier choisi contient le même listing.',
  )
  await expect(read).toBeDisabled()
  await dialog.getByRole('button', { name: 'Annuler' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await listings(page).innerText()).toBe(before)
})

test('an import that is stopped, before it is read, after, or at the difference, leaves nothing behind', async () => {
  const { page } = app
  const before = await listings(page).innerText()
  const dialog = await openImport(page)
  await chooseFiles(page, dialog, SAMPLE)
  await readFiles(dialog)
  await dialog.getByRole('button', { name: 'Retour aux fichiers' }).click()
  await expect(cardOf(dialog, 'participants.csv')).toContainText('25 colonnes reconnues')
  await readFiles(dialog)
  await dialog.getByRole('button', { name: 'Annuler' }).click()
  await expect(dialog).toHaveCount(0)

  const again = await openImport(page)
  await chooseFiles(page, again, SAMPLE)
  await readFiles(again)
  await again.getByRole('button', { name: 'Voir la différence' }).click()
  await again.getByRole('button', { name: 'Écarter cet import' }).click()
  await expect(again).toHaveCount(0)
  expect(await listings(page).innerText()).toBe(before)
})

test('sample rows from windows-1252 files show what is rejected and suspicious, and become a finding', async () => {
  await test.step('the dialog says what each file holds, and which row it refuses', async () => {
    const dialog = await openImport(app.page)
    await chooseFiles(app.page, dialog, SAMPLE)
    await readFiles(dialog)
    for (const [listing, { counts, rules }] of Object.entries(EXPECTED)) {
      const file = resultOf(dialog, listing)
      await expect(file.locator('dd')).toHaveText(counts.map(String))
      const said = await file.locator('ul > li').allInnerTexts()
      expect(said.map((text) => text.replace(/\s*Constat suggéré\s*/, ' '))).toEqual(rules)
    }
    const participants = resultOf(dialog, 'Participants')
    await expect(participants).toContainText('Codage windows-1252, séparateur « ; »')
    await expect(participants.getByRole('row')).toHaveText([
      /LigneColonneMotif/,
      /^4–La ligne a 24 colonnes au lieu de 25\. /,
    ])
    expect(sampleRows('participants')[3]?.[0]).toBe('P-0003')
    await expect(dialog).not.toContainText(/CHARLIE|Zoé|71\.06\.25/)
    await takeVersion(dialog)
  })

  await test.step('the table shows only what is suspicious, with the sentence of its rule', async () => {
    const { page } = app
    const participants = listings(page).getByRole('tab', { name: /^Participants/ })
    await expect(participants).toHaveText(/6\s*6 suspectes\s*1 rejetée/)
    await listings(page)
      .getByRole('tab', { name: /^Activités/ })
      .click()
    await page.getByRole('switch', { name: 'Suspectes seulement' }).check()
    await expect(page.getByText('2 sur 3 lignes')).toBeVisible()
    const grid = page.getByRole('grid', { name: 'Activités' })
    await expect(grid.getByRole('gridcell', { name: 'A-0101', exact: true })).toHaveCount(0)
    await expect(grid.getByRole('row').filter({ hasText: 'A-0102' })).toContainText(
      'L’agent R-01 mène au même moment l’activité A-0101.',
    )
    await expect(grid.getByRole('row').filter({ hasText: 'A-0103' })).toContainText('Suspecte')
  })

  await test.step('a row is opened, and what its rule says becomes a finding', async () => {
    const { page } = app
    await listings(page)
      .getByRole('tab', { name: /^Participants/ })
      .click()
    const row = page
      .getByRole('grid', { name: 'Participants' })
      .getByRole('row')
      .filter({ hasText: 'P-0004' })
    await row.getByText('P-0004').first().click()
    const detail = page.getByRole('complementary', { name: 'Détail de la ligne' })
    const mark = detail.getByRole('listitem').filter({ hasText: 'Domicile hors de la Région' })
    await mark.getByRole('button', { name: 'Créer un constat' }).click()
    await expect(page.getByText(/Participants, ligne 5/).first()).toBeVisible()
    await step.field(page, 'Intitulé').fill('Domicile hors de la Région')
    await page.keyboard.press('Tab')
    await step.saved(page)
  })

  await test.step('after a restart without a network, the rows and the finding are there', async () => {
    await app.close()
    const page = await app.start()
    await step.unlock(page)
    await step.open(page, AGREEMENT)
    await step.tab(page, 'Constats').click()
    await expect(step.field(page, 'Intitulé')).toHaveValue('Domicile hors de la Région')
    await expect(page.getByText(/Participants, ligne 5/).first()).toBeVisible()
    await step.tab(page, 'Listings').click()
    await expect(listings(page).getByRole('tab', { name: /^Participants/ })).toHaveText(/6 suspectes/)
  })

  await app.expectNoProblems()
})

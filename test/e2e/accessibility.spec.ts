import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { openImport } from '#test/e2e/support/import-steps.ts'
import { AGREEMENT, INSPECTOR, PASSPHRASE, SUPERVISOR } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures')
const REASON = 'Le montant du constat 1 ne correspond pas aux lignes citées.'

test.describe.configure({ mode: 'serial' })

let store: CentralStore
let inspector: App
let supervisor: App

test.beforeAll(async () => {
  store = await CentralStore.create()
  inspector = await App.create()
  supervisor = await App.create()
})
test.afterAll(async () => {
  await inspector.remove()
  await supervisor.remove()
  await store.remove()
})

const dialog = (page: Page) => page.getByRole('dialog')

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
}

/** Looks at tabs of the open inspection, one after the other. */
async function lookAtTabs(page: Page, names: readonly string[], of: string): Promise<void> {
  for (const name of names) {
    await step.tab(page, name).click()
    await expect(page.getByRole('tabpanel', { name })).toBeVisible()
    await expectAccessible(page, `${of}: ${name}`)
  }
}

test('the way in: sign-in, passphrase, unlock', async () => {
  const { page } = inspector
  await expect(page.getByLabel('Adresse du serveur')).toBeVisible()
  await expectAccessible(page, 'sign-in')
  await page.getByLabel('Adresse du serveur').fill(store.url)
  await page.getByLabel('Adresse e-mail').fill(INSPECTOR.email)
  await step.field(page, 'Mot de passe').fill('faux')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page, 'sign-in refused')
  await step.field(page, 'Mot de passe').fill(INSPECTOR.password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await step.field(page, 'Phrase de passe').fill('court')
  await expectAccessible(page, 'passphrase')
  await step.field(page, 'Phrase de passe').fill(PASSPHRASE)
  await page.getByLabel('Répéter la phrase de passe').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Protéger cet ordinateur' }).click()
  await expect(page.getByRole('navigation', { name: 'Navigation' })).toBeVisible()
  await step.lock(page)
  await expectAccessible(page, 'unlock')
  await step.unlock(page)
})

test('the frame: lists with and without content, settings, palette, keys, dialogs', async () => {
  const { page } = inspector
  await expect(step.lineOf(page, AGREEMENT)).toBeVisible()
  await expectAccessible(page, 'my inspections')
  await page
    .getByRole('textbox', { name: 'Filtrer la liste' })
    .or(page.getByRole('searchbox'))
    .first()
    .fill('zzz')
  await expect(page.getByText('Aucune inspection ne correspond')).toBeVisible()
  await expectAccessible(page, 'my inspections, nothing found')
  for (const screen of ['Renvoyées', 'Paquets', 'À synchroniser', 'Vérifier un PDF', 'Réglages']) {
    await step.goTo(page, screen)
    await expectAccessible(page, `${screen}, at first`)
  }
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('combobox')).toBeFocused()
  await expectAccessible(page, 'command palette')
  await closeDialog(page)
  await page.locator('#screen').focus()
  await page.keyboard.press('Shift+?')
  await expect(dialog(page)).toBeVisible()
  await expectAccessible(page, 'key list')
  await closeDialog(page)
  await page.getByRole('button', { name: /menu de/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(page, 'user menu')
  await page.getByRole('menuitem', { name: 'Se reconnecter au serveur' }).click()
  await expect(dialog(page)).toBeVisible()
  await expectAccessible(page, 'sign in again')
  await closeDialog(page)
})

test('the work: every tab of an inspection, the import, a finding with evidence', async () => {
  const { page } = inspector
  await step.goTo(page, 'Mes inspections')
  await step.download(page, AGREEMENT)
  await step.open(page, AGREEMENT)
  await step.beginVisit(page)
  await lookAtTabs(
    page,
    ['Points', 'Constats', 'Pièces', 'Convention', 'Rapport', 'Activité'],
    'empty inspection',
  )
  await step.tab(page, 'Listings').click()
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible()
  await expectAccessible(page, 'listings')
  await page
    .getByRole('button', { name: /^Filtrer : / })
    .first()
    .click()
  await expect(dialog(page)).toBeVisible()
  await expectAccessible(page, 'column filter')
  await closeDialog(page)
  await expect(page.getByRole('grid')).toBeFocused()
  await page.getByRole('grid').getByRole('row').nth(2).getByRole('gridcell').nth(2).click()
  await expect(page.getByRole('complementary', { name: 'Détail de la ligne' })).toBeVisible()
  await expectAccessible(page, 'row detail')
  await openImport(page)
  await expectAccessible(page, 'import')
  await closeDialog(page)
  await page.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').check()
  await page.getByRole('button', { name: /^Créer un constat de 1 ligne/ }).click()
  await step.fill(page, {
    Intitulé: 'Feuilles sans signature',
    Critère: 'Article 4.3 de la convention.',
    'Situation constatée': 'Deux séances sur trois.',
    Cause: 'Le modèle de feuille.',
    Conséquence: 'Les heures ne sont pas prouvées.',
    Recommandation: 'Utiliser le modèle annexé.',
  })
  await page.getByText('Élevée', { exact: true }).click()
  await step.choose(page, 'Nature de l’erreur', 'Erreur systémique')
  await step.choose(page, 'Point de contrôle', /^ACT-2/)
  await page.locator('input[type=file]').first().setInputFiles(path.join(FIXTURES, 'evidence/photo.jpg'))
  await step.fill(page, { Légende: 'Feuille du 17 mars' })
  await lookAtTabs(page, ['Constats', 'Pièces'], 'inspection in work')
})

test('the end of the work: the grid, the reader, the steps of signing', async () => {
  const { page } = inspector
  await step.tab(page, 'Points').click()
  await step.answerPoints(page, '1'.repeat(13) + '2' + '1'.repeat(44))
  await expectAccessible(page, 'answered points')
  await step.tab(page, 'Décompte').click()
  // the finding cites a row of another listing than the one that is settled
  await step.choose(page, 'Effet du constat C-01', 'Rejeter les lignes citées')
  await step.tab(page, 'Constats').click()
  await step.fill(page, { Intitulé: 'Feuilles 👍' })
  await step.conclude(page, {
    Lieu: 'Siège',
    'Personnes rencontrées': 'La directrice.',
    Synthèse: 'Bien.',
    Conclusion: 'Solder, 東.',
  })
  await expect(page.getByRole('button', { name: 'Faire signer et signer' })).toBeDisabled()
  await expectAccessible(page, 'report: signs that no font has')
  await page.getByRole('button', { name: /^C-01 · Intitulé · 👍 \(U\+1F44D\)/ }).click()
  await step.fill(page, { Intitulé: 'Feuilles sans signature' })
  await step.tab(page, 'Rapport').click()
  await page.getByRole('button', { name: 'Lire le projet' }).click()
  await expect(dialog(page).getByText(/Page 1 sur/)).toBeVisible()
  await expectAccessible(page, 'PDF reader')
  await closeDialog(page)
  await step.signReport(
    page,
    (name) => expectAccessible(page, `signing: ${name}`),
    () => signAllTheSame(page),
  )
  await expectAccessible(page, 'signed, to hand in')
  await step.handIn(page)
  await expectAccessible(page, 'signed report')
  await step.syncToApplied(page)
  await lookAtTabs(page, ['Activité'], 'signed inspection')
  for (const screen of ['À synchroniser', 'Paquets']) {
    await step.goTo(page, screen)
    await expectAccessible(page, `${screen}, with work`)
  }
  await inspector.expectNoProblems()
})

/** The question names the effect that cuts nothing; the way back has the focus, and leads back. */
async function signAllTheSame(page: Page): Promise<void> {
  const asked = page.getByRole('dialog', { name: /Signer quand même/ })
  await expect(asked).toContainText('son effet sur le décompte ne retire rien')
  await expect(asked.getByRole('button', { name: 'Annuler' })).toBeFocused()
  await expectAccessible(page, 'signing: asked first')
  await page.keyboard.press('Escape')
  await expect(asked).toHaveCount(0)
  await page.getByRole('button', { name: 'Signer le rapport' }).click()
  await asked.getByRole('button', { name: 'Signer quand même' }).click()
}

test('the review: the queue, the file, the decision; and the file that comes back', async () => {
  const { page } = supervisor
  await step.enrol(page, store.url, SUPERVISOR)
  await step.goTo(page, 'À valider')
  await step.download(page, AGREEMENT)
  await expectAccessible(page, 'review queue')
  await step.open(page, AGREEMENT)
  const all = ['Points', 'Listings', 'Constats', 'Pièces', 'Convention', 'Rapport', 'Activité']
  await lookAtTabs(page, all, 'file under review')
  await page.getByRole('button', { name: 'Décider' }).click()
  await dialog(page).getByText('Renvoyer pour correction', { exact: true }).click()
  await dialog(page).getByLabel('Motif du renvoi').fill('Court')
  await expectAccessible(page, 'decision')
  await dialog(page).getByLabel('Motif du renvoi').fill(REASON)
  await dialog(page).getByRole('button', { name: 'Renvoyer le rapport' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await step.syncToApplied(page)
  await expectAccessible(page, 'decided file')
  for (const screen of ['Closes', 'Renvoyées']) {
    await step.goTo(page, screen)
    await expectAccessible(page, `${screen}, of a supervisor`)
  }
  await step.syncToApplied(inspector.page)
  await step.goTo(inspector.page, 'Renvoyées')
  await expect(step.lineOf(inspector.page, AGREEMENT)).toContainText(REASON)
  await expectAccessible(inspector.page, 'returned')
  await step.open(inspector.page, AGREEMENT)
  await expectAccessible(inspector.page, 'returned inspection')
  await supervisor.expectNoProblems()
})

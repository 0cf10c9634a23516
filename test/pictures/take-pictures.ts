import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { AGREEMENT, INSPECTOR, OTHER_AGREEMENT, SUPERVISOR } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'
import { takeImportPictures, takeListingPictures } from '#test/pictures/import-pictures.ts'
import { takeNumberPictures, takeSettlementPicture } from '#test/pictures/number-pictures.ts'
import { FOLDER, shoot } from '#test/pictures/shoot.ts'

/** Takes the pictures of README and docs from the real window, on the sample network. */

const PHOTO = path.resolve(import.meta.dirname, '../fixtures/evidence/photo.jpg')
/** Conventions with planted anomalies, so that the pictures show marks. */
const AGREEMENTS = [AGREEMENT, OTHER_AGREEMENT, 'CDM-2025-001', 'ML-2025-003']
const FINDING = {
  Critère: 'Article 4.1 : la convention individuelle est signée avant la première activité.',
  'Situation constatée':
    'Deux dossiers sur vingt-quatre portent une signature postérieure à la première séance.',
  Cause: 'Le modèle de convention est envoyé après l’accueil.',
  Conséquence: 'Deux unités ne peuvent être payées.',
  Recommandation: 'Faire signer à l’accueil.',
}
const VISIT = {
  Lieu: 'Siège du partenaire, Ganshoren',
  'Personnes rencontrées': 'La directrice et un accompagnateur.',
  Synthèse: 'Le partenaire tient ses dossiers avec soin ; deux signatures sont tardives.',
  Conclusion: 'Solder avec correction.',
}

async function recordFinding(page: Page): Promise<void> {
  await step.tab(page, 'Listings').click()
  await page.getByRole('tab', { name: /^Participants/ }).click()
  const rows = page.getByRole('grid').getByRole('row')
  await rows.nth(2).getByRole('checkbox').check()
  await rows.nth(3).getByRole('checkbox').check()
  await page.getByRole('button', { name: /Créer un constat de 2 lignes/ }).click()
  await step.field(page, 'Intitulé').fill('Convention individuelle signée après la première activité')
  await step.fill(page, FINDING)
  await page.getByText('Élevée', { exact: true }).click()
  await step.choose(page, 'Nature de l’erreur', 'Erreur aléatoire')
  await step.choose(page, 'Point de contrôle', /^ACT-1/)
  await step.field(page, 'Montant en jeu (euros)').fill('1.200,00')
  await page.locator('input[type=file]').first().setInputFiles(PHOTO)
  await step.field(page, 'Légende').fill('Registre des conventions individuelles')
  await step.field(page, 'Intitulé').click()
  await step.saved(page)
  await shoot(page, 'findings')
}

async function inspect(page: Page, store: CentralStore): Promise<void> {
  await shoot(page, 'sign-in')
  await step.enrol(page, store.url, INSPECTOR)
  await step.download(page, AGREEMENT)
  await step.download(page, OTHER_AGREEMENT)
  await shoot(page, 'inspections')
  await step.open(page, OTHER_AGREEMENT)
  await takeListingPictures(page)
  await step.goTo(page, 'Mes inspections')
  await step.open(page, AGREEMENT)
  await step.beginVisit(page)
  await step.tab(page, 'Points').click()
  await step.answerPoints(page, `${'1'.repeat(12)}2${'1'.repeat(10)}`)
  await shoot(page, 'checklist')
  await takeImportPictures(page, store, AGREEMENT)
  await recordFinding(page)
  await step.tab(page, 'Points').click()
  await step.answerPoints(page, '1'.repeat(35))
  await takeNumberPictures(page)
  await takeSettlementPicture(page)
  await step.tab(page, 'Rapport').click()
  await step.fill(page, VISIT)
  await page.getByLabel(/Je déclare n’avoir aucun intérêt/).click()
  await page.getByText('Fonctionne, améliorations nécessaires').click()
  await step.saved(page)
  await page.getByRole('button', { name: 'Lire le projet' }).click()
  await page
    .getByRole('dialog')
    .getByRole('img', { name: /Page 1/ })
    .first()
    .waitFor()
  await shoot(page, 'report')
  await page.keyboard.press('Escape')
  await step.signReport(page)
  await step.handIn(page)
  await step.syncToApplied(page)
}

async function review(page: Page, url: string): Promise<void> {
  await step.enrol(page, url, SUPERVISOR)
  await step.goTo(page, 'À valider')
  await step.download(page, AGREEMENT)
  await step.open(page, AGREEMENT)
  await step.tab(page, 'Constats').click()
  await step.field(page, 'Intitulé').waitFor()
  await shoot(page, 'review')
}

await mkdir(FOLDER, { recursive: true })
const store = await CentralStore.create(AGREEMENTS)
const inspector = await App.create()
try {
  await inspect(inspector.page, store)
  const supervisor = await App.create()
  await review(supervisor.page, store.url)
  await supervisor.remove()
} finally {
  await inspector.remove()
  await store.remove()
}

import { expect, test, type Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { AGREEMENT, INSPECTOR, SUPERVISOR, THIRD_AGREEMENT } from '#test/e2e/support/sample.ts'
import * as judges from '#test/e2e/support/pdf-judges.ts'
import * as step from '#test/e2e/support/steps.ts'
import { Witness } from '#test/e2e/support/witness.ts'

const PHOTO = path.resolve(import.meta.dirname, '../fixtures/evidence/photo.jpg')
const PHOTO_HASH = createHash('sha256').update(readFileSync(PHOTO)).digest('hex')
const REASON = 'Le montant du constat 1 ne correspond pas aux lignes citées.'
const FINDING = {
  Critère: 'Article 4.3 : feuilles de présence signées par le participant et le formateur.',
  'Situation constatée': 'Deux séances sur trois sans signature du participant.',
  Cause: 'Le modèle de feuille n’a pas de colonne pour le participant.',
  Conséquence: 'La réalité des heures n’est pas prouvée.',
  Recommandation: 'Utiliser le modèle annexé au guide financier.',
}
const SLIP = 'La commune de la visite est fausse.'
const VISIT_PLACE = 'Siège du partenaire, Jette'
const VISIT = {
  Lieu: 'Siège du partenaire, Ganshoren',
  'Personnes rencontrées': 'La directrice et un accompagnateur.',
  Synthèse: 'Le partenaire tient ses dossiers avec soin ; deux séances ne sont pas prouvées.',
  Conclusion: 'Solder avec correction.',
}

const REFUSAL = {
  Lieu: 'Siège du partenaire, Evere',
  'Heure du refus': '9h30',
  'Refusé par': 'Mme Leroy, coordinatrice',
  'Ce qui a été demandé et répondu': 'Accès aux locaux demandé ; réponse : « revenez avec un rendez-vous ».',
  Conclusion: 'Suspendre les versements jusqu’à une nouvelle visite.',
}

let store: CentralStore
let inspector: App
let supervisor: App
const opened: App[] = []

test.beforeAll(async () => {
  store = await CentralStore.create()
})
test.afterAll(async () => {
  for (const app of opened) await app.remove()
  await store.remove()
})

test('an inspection goes from download to approval, through a dead network, a killed app and a returned report', async () => {
  await test.step('the inspector enrols, takes a package along, and the central store goes away', async () => {
    opened.push((inspector = await App.create()))
    await step.enrol(inspector.page, store.url, INSPECTOR)
    await step.download(inspector.page, AGREEMENT)
    await store.stop()
    await step.open(inspector.page, AGREEMENT)
    await step.beginVisit(inspector.page)
  })

  await test.step('offline: thirty points, a finding from listing rows, a photo', async () => {
    const { page } = inspector
    await step.tab(page, 'Points').click()
    await step.answerPoints(page, '1'.repeat(13) + '2' + '1'.repeat(16))
    await step.tab(page, 'Listings').click()
    await page.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').check()
    await page.getByRole('grid').getByRole('row').nth(2).getByRole('checkbox').check()
    await page.getByRole('button', { name: /Créer un constat de 2 lignes/ }).click()
    await step.field(page, 'Intitulé').fill('Feuilles de présence sans signature')
    await step.fill(page, FINDING)
    await page.getByText('Élevée', { exact: true }).click()
    await step.choose(page, 'Nature de l’erreur', 'Erreur systémique')
    await step.choose(page, 'Point de contrôle', /^ACT-2/)
    await step.field(page, 'Montant en jeu (euros)').fill('1.234,56')
    await page.keyboard.press('Tab')
    await page.locator('input[type=file]').first().setInputFiles(PHOTO)
    await step.field(page, 'Légende').fill('Feuille du 17 mars')
    await page.keyboard.press('Tab')
    await step.saved(page)
  })

  await test.step('killed in the middle, it comes back offline with everything that the footer called saved', async () => {
    await inspector.kill()
    const page = await inspector.start()
    await step.unlock(page)
    await step.open(page, AGREEMENT)
    await step.tab(page, 'Constats').click()
    await expect(step.field(page, 'Intitulé')).toHaveValue('Feuilles de présence sans signature')
    for (const [label, text] of Object.entries(FINDING)) {
      await expect(step.field(page, label)).toHaveValue(text)
    }
    await expect(step.field(page, 'Montant en jeu (euros)')).toHaveValue(/1.234,56/)
    await expect(step.field(page, 'Légende')).toHaveValue('Feuille du 17 mars')
    await expect(page.getByRole('img', { name: 'Feuille du 17 mars' })).toBeVisible()
    await step.tab(page, 'Points').click()
    await expect(page.getByText('30/58').or(page.getByText('Pas de réponse').first()).first()).toBeAttached()
  })

  await test.step('the rest of the work, the partner signs by hand, the inspector signs', async () => {
    const { page } = inspector
    await step.tab(page, 'Rapport').click()
    await page.getByRole('button', { name: 'EXC-4 : Points sans réponse' }).click()
    await step.answerPoints(page, '1'.repeat(28))
    await step.conclude(page, VISIT)
    await step.signReport(page)
  })

  await test.step('offline, a slip is seen: handed in, withdrawn, corrected, signed as version 2 and handed in', async () => {
    const { page } = inspector
    await expect(page.getByText('Signée, à remettre').first()).toBeVisible()
    const strip = page.getByRole('contentinfo')
    await expect(strip).toContainText(/à envoyer \(\d+ modifications, 2 fichiers\)/)
    await page.keyboard.press('Control+Shift+S')
    await expect(strip).toContainText(/à envoyer .*Échec de la synchronisation à \d\d:\d\d/)
    await step.handIn(page)
    await page.getByRole('button', { name: 'Retirer et corriger' }).first().click()
    await page.getByLabel('Motif du retrait').fill(SLIP)
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer la version' }).click()
    await expect(page.getByText('Retirée', { exact: true })).toBeVisible()
    await expect(page.getByText(SLIP)).toBeVisible()
    await step.fill(page, { Lieu: VISIT_PLACE })
    await step.signReport(page)
    await expect(page.getByText('Retirée', { exact: true })).toBeVisible()
    await step.handIn(page)
  })

  await test.step('the central store is back: everything is applied', async () => {
    await store.start()
    await step.syncToApplied(inspector.page)
    await expect(inspector.page.getByRole('contentinfo')).not.toContainText('Échec')
    await step.goTo(inspector.page, 'À synchroniser')
    await expect(step.lineOf(inspector.page, AGREEMENT)).toContainText('Synchronisé')
  })

  await test.step('what the central store holds is what was recorded', async () => {
    const witness = await Witness.of(store)
    const inspectionId = await witness.inspectionOf(AGREEMENT)
    const [inspection] = await witness.records(inspectionId, 'inspection')
    expect(inspection?.state).toBe('UNDER_REVIEW')
    expect(await witness.records(inspectionId, 'answer')).toHaveLength(58)
    const [finding, ...others] = await witness.records(inspectionId, 'finding')
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      condition: FINDING['Situation constatée'],
      amount: 123_456,
      severity: 'HIGH',
    })
    expect(finding?.rows).toHaveLength(2)
    const [photo] = await witness.records(inspectionId, 'evidence')
    expect(photo).toMatchObject({ sha256: PHOTO_HASH, caption: 'Feuille du 17 mars', findingId: finding?.id })
    expect((await witness.blob(inspectionId, PHOTO_HASH)).equals(readFileSync(PHOTO))).toBe(true)
    for (const { sha256 } of await witness.records(inspectionId, 'report')) {
      expect((await witness.blob(inspectionId, sha256)).subarray(0, 5).toString()).toBe('%PDF-')
    }
    expect(await witness.records(inspectionId, 'submission')).toMatchObject([{ version: 2 }])
    expect(await witness.records(inspectionId, 'withdrawal')).toMatchObject([
      { version: 1, reason: SLIP, withdrawnBy: INSPECTOR.displayName },
    ])
    expect(inspection?.visitPlace).toBe(VISIT_PLACE)
  })

  await test.step('a supervisor on another laptop reads it all and returns it', async () => {
    opened.push((supervisor = await App.create()))
    const { page } = supervisor
    await step.enrol(page, store.url, SUPERVISOR)
    await step.goTo(page, 'À valider')
    await step.download(page, AGREEMENT)
    await step.open(page, AGREEMENT)
    await step.tab(page, 'Constats').click()
    await expect(step.field(page, 'Intitulé')).toHaveValue('Feuilles de présence sans signature')
    await expect(page.getByText(/Activités, ligne 2/).first()).toBeVisible()
    await expect(page.getByRole('img', { name: 'Feuille du 17 mars' })).toBeVisible()
    await step.tab(page, 'Rapport').click()
    await page.getByRole('button', { name: 'Lire' }).first().click()
    await expect(page.getByRole('dialog').getByText(/Page 1 sur/)).toBeVisible()
    await page.keyboard.press('Escape')
    await decide('Renvoyer pour correction', REASON, 'Renvoyer le rapport', 'Renvoyée pour correction')
  })

  await test.step('the inspector reads the reason, corrects, signs version 3', async () => {
    const { page } = inspector
    await step.goTo(page, 'Renvoyées')
    await step.syncUntil(page, () =>
      expect(step.lineOf(page, AGREEMENT)).toContainText(REASON, { timeout: 5_000 }),
    )
    await step.open(page, AGREEMENT)
    await expect(page.getByText(REASON)).toBeVisible()
    await step.tab(page, 'Constats').click()
    await step.field(page, 'Montant en jeu (euros)').fill('1.150,00')
    await page.keyboard.press('Tab')
    await step.saved(page)
    await step.signReport(page)
    await step.handIn(page)
    await step.syncToApplied(page)
  })

  await test.step('the supervisor approves version 3; every version is kept', async () => {
    const { page } = supervisor
    await step.goTo(page, 'À valider')
    await step.syncUntil(page, () => expect(step.lineOf(page, AGREEMENT)).toBeVisible({ timeout: 5_000 }))
    await step.open(page, AGREEMENT)
    await decide('Approuver', '', 'Approuver le rapport', 'Close')
    const witness = await Witness.of(store)
    const inspectionId = await witness.inspectionOf(AGREEMENT)
    const [inspection] = await witness.records(inspectionId, 'inspection')
    expect(inspection?.state).toBe('FINAL_VALIDATED')
    const reports = await witness.records(inspectionId, 'report')
    expect(reports.map(({ version }) => version).sort()).toEqual([1, 2, 3])
    for (const { sha256, size } of reports) {
      const pdf = await witness.blob(inspectionId, sha256)
      expect(pdf).toHaveLength(size)
      judges.expectGoodReport(pdf, store.caFile, INSPECTOR.displayName)
      judges.expectAlterationFound(pdf, store.caFile)
      expect(judges.textOf(pdf)).toContain(FINDING['Situation constatée'])
    }
    const decisions = await witness.records(inspectionId, 'decision')
    expect(decisions.map(({ outcome }) => outcome).sort()).toEqual(['APPROVED', 'RETURNED'])
    const [finding] = await witness.records(inspectionId, 'finding')
    expect(finding?.amount).toBe(115_000)
  })

  await test.step('elsewhere access is refused: no grid, and what is noted of the absent partner outlives a kill', async () => {
    await step.goTo(inspector.page, 'Mes inspections')
    await step.download(inspector.page, THIRD_AGREEMENT)
    await step.open(inspector.page, THIRD_AGREEMENT)
    await step.beginVisit(inspector.page)
    await refuseAccess(inspector.page)
    const before = await step.readToSign(inspector.page)
    await before.getByText('Est absent').click()
    await before.getByLabel('Personne attendue').fill('Paul Wouters')
    await before.getByText('Laissé sur place').click()
    await before.getByLabel('Laissé à').fill('l’accueil')
    await step.saved(inspector.page)
    await inspector.kill()
    const page = await inspector.start()
    await step.unlock(page)
    await step.open(page, THIRD_AGREEMENT)
    const dialog = await step.readToSign(page)
    await expect(dialog.getByLabel('Personne attendue')).toHaveValue('Paul Wouters')
    await step.sealReport(dialog)
    await expect(page.getByText('Partenaire : Paul Wouters n’était pas là pour signer.')).toBeVisible()
    await step.handIn(page)
    await step.syncToApplied(page)
  })

  await test.step('the central store has the refusal, the absence and a report of obstruction', async () => {
    const witness = await Witness.of(store)
    const inspectionId = await witness.inspectionOf(THIRD_AGREEMENT)
    const [inspection] = await witness.records(inspectionId, 'inspection')
    expect(inspection).toMatchObject({ visitOutcome: 'ACCESS_REFUSED', refusedAt: '09:30' })
    const [report] = await witness.records(inspectionId, 'report')
    expect(report?.acknowledgement).toMatchObject({ kind: 'ABSENT', name: 'Paul Wouters', copy: 'LEFT' })
    const text = judges.textOf(await witness.blob(inspectionId, report?.sha256 ?? ''))
    for (const fact of ['Rapport d’obstruction', 'était absent', REFUSAL['Refusé par']]) {
      expect(text).toContain(fact)
    }
  })

  await inspector.expectNoProblems()
  await supervisor.expectNoProblems()
})

/** Records that nobody was let in: the grid stays without an answer. */
async function refuseAccess(page: Page): Promise<void> {
  await step.tab(page, 'Rapport').click()
  await page.getByText('L’accès a été refusé', { exact: true }).click()
  await step.fill(page, REFUSAL)
  await page.getByLabel('Locaux').check()
  await page.getByLabel(/Je déclare n’avoir aucun intérêt/).click()
  await step.saved(page)
}

/** Decides, and waits until the central store's own word for the new state is back on the screen. */
async function decide(outcome: string, reason: string, confirm: string, state: string): Promise<void> {
  const { page } = supervisor
  await page.getByRole('button', { name: 'Décider' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(outcome, { exact: true }).click()
  if (reason) await dialog.getByLabel('Motif du renvoi').fill(reason)
  await dialog.getByRole('button', { name: confirm }).click()
  await expect(dialog).toHaveCount(0)
  const chip = page.getByRole('main').getByText(state, { exact: true }).first()
  await step.syncUntil(page, () => expect(chip).toBeVisible({ timeout: 5_000 }))
}

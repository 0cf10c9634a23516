import { expect, test, type Page } from '@playwright/test'
import { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import {
  AGREEMENT,
  COLLEAGUE,
  FOREIGN_AGREEMENT,
  INSPECTOR,
  OTHER_AGREEMENT,
  THIRD_AGREEMENT,
} from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'
import { Witness } from '#test/e2e/support/witness.ts'

let store: CentralStore
const opened: App[] = []

test.beforeAll(async () => {
  store = await CentralStore.create()
})
test.afterEach(async () => {
  for (const app of opened.splice(0)) await app.remove()
})
test.afterAll(async () => {
  await store.remove()
})

async function newLaptop(): Promise<App> {
  const app = await App.create()
  opened.push(app)
  await step.enrol(app.page, store.url, INSPECTOR)
  return app
}

/** Opens an inspection and answers its points from the one that is selected on. */
async function answer(page: Page, agreementNo: string, keys: string): Promise<void> {
  await step.goTo(page, 'Mes inspections')
  await step.open(page, agreementNo)
  await step.tab(page, 'Points').click()
  await step.answerPoints(page, keys)
}

async function startVisit(page: Page, agreementNo: string): Promise<void> {
  await step.goTo(page, 'Mes inspections')
  await step.download(page, agreementNo)
  await step.open(page, agreementNo)
  await step.beginVisit(page)
  await step.saved(page)
}

test('what a laptop has not sent when another takes over is refused in words, kept, and stops nothing else', async () => {
  const first = await newLaptop()
  let { page } = first
  await startVisit(page, AGREEMENT)
  await startVisit(page, OTHER_AGREEMENT)
  await step.syncToApplied(page)
  await page.getByRole('switch', { name: 'Travailler hors ligne' }).click()
  await answer(page, OTHER_AGREEMENT, '1')
  await answer(page, AGREEMENT, '2')
  await step.field(page, 'Commentaire').fill('Écrit sans réseau sur le premier ordinateur')
  await page.keyboard.press('Tab')
  await step.saved(page)
  await answer(page, OTHER_AGREEMENT, '11')

  const second = await newLaptop()
  await step
    .lineOf(second.page, AGREEMENT)
    .getByRole('button', { name: /^Télécharger/ })
    .click()
  await expect(second.page.getByRole('dialog')).toContainText('Un autre ordinateur travaille sur')
  await second.page.getByRole('button', { name: 'Reprendre ici' }).click()
  await expect(step.lineOf(second.page, AGREEMENT)).toContainText('Synchronisé')
  await answer(second.page, AGREEMENT, '1')
  await step.syncToApplied(second.page)

  await page.getByRole('switch', { name: 'Travailler hors ligne' }).click()
  await step.syncToApplied(page)
  await step.goTo(page, 'À synchroniser')
  await expect(step.lineOf(page, OTHER_AGREEMENT)).toContainText('Synchronisé')
  await first.kill()
  page = await first.start()
  await step.unlock(page)
  await step.goTo(page, 'À synchroniser')
  const refused = step.lineOf(page, AGREEMENT).first()
  await expect(refused).toContainText('ouverte en écriture sur un autre ordinateur')
  await expect(refused).toContainText('Écrit sans réseau sur le premier ordinateur')
  await expect(page.getByRole('contentinfo')).toContainText('2 refusés, à traiter')
  await expect(refused).toContainText(`${INSPECTOR.displayName} (`)
  const witness = await Witness.of(store, INSPECTOR)
  const answersOf = async (no: string) => await witness.records(await witness.inspectionOf(no), 'answer')
  expect(await answersOf(OTHER_AGREEMENT)).toHaveLength(2)
  expect((await answersOf(AGREEMENT)).map(({ value }) => value)).toEqual(['YES'])
  await step.goTo(page, 'Mes inspections')
  await step.open(page, AGREEMENT)
  await expect(page.getByText('Un autre ordinateur travaille sur cette inspection')).toBeVisible()
  await expect(step.tab(page, 'Points').getByText('2 refusés, à traiter')).toBeAttached()

  await step.goTo(page, 'À synchroniser')
  await step.lineOf(page, AGREEMENT).getByRole('button', { name: 'Mettre à la corbeille' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mettre à la corbeille' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('1 refusé, à traiter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('corbeille')
  await page.keyboard.press('Enter')
  const binned = page.getByRole('list', { name: 'Modifications mises à la corbeille' }).getByRole('listitem')
  await binned.getByRole('button', { name: 'Voir le contenu' }).press('Enter')
  await expect(binned.getByText('Commentaire').or(binned.getByText('Réponse')).first()).toBeVisible()
  await expectAccessible(page, 'bin')
  await binned.getByRole('button', { name: 'Supprimer définitivement' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer définitivement' }).click()
  await expect(page.getByText('La corbeille est vide')).toBeVisible()
  await expectAccessible(page, 'empty bin')
})

test('an inspection of somebody else is refused in words, also when it changed hands meanwhile', async () => {
  const { page } = await newLaptop()
  const witness = await Witness.of(store, INSPECTOR)
  const mine = await witness.inspectionOf(THIRD_AGREEMENT)
  const foreign = await (await Witness.of(store, COLLEAGUE)).inspectionOf(FOREIGN_AGREEMENT)
  const asked = await page.evaluate(
    (id) => window.bridge.invoke('package:manifest', { inspectionId: id }),
    foreign,
  )
  expect(asked).toMatchObject({ ok: false, error: { code: 'request.not-assigned' } })
  await expect(step.lineOf(page, THIRD_AGREEMENT)).toBeVisible()
  await store.stop()
  await store.change(
    'UPDATE inspections SET inspector_id = (SELECT id FROM accounts WHERE email = $2) WHERE id = $1',
    [mine, COLLEAGUE.email],
  )
  await store.start()
  const line = step.lineOf(page, THIRD_AGREEMENT)
  await line.getByRole('button', { name: /^Télécharger/ }).click()
  await expect(line).toHaveCount(0)
  await expect(page.getByRole('alert')).toContainText('Cette inspection ne vous est pas attribuée')
})

import { expect, test, type Locator } from '@playwright/test'
import type { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import type { CentralStore } from '#test/e2e/support/central-store.ts'
import { openDesk } from '#test/e2e/support/desk.ts'
import { THIRD_AGREEMENT } from '#test/e2e/support/sample.ts'
import { cents, settledTotals } from '#test/e2e/support/settlement-steps.ts'
import * as step from '#test/e2e/support/steps.ts'

let store: CentralStore
let app: App

/** One inspection of a convention at unit cost, in work: 81 participations, € 163,356.59 already paid. */
test.beforeAll(async () => {
  ;({ store, app } = await openDesk(THIRD_AGREEMENT, {
    whenHere: (desk) => desk.app.page.getByRole('switch', { name: 'Travailler hors ligne' }).click(),
  }))
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

const part = (name: string): Locator => app.page.getByRole('region', { name })
const trace = (): Locator => app.page.getByRole('complementary', { name: 'Trace du montant' })
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await app.page.keyboard.press(key)
}

const totals = () => settledTotals(app.page)

test('a finding rejects rows, every euro is traced, and what was overpaid is recovered', async () => {
  const { page } = app
  await test.step('before anything is decided, the paid instalment stands against the units', async () => {
    await step.tab(page, 'Décompte').click()
    await expect(part('Lignes de coût')).toContainText('Phase 1 – bilan')
    await expect.poll(totals).toMatchObject({
      Déclaré: 6_850_000,
      Accepté: 6_850_000,
      'Déjà payé': 16_335_659,
    })
    await expectAccessible(page, 'settlement')
  })

  await test.step('a finding that cites two rows takes them away', async () => {
    await step.tab(page, 'Listings').click()
    await page.getByRole('tab', { name: /^Participants/ }).click()
    await page.getByRole('grid', { name: 'Participants' }).focus()
    await press('Space', 'ArrowDown', 'Space')
    await page.getByRole('button', { name: 'Créer un constat de 2 lignes' }).click()
    await step.fill(page, { Intitulé: 'Feuilles non signées' })
    await step.tab(page, 'Décompte').click()
    await step.choose(page, 'Effet du constat C-01', 'Rejeter les lignes citées')
    await expect(
      part('Effet des constats').getByRole('button', {
        name: /Tracer C-01 -[1-9]/,
      }),
    ).toBeVisible()
  })

  await test.step('the trace leads from the amount to the row and the finding, and back', async () => {
    const { Refusé: refused = 0 } = await totals()
    await part('Effet des constats')
      .getByRole('button', { name: /Tracer C-01/ })
      .click()
    await expect(trace()).toContainText('2 réductions')
    await trace().getByRole('button', { name: 'Trace de la ligne P-0001' }).click()
    await expect(trace()).toContainText('unités non valables')
    await trace()
      .getByRole('button', { name: /^Trace de Phase/ })
      .click()
    await trace().getByRole('button', { name: 'Trace du constat C-01' }).first().click()
    await part('Montant proposé')
      .getByRole('button', { name: /Refusé/ })
      .click()
    const taken = await trace().locator('ol li .tabular').allInnerTexts()
    expect(taken.reduce((sum, text) => sum - cents(text), 0)).toBe(refused)
    await expectAccessible(page, 'trace of a settlement')
  })

  await test.step('rows are walked by keyboard, and open in their listing', async () => {
    await part('Lignes de coût')
      .getByRole('button', { name: /^Voir les lignes/ })
      .first()
      .click()
    await part('Lignes de coût').getByRole('checkbox').setChecked(false)
    await page.getByRole('grid', { name: /^Lignes du listing/ }).focus()
    await press('ArrowDown', 'ArrowDown')
    await expect(trace().getByRole('heading')).toHaveText(/^Ligne P-/)
    await expectAccessible(page, 'rows of a cost line')
    await trace()
      .getByRole('button', { name: /^Ouvrir la ligne/ })
      .click()
    await expect(page.getByRole('grid', { name: 'Participants' })).toBeVisible()
    await step.tab(page, 'Décompte').click()
    await expect(trace().getByRole('heading')).toHaveText(/^Ligne P-/)
  })

  await test.step('an advance that can’t be read stays as typed; a good one makes the recovery', async () => {
    const advances = part('Avances payées')
    await advances.getByRole('button', { name: /^Retirer/ }).click()
    await expect(advances).toContainText('Aucune avance n’est enregistrée.')
    await advances.getByLabel('Payée le').fill('2025-02-14')
    await advances.getByLabel('Montant de l’avance').fill('dix mille')
    await press('Enter')
    await expect(advances.getByRole('alert')).not.toBeEmpty()
    await expect(advances.getByLabel('Montant de l’avance')).toHaveValue('dix mille')
    await advances.getByLabel('Montant de l’avance').fill('70 000,00')
    await press('Enter')
    const { Accepté: accepted = 0 } = await totals()
    await expect.poll(totals).toMatchObject({
      'Déjà payé': 7_000_000,
      'À récupérer': 7_000_000 - accepted,
    })
    await expectAccessible(page, 'advances')
  })

  await test.step('what a correction asks for beyond the whole is left out, and said', async () => {
    const corrections = part('Autres corrections')
    await corrections.getByLabel('Motif de la correction').fill('Marché public')
    await corrections.getByLabel('Montant de la correction').fill('99 999,00')
    await press('Enter')
    await expect.poll(totals).toMatchObject({ Accepté: 0 })
    await expect(part('Non déduit une seconde fois')).toContainText('plus rien à retirer')
    await expectAccessible(page, 'what was left out')
  })
  await app.expectNoProblems()
})

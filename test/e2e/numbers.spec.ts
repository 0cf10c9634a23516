import { expect, test } from '@playwright/test'
import path from 'node:path'
import { LARGE_AGREEMENT } from '#scripts/sample/conventions.ts'
import type { TableCell } from '#domain/table/table.ts'
import type { App } from '#test/e2e/support/app.ts'
import type { CentralStore } from '#test/e2e/support/central-store.ts'
import { openDesk } from '#test/e2e/support/desk.ts'
import { textOf } from '#test/e2e/support/pdf-judges.ts'
import { drawSample, onLine, showView } from '#test/e2e/support/sampling-steps.ts'
import { exportedPaper, saveTo } from '#test/e2e/support/saved-files.ts'
import { cents, settledTotals } from '#test/e2e/support/settlement-steps.ts'
import * as step from '#test/e2e/support/steps.ts'

const LINES = 30
/** Lines that get other keys than `1`: refused, for which a cause is written. */
const REFUSED = [4, 11, 12, 27]
/** What is typed as paid, `9 000 000,00`. */
const ADVANCE = 900_000_000
const VISIT = {
  Lieu: 'Siège du partenaire',
  'Personnes rencontrées': 'La directrice.',
  Synthèse: 'Quatre séances sur trente ne sont pas prouvées.',
  Conclusion: 'Récupérer le trop-perçu.',
}

let store: CentralStore
let app: App

/** The convention of 50,000 activities, taken along; the central store is gone. */
test.beforeAll(async () => {
  ;({ store, app } = await openDesk(LARGE_AGREEMENT, {
    agreements: [LARGE_AGREEMENT],
    whenHere: (desk) => desk.store.stop(),
  }))
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

const file = (name: string): string => path.join(path.dirname(app.userData), name)
/** How the report prints an amount, whatever spaces it uses. */
const printed = (amount: number): RegExp => {
  const [euros = '', rest = ''] = (amount / 100).toFixed(2).split('.')
  return new RegExp(`${euros.replace(/\B(?=(\d{3})+$)/g, '\\s?')},${rest}`)
}

const centsIn = (paper: ReadonlyMap<TableCell | undefined, TableCell | undefined>, label: string): number =>
  Math.round(Number(paper.get(label)) * 100)

/** Checks every line by keys alone: accepted as declared, or refused with a cause. */
async function checkByKeyboard(): Promise<void> {
  const { keyboard } = app.page
  for (let line = 1; line <= LINES; line++) {
    await onLine(app.page, line, LINES)
    if (REFUSED.includes(line)) {
      await keyboard.press('2')
      await expect(app.page.getByLabel('Cause de l’erreur')).toBeFocused()
      await keyboard.type('Feuille de présence absente')
      await keyboard.press('Control+Enter')
    } else {
      await keyboard.press('1')
      await keyboard.press('Enter')
    }
  }
  await step.saved(app.page)
}

test('offline, 50,000 rows are sampled, checked by keyboard, evaluated and settled, and stand in PDF and XLSX', async () => {
  const { page } = app
  let projected = 0
  let recovery = 0

  await test.step('thirty of 50,000 activities are drawn and checked without a mouse', async () => {
    await step.tab(page, 'Échantillons').click()
    await drawSample(page, { listing: 'Activités', euros: '40', size: LINES })
    await showView(page, 'Une ligne à la fois')
    await onLine(page, 1, LINES)
    await checkByKeyboard()
  })

  await test.step('the evaluation says what the errors mean for all rows; its workbook says the same', async () => {
    await showView(page, 'Évaluation')
    await expect(page.getByRole('img', { name: /^Erreur totale estimée/ })).toBeVisible()
    const total = page.getByRole('row').filter({ hasText: /^Erreur totale/ })
    projected = cents((await total.getByRole('cell').first().innerText()).split('€')[0] ?? '')
    // 4 of 30 lines of € 40 are refused: N·4/30·40.
    expect(projected).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Retour à l’échantillon' }).click()
    const paper = await exportedPaper(app, 'échantillon.xlsx')
    expect(centsIn(paper, 'Erreur totale')).toBe(projected)
    expect(projected).toBe(Math.round((Number(paper.get('Lignes de la population')) * 4 * 4000) / LINES))
  })

  await test.step('the convention at unit cost is settled: more was paid than is accepted', async () => {
    await step.tab(page, 'Décompte').click()
    const advances = page.getByRole('region', { name: 'Avances payées' })
    await advances.getByLabel('Payée le').fill('2025-12-15')
    await advances.getByLabel('Montant de l’avance').fill('9 000 000,00')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await settledTotals(page))['Déjà payé']).toBeGreaterThanOrEqual(ADVANCE)
    const shown = await settledTotals(page)
    recovery = shown['À récupérer'] ?? 0
    expect(recovery).toBe((shown['Déjà payé'] ?? 0) - (shown['Accepté'] ?? 0))
    expect(recovery).toBeGreaterThan(0)
    const paper = await exportedPaper(app, 'décompte.xlsx')
    expect(centsIn(paper, 'Montant accepté')).toBe(shown['Accepté'])
    expect(centsIn(paper, 'Montant déclaré')).toBe(shown['Déclaré'])
  })

  await test.step('all of it stands in the signed PDF', async () => {
    await step.tab(page, 'Points').click()
    await step.answerPoints(page, '1'.repeat(58))
    await step.conclude(page, VISIT)
    await step.signReport(page)
    const copy = page.getByRole('button', { name: 'Enregistrer une copie' })
    const text = textOf(await saveTo(app, file('rapport.pdf'), () => copy.click()))
    expect(text).toMatch(/E-01/)
    expect(text).toMatch(printed(projected))
    expect(text).toMatch(printed(recovery))
    expect(text).toMatch(/Feuille de présence absente/)
  })
  await app.expectNoProblems()
})

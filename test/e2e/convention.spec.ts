import { expect, test } from '@playwright/test'
import path from 'node:path'
import type { Convention } from '#domain/convention/convention.ts'
import { parseConventionFile } from '#domain/convention/parse-convention-file.ts'
import { chanceFrom } from '#scripts/sample/chance.ts'
import { makeConventions } from '#scripts/sample/conventions.ts'
import { makePartners } from '#scripts/sample/partners.ts'
import { TOTALS } from '#scripts/sample/write-network.ts'
import type { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import type { CentralStore } from '#test/e2e/support/central-store.ts'
import { openDesk } from '#test/e2e/support/desk.ts'
import { saveTo } from '#test/e2e/support/saved-files.ts'
import { OTHER_AGREEMENT } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'

let store: CentralStore
let app: App

/** One inspection in work; everything after the download is done without a network. */
test.beforeAll(async () => {
  ;({ store, app } = await openDesk(OTHER_AGREEMENT))
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

/** The convention as the sample network has it. */
function expected(): Convention {
  const chance = chanceFrom(2026)
  const all = makeConventions(chance, makePartners(chance), TOTALS).map(({ convention }) => convention)
  const found = all.find(({ agreementNo }) => agreementNo === OTHER_AGREEMENT)
  if (!found) throw new Error(`no ${OTHER_AGREEMENT}`)
  return found
}

test('shows every part of a convention, and nobody is kept out', async () => {
  const { page } = app
  await step.tab(page, 'Convention').click()
  for (const caption of [
    'Limites convenues',
    'Réunions du comité et procès-verbaux',
    'Plafond, ETP et taux FSE+',
    'Échéances',
    'Indicateurs et valeurs cibles',
    'Cahier des charges et guides',
  ])
    await expect(page.getByRole('table', { name: caption })).toBeVisible()
  await expect(page.getByRole('table', { name: /^Accès au réseau sécurisé/ })).toContainText('Actif')
  await expectAccessible(page, 'convention')
})

test('saves the workbook form, which imports again to the same convention', async () => {
  const { page } = app
  await step.tab(page, 'Convention').click()
  const filePath = path.join(path.dirname(app.userData), 'convention.xlsx')
  const bytes = await saveTo(app, filePath, () =>
    page.getByRole('button', { name: 'Exporter en XLSX' }).click(),
  )
  await expect(page.getByText('Le classeur est enregistré.')).toBeVisible()
  const parsed = await parseConventionFile(new Uint8Array(bytes), 'convention.xlsx')
  expect(parsed.ok ? parsed.value.convention : parsed.error).toEqual(expected())
})

test('copies a clause as it is cited', async () => {
  const { page } = app
  await step.tab(page, 'Convention').click()
  const text = expected().sections[2]?.clauses[1]?.text.fr ?? ''
  await page.getByRole('button', { name: 'Copier la clause 3.2' }).click()
  await expect(page.getByText('La clause 3.2 est copiée.')).toBeAttached()
  const copied = await app.main.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toBe(`3.2 – ${text}`)
})

test('shows at a control point the clauses that ground it, and cites them in its finding', async () => {
  const { page } = app
  await step.tab(page, 'Points').click()
  const points = page.getByRole('listbox', { name: 'Points de contrôle' })
  await points.locator('[data-option="TGT-2"]').click()
  const clauses = page.getByRole('region', { name: 'Clauses de la convention' })
  await expect(clauses).toContainText('3.2')
  await expectAccessible(page, 'a control point with its clauses')
  await page.getByRole('button', { name: 'Créer un constat' }).click()
  await expect(step.field(page, 'Critère')).toHaveValue(/^3\.2 – /)
  await step.saved(page)
})

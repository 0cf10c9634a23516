import { expect, test, type Locator, type Page } from '@playwright/test'
import path from 'node:path'
import { readWorkbook } from '#domain/table/read-workbook.ts'
import type { App } from '#test/e2e/support/app.ts'
import { expectAccessible } from '#test/e2e/support/axe.ts'
import type { CentralStore } from '#test/e2e/support/central-store.ts'
import { openDesk } from '#test/e2e/support/desk.ts'
import { saveTo } from '#test/e2e/support/saved-files.ts'
import { INSPECTOR, OTHER_AGREEMENT } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'
import { Witness } from '#test/e2e/support/witness.ts'

let store: CentralStore
let app: App

/** One inspection in work whose listings hold planted anomalies. */
test.beforeAll(async () => {
  ;({ store, app } = await openDesk(OTHER_AGREEMENT))
  await step.tab(app.page, 'Listings').click()
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

const listing = (name: string): Locator =>
  app.page.getByRole('tablist', { name: 'Listings' }).getByRole('tab', { name: new RegExp(`^${name}`) })
const grid = (): Locator => app.page.getByRole('grid')
const detail = (): Locator => app.page.getByRole('complementary', { name: 'Détail de la ligne' })
const rowOf = (id: string): Locator => grid().getByRole('row').filter({ hasText: id })

const headers = async (): Promise<string[]> =>
  (await grid().getByRole('columnheader').allInnerTexts()).map((text) => text.replace(/\s*\d$/, '').trim())

/** What one column shows, from the top, of the rows that are drawn. */
async function shownIn(column: string): Promise<string[]> {
  const at = (await headers()).indexOf(column) + 1
  const cells = grid().locator(`[role=row][aria-selected] [role=gridcell][aria-colindex="${at}"]`)
  const drawn = await cells.evaluateAll((all) =>
    all.map((cell) => ({
      row: Number(cell.parentElement?.getAttribute('aria-rowindex')),
      text: cell.textContent,
    })),
  )
  return drawn.sort((a, b) => a.row - b.row).map(({ text }) => text)
}

const exportAs = (page: Page, format: string, fileName: string): Promise<Buffer> =>
  saveTo(app, path.join(path.dirname(app.userData), fileName), async () => {
    await page.getByRole('button', { name: 'Exporter' }).click()
    await page.getByRole('menuitem', { name: format }).click()
  })

test('columns are chosen by keyboard, sorted by several, and leave as they are shown', async () => {
  const { page } = app
  await listing('Activités').click()
  await test.step('a column is hidden and another moved; the key stays first', async () => {
    await page.getByRole('button', { name: /^Colonnes/ }).focus()
    await page.keyboard.press('Enter')
    const chooser = page.getByRole('dialog', { name: /^Colonnes/ })
    await chooser.getByLabel('Module', { exact: true }).focus()
    await page.keyboard.press('Space')
    const date = chooser.getByLabel('Date', { exact: true })
    await date.focus()
    for (let up = 0; up < 6; up++) await page.keyboard.press('Alt+ArrowUp')
    await expect(date).toBeFocused()
    await expectAccessible(page, 'column chooser')
    await page.keyboard.press('Escape')
    const shown = await headers()
    expect(shown.slice(0, 3)).toEqual(['Marque', 'N° activité', 'Date'])
    expect(shown).not.toContain('Module')
  })

  await test.step('two columns order the rows, and say in which order they do', async () => {
    const button = (column: string) =>
      grid().getByRole('columnheader', { name: column }).getByRole('button').first()
    await button('Type').click()
    await button('Date').click({ modifiers: ['Shift'] })
    await button('Date').click({ modifiers: ['Shift'] })
    await expect(button('Type')).toContainText('1')
    await expect(button('Date')).toContainText('2')
    await expect(async () => {
      const days = (await shownIn('Date')).map((day) => day.split('/').toReversed().join('-'))
      expect(days.length).toBeGreaterThan(5)
      expect(days).toEqual(days.toSorted().toReversed())
    }).toPass()
  })

  await test.step('the calendar of a filter stands whole on its ground', async () => {
    await grid().getByRole('columnheader', { name: 'Date' }).getByRole('button').nth(1).click()
    await page.keyboard.press('ArrowDown')
    const calendar = page.getByRole('dialog', { name: 'Calendrier' })
    const right = async (box: Locator): Promise<number> => {
      const { x = 0, width = 0 } = (await box.boundingBox()) ?? {}
      return x + width
    }
    await expect(calendar.getByRole('table')).toBeVisible()
    expect(await right(calendar.getByRole('table'))).toBeLessThan(await right(calendar))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('the export holds the columns shown, filtered and in that order', async () => {
    await page.getByLabel('Rechercher dans les lignes').fill('R-01')
    await expect(page.getByRole('status').filter({ hasText: /sur 41 lignes/ })).not.toHaveText(/^41 /)
    const columns = (await headers()).slice(1)
    const first = await shownIn('N° activité')
    const csv = await exportAs(page, 'Fichier CSV (;)', 'shown.csv')
    const lines = csv.toString('utf8').split('\r\n')
    expect(lines[0]).toBe(`\ufeff${columns.join(';')}`)
    expect(lines.slice(1, 1 + first.length).map((line) => line.split(';')[0])).toEqual(first)
    const book = await readWorkbook(await exportAs(page, 'Classeur Excel (XLSX)', 'shown.xlsx'))
    if (!book.ok) throw new Error(book.error.code)
    const [sheet] = book.value.sheets
    expect(sheet?.name).toBe('Activités')
    expect(sheet?.rows[0]).toEqual(columns)
    expect(sheet?.rows.length).toBe(lines.length - 1)
    expect(sheet?.rows.slice(1, 1 + first.length).map((row) => row[0])).toEqual(first)
    expect(String(sheet?.rows[1]?.[1])).toMatch(/^2025-\d\d-\d\d/)
  })

  await test.step('the selection is summed and copied with its headers', async () => {
    await grid().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(grid().getByText('Sélection : 1 ligne')).toBeVisible()
    await page.getByRole('button', { name: 'Copier', exact: true }).click()
    await expect(page.getByText('1 ligne copiée.')).toBeVisible()
    const copied = await app.main.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied.split('\r\n').map((line) => line.split('\t')[0])).toEqual([
      'N° activité',
      expect.stringMatching(/^A-/),
    ])
  })
})

test('a participant leads to what it is linked with and back; its rule becomes a finding with its clause', async () => {
  const { page } = app
  await listing('Participants').click()
  await rowOf('P-0003').getByText('P-0003').click()
  const links = detail().getByRole('region', { name: 'Liens' })
  await links
    .getByRole('button', { name: /^A-\d+ · P-0003/ })
    .first()
    .click()
  await expect(listing('Présences')).toHaveAttribute('aria-selected', 'true')
  await expect(detail().getByRole('heading', { level: 2 })).toHaveText(/^A-\d+ · P-0003$/)
  await links
    .getByRole('button', { name: /^A-\d+ \d/ })
    .first()
    .click()
  await expect(listing('Activités')).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page, 'row detail with its links')
  await detail()
    .getByRole('button', { name: /^Retour à A-/ })
    .click()
  await detail().getByRole('button', { name: 'Retour à P-0003 (Participants)' }).click()
  await expect(detail().getByRole('heading', { level: 2 })).toHaveText('P-0003')

  const mark = detail().getByRole('listitem').filter({ hasText: 'Convention individuelle signée' })
  await expect(mark).toContainText('ACT-1')
  await expect(mark).toContainText('Disposition de la convention')
  const clause = await mark.locator('dd').last().innerText()
  const number = clause.split(' ')[0] ?? ''
  await mark.getByRole('button', { name: 'Créer un constat' }).click()
  await expect(step.field(page, 'Critère')).toHaveValue(new RegExp(`^${number} – `))
  await expect(step.field(page, 'Situation constatée')).toHaveValue(/Convention individuelle signée le/)
  await expect(page.getByText(/Participants, ligne 4/).first()).toBeVisible()
})

test('who a participant is stands in sight on demand only, for 30 seconds, once it is written down', async () => {
  const { page } = app
  await step.tab(page, 'Listings').click()
  await listing('Participants').click()
  await rowOf('P-0003').getByText('P-0003').click()
  const number = /\d\d\.\d\d\.\d\d-\d{3}\.\d\d/
  const everything = () => page.evaluate(() => document.documentElement.outerHTML)
  expect(await everything()).not.toMatch(number)
  await page.clock.install()
  const identity = detail().getByRole('region', { name: 'Identité' })
  await detail().getByRole('button', { name: 'Afficher l’identité' }).click()
  expect(await everything()).not.toMatch(number)
  await identity.getByRole('button', { name: 'Afficher et consigner' }).click()
  await expect(identity.getByRole('timer')).toHaveText(/Masquée dans \d+ secondes/)
  await expectAccessible(page, 'identity in sight')
  const values = await identity.locator('dd').allInnerTexts()
  expect(values.join(' ')).toMatch(number)
  const html = await everything()
  for (const value of values) expect(html.split(`>${value}<`), 'in one place only').toHaveLength(2)
  await page.clock.fastForward(31_000)
  await expect(identity.getByRole('timer')).toHaveCount(0)
  expect(await everything()).not.toMatch(number)
  for (const value of values) expect(await everything()).not.toContain(`>${value}<`)

  await test.step('another row hides it at once', async () => {
    await detail().getByRole('button', { name: 'Afficher l’identité' }).click()
    await identity.getByRole('button', { name: 'Afficher et consigner' }).click()
    await expect(identity.getByRole('timer')).toBeVisible()
    await detail().getByRole('button', { name: 'Ligne suivante' }).click()
    await expect(identity.getByRole('timer')).toHaveCount(0)
    expect(await everything()).not.toMatch(number)
  })
  await page.clock.resume()

  await test.step('both looks reach the central store, without saying who it was', async () => {
    await page.keyboard.press('Control+Shift+S')
    const witness = await Witness.of(store, INSPECTOR)
    const inspectionId = await witness.inspectionOf(OTHER_AGREEMENT)
    const looks = () => witness.records(inspectionId, 'disclosure')
    await expect.poll(async () => (await looks()).length).toBe(2)
    const [first] = await looks()
    expect(first).toMatchObject({
      what: 'identity',
      rowKey: 'participants P-0003',
      by: INSPECTOR.displayName,
    })
    for (const value of values) expect(JSON.stringify(first)).not.toContain(value)
  })
})

test('the profile narrows by a click and leads to its rows; indicators are counted again', async () => {
  const { page } = app
  await step.tab(page, 'Profil').click()
  const counted = page.getByRole('row').filter({ hasText: 'IND-ENTRIES' })
  await expect(counted).toContainText('140')
  await expect(counted).toContainText('Dont 14 sur des lignes suspectes')
  await expect(page.getByRole('row').filter({ hasText: 'PER-FOLLOWED' })).toContainText('Non recomptable')
  const sex = page.getByRole('table', { name: 'Sexe' })
  const women = Number(
    await sex.getByRole('row').filter({ hasText: 'Femmes' }).locator('td').first().innerText(),
  )
  await sex.getByRole('button', { name: 'Femmes' }).click()
  await expect(page.getByText(`${women} participations répondent aux choix`)).toBeVisible()
  await expectAccessible(page, 'profile')
  await page.getByRole('button', { name: `Voir ces ${women} participations dans le listing` }).click()
  await expect(page.getByText(`${women} sur 140 lignes`)).toBeVisible()
  expect(new Set(await shownIn('Sexe'))).toEqual(new Set(['F']))
  await app.expectNoProblems()
})

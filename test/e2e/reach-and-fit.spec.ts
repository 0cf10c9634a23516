import { expect, test, type Locator, type Page } from '@playwright/test'
import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { misfits, resize } from '#test/e2e/support/fit.ts'
import { AGREEMENT, INSPECTOR } from '#test/e2e/support/sample.ts'
import { Typist } from '#test/e2e/support/keyboard.ts'
import * as step from '#test/e2e/support/steps.ts'

test.describe.configure({ mode: 'serial' })

const MOST_STOPS = 60

let store: CentralStore
let app: App

test.beforeAll(async () => {
  store = await CentralStore.create()
  app = await App.create()
  await step.enrol(app.page, store.url, INSPECTOR)
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/** Goes to something with the Tab key alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${target.toString()}`)
}

/** Goes along a row of tabs with the arrows. */
async function arrowTo(page: Page, target: Locator): Promise<void> {
  await tabTo(page, page.getByRole('tablist').first().getByRole('tab', { selected: true }))
  for (let steps = 0; steps < 7 && !(await hasFocus(target)); steps++) {
    await page.keyboard.press('ArrowRight')
  }
  await expect(target).toBeFocused()
  await page.keyboard.press('Enter')
}

test('a point is answered and a finding made of a row without a mouse', async () => {
  const { page } = app
  const { keyboard } = page
  const line = step.lineOf(page, AGREEMENT)

  await test.step('download, open and begin', async () => {
    await tabTo(page, line.getByRole('button', { name: /^Télécharger/ }))
    await keyboard.press('Enter')
    await expect(line.getByRole('button', { name: /^Télécharger|Arrêter/ })).toHaveCount(0)
    await tabTo(page, line.getByRole('button').first())
    await keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: 'Commencer la visite' }))
    await keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Aller au rapport' })).toBeVisible()
  })

  await test.step('answer a point, with a comment', async () => {
    const points = page.getByRole('listbox', { name: 'Points de contrôle' })
    const selected = points.getByRole('option', { selected: true })
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await points.evaluate((list) => list.contains(document.activeElement))) break
      await keyboard.press('Tab')
    }
    await keyboard.press('ArrowDown')
    await keyboard.press('2')
    await expect(selected).toContainText('Non')
    await tabTo(page, step.field(page, 'Commentaire'))
    await keyboard.type('Vu sur place.')
    await keyboard.press('Tab')
    await step.saved(page)
    await expect(step.field(page, 'Commentaire')).toHaveValue('Vu sur place.')
  })

  await test.step('answer it on every keyboard, and find the list of keys', async () => {
    const point = page.getByRole('listbox', { name: 'Points de contrôle' }).getByRole('option', {
      selected: true,
    })
    await point.focus()
    const answers = ['Oui', 'Non', 'Partiel', 'Non applicable']
    for (const name of ['Belgian AZERTY', 'French AZERTY', 'QWERTY'] as const) {
      const typist = await Typist.at(page, name)
      for (const [at, answer] of answers.entries()) {
        await typist.press(`Digit${at + 1}`)
        await expect(point).toContainText(answer)
      }
      await typist.press(name === 'QWERTY' ? 'Slash' : 'KeyM', ['Shift'])
      await expect(page.getByRole('dialog')).toContainText('Touches du clavier')
      await typist.press('KeyK', ['Ctrl'])
      await typist.press('KeyN', ['Ctrl'])
      await typist.press('Digit1')
      await keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.getByRole('combobox')).toHaveCount(0)
      await expect(point).toContainText('Non applicable')
      await expect(step.tab(page, 'Constats')).toHaveText('Constats0')
    }
    await keyboard.press('2')
    await step.saved(page)
  })

  await test.step('make a finding of a row', async () => {
    await arrowTo(page, step.tab(page, 'Listings'))
    const grid = page.getByRole('grid')
    await tabTo(page, grid)
    await keyboard.press('ArrowDown')
    await keyboard.press('Space')
    await tabTo(page, page.getByRole('button', { name: /^Créer un constat de 1 ligne/ }))
    await keyboard.press('Enter')
    await tabTo(page, step.field(page, 'Intitulé'))
    await keyboard.type('Fait au clavier')
    await tabTo(page, step.field(page, 'Situation constatée'))
    await keyboard.type('Une séance sans signature.')
    await keyboard.press('Tab')
    await step.saved(page)
    await expect(page.getByRole('listbox', { name: 'Constats' })).toContainText('Fait au clavier')
  })

  await test.step('add a row to the finding, go to it, take it away again', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Ajouter des lignes' }))
    await keyboard.press('Enter')
    const picker = page.getByRole('group', { name: 'Lignes pour le constat C-01' })
    await expect(picker).toContainText('Lignes citées : 1,')
    const grid = page.getByRole('grid')
    await expect(grid).toBeFocused()
    await expect(grid).toContainText('Citée par C-01')
    await keyboard.press('ArrowDown')
    await keyboard.press('Space')
    await tabTo(page, picker.getByRole('button', { name: /^Ajouter 1 ligne à C-01/ }))
    await keyboard.press('Enter')
    await expect(picker).toContainText('Lignes citées : 2,')
    await tabTo(page, picker.getByRole('button', { name: 'Revenir au constat C-01' }))
    await keyboard.press('Enter')
    const rows = page.getByRole('region', { name: /Lignes liées/ })
    await expect(rows).toContainText('Lignes liées : 2')
    const second = rows.getByRole('listitem').nth(1).getByRole('button').first()
    const row = await second.innerText()
    await tabTo(page, second)
    await keyboard.press('Enter')
    await expect(grid).toBeFocused()
    const detail = page.getByRole('complementary', { name: 'Détail de la ligne' })
    await expect(detail.getByRole('heading', { level: 2 })).toHaveText(row)
    await tabTo(page, detail.getByRole('button', { name: `Retirer la ligne ${row} du constat C-01` }))
    await keyboard.press('Enter')
    await expect(detail).not.toContainText('C-01')
    await step.saved(page)
  })

  await test.step('go from each gap to the field that lacks something', async () => {
    const gaps = page.locator('[data-weight] li')
    await step.tab(page, 'Rapport').click()
    await expect(gaps.first()).toBeVisible()
    const places = new Set<string>()
    for (let at = 0; at < (await gaps.count()); at++) {
      await gaps.nth(at).getByRole('button').first().click()
      const field = page.locator(':focus').and(page.locator('input, textarea'))
      // A radio button is seen as its label.
      await expect(field.locator('xpath=./self::*[not(@type="radio")]|./parent::label')).toBeInViewport()
      places.add(
        await field.evaluate((one) => one.closest('[id^=visit-], [id^=point-], [id^=finding-]')?.id ?? ''),
      )
      await step.tab(page, 'Rapport').click()
      await expect(gaps.first()).toBeVisible()
    }
    expect([...places].filter((id) => id === '')).toEqual([])
    expect(places.size).toBe(await gaps.count())
  })

  await test.step('type the day of the visit as people do, and look at the calendar', async () => {
    const field = step.field(page, 'Date de la visite')
    const today = await field.inputValue()
    await field.fill('31/02/2026')
    await keyboard.press('Tab')
    await expect(page.getByText('Ce jour n’existe pas dans le calendrier.').first()).toBeVisible()
    await field.fill('18/11/1811')
    await keyboard.press('Tab')
    await expect(page.getByText(`au ${today}`).first()).toBeVisible()
    await field.fill(today.replaceAll('/', ''))
    await expect(page.getByText(`au ${today}`)).toHaveCount(0)
    await keyboard.press('Tab')
    await expect(field).toHaveValue(today)
    await step.saved(page)
    await field.focus()
    await keyboard.press('ArrowDown')
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(field).toBeFocused()
  })
})

/** The language, the screens of the navigation and the tabs of an inspection, in the words of that language. */
const WORDS = {
  fr: {
    name: 'Français',
    menu: 'Navigation',
    mine: 'Mes inspections',
    screens: ['À synchroniser', 'Renvoyées', 'Paquets', 'Vérifier un PDF', 'Réglages'],
    tabs: ['Points', 'Listings', 'Profil', 'Constats', 'Pièces', 'Convention', 'Rapport', 'Activité'],
  },
  nl: {
    name: 'Nederlands',
    menu: 'Navigatie',
    mine: 'Mijn inspecties',
    screens: ['Te synchroniseren', 'Teruggestuurd', 'Pakketten', 'Een pdf controleren', 'Instellingen'],
    tabs: [
      'Punten',
      'Lijsten',
      'Profiel',
      'Vaststellingen',
      'Bewijsstukken',
      'Overeenkomst',
      'Verslag',
      'Activiteit',
    ],
  },
} as const

/** Goes to a screen by the navigation, which a narrow window keeps in a drawer. */
async function show(page: Page, menu: string, screen: string): Promise<void> {
  const drawer = page.getByRole('banner').getByRole('button', { name: menu })
  if (await drawer.isVisible()) await drawer.click()
  await page
    .getByRole('navigation', { name: menu })
    .filter({ visible: true })
    .getByText(screen, { exact: true })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

for (const { name, menu, mine, screens, tabs } of Object.values(WORDS)) {
  test(`every text of the main screens can be read in ${name}, in 1280×800 and at 200 %`, async () => {
    const { page, main } = app
    await page.getByRole('button', { name: /(langue|taal) : / }).click()
    await page.getByRole('menuitem', { name }).click()
    for (const zoom of [1, 2]) {
      await resize(main, page, zoom)
      const look = async (place: string): Promise<void> => {
        expect.soft(await misfits(page), `${place}, ${name}, ${zoom * 100} %`).toEqual([])
      }
      for (const screen of [...screens, mine]) {
        await show(page, menu, screen)
        await look(screen)
      }
      await step.lineOf(page, AGREEMENT).getByRole('button').first().click()
      for (const one of tabs) {
        await step.tab(page, one).click()
        await expect(page.getByRole('tabpanel', { name: one })).toBeVisible()
        await look(one)
      }
    }
    await resize(main, page, 1)
    await app.expectNoProblems()
  })
}

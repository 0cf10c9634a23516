import { expect, type Page } from '@playwright/test'
import { LARGE_AGREEMENT } from '#scripts/sample/conventions.ts'
import { readRows, timeDownload, timeRawWrite } from '#test/bench/download.ts'
import { timeOpening, timeQuestion, type Question } from '#test/bench/listing.ts'
import { blocked, limited, median, p95, told, type Measure } from '#test/bench/measure.ts'
import { memoryOfChild, memoryOfWindow } from '#test/bench/memory.ts'
import { longestTask, watchThread } from '#test/bench/thread-watch.ts'
import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { INSPECTOR } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'

const ROUNDS = 3
const ROWS = '50,000 rows'
/** Typed one after the other, as somebody would; the last takes the search away. */
const WORDS = ['m', 'ma', 'mar', 'mars', '2025', '12/03', 'S1', 'a', 'an', 'e 1', 'nothing like it', '']
const HEADING = '[role=columnheader]'

/** Everything that is measured on the convention with 50,000 activity rows, in the app with a real central store. */
export async function benchLargePackage(): Promise<Measure[]> {
  const store = await CentralStore.create([LARGE_AGREEMENT])
  try {
    const app = await App.create()
    try {
      await step.enrol(app.page, store.url, INSPECTOR)
      const downloads = await benchDownload(app.page)
      const listing = await benchListing(app)
      const central = memoryOfChild('scripts/central.mjs')
      return [...downloads, ...listing, told('memory: central store', central, 'MB')]
    } finally {
      await app.remove()
    }
  } finally {
    await store.remove()
  }
}

/** Each round ends with the deletion of the package, but the last. */
async function benchDownload(page: Page): Promise<Measure[]> {
  const own: number[] = []
  const raw: number[] = []
  const longest: number[] = []
  await watchThread(page)
  for (let round = 1; round <= ROUNDS; round++) {
    await step.lineOf(page, LARGE_AGREEMENT).getByRole('button').waitFor()
    own.push(await timeDownload(page, LARGE_AGREEMENT))
    longest.push(await longestTask(page))
    await readRows(page, LARGE_AGREEMENT)
    raw.push(await timeRawWrite(page))
    if (round < ROUNDS) await letGo(page)
    await longestTask(page)
  }
  const name = `package of ${ROWS}, sealed, against a raw write`
  return [
    { name, value: median(own), unit: 'ms', baseline: median(raw), bound: 1 },
    blocked('download', median(longest)),
  ]
}

/** Deletes the package from the laptop and goes back to the list. */
async function letGo(page: Page): Promise<void> {
  await step.goTo(page, 'Paquets')
  await page.getByRole('button', { name: /^Supprimer le paquet/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Supprimer', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await step.goTo(page, 'Mes inspections')
}

async function benchListing(app: App): Promise<Measure[]> {
  const openings: number[] = []
  const opened: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    openings.push(await openAfresh(app))
    opened.push(await longestTask(app.page))
  }
  const answers: number[] = []
  const asked: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const question of await questions(app.page)) answers.push(await timeQuestion(app.page, question))
    asked.push(await longestTask(app.page))
  }
  return [
    limited(`open the listing of ${ROWS}`, median(openings), 500),
    blocked('open the listing', median(opened)),
    limited(`filter or sort ${ROWS}, p95`, p95(answers), 50),
    told(`filter or sort ${ROWS}, median`, median(answers), 'ms'),
    blocked('filter or sort', median(asked)),
    told('memory: window with the listing open', await memoryOfWindow(app), 'MB'),
  ]
}

/** Starts the app again and opens the listing for the first time: nothing of it is in memory then. */
async function openAfresh(app: App): Promise<number> {
  await step.goTo(app.page, 'Mes inspections')
  await app.close()
  const page = await app.start()
  await step.unlock(page)
  await step.open(page, LARGE_AGREEMENT)
  await watchThread(page)
  return await timeOpening(page, 'Activités', 'Listings')
}

/** Up, down and not at all by every column in sight; searches; suspicious rows only, and back. */
async function questions(page: Page): Promise<Question[]> {
  const sortable = await page
    .locator(HEADING)
    .evaluateAll((all) => all.flatMap((one) => (one.querySelector(':scope > button') ? [one.id] : [])))
  const sorts = sortable.flatMap((id) => Array<Question>(3).fill({ click: `[id="${id}"] > button` }))
  const suspicious = { click: 'input[role=switch]' }
  return [...sorts, ...WORDS.map((type) => ({ type })), suspicious, suspicious]
}

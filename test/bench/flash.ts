import type { Page } from '@playwright/test'
import { LARGE_AGREEMENT } from '#scripts/sample/conventions.ts'
import { limited, median, p95, told, type Measure } from '#test/bench/measure.ts'
import { longestTask, watchThread } from '#test/bench/thread-watch.ts'
import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { INSPECTOR } from '#test/e2e/support/sample.ts'
import { drawSample, onLine, showView } from '#test/e2e/support/sampling-steps.ts'
import * as step from '#test/e2e/support/steps.ts'

/** Sizes of the samples that are gone through line by line. */
const FEW = 10
const MANY = 2000
const LINES = 60
const NEXT = { key: 'Enter', ctrlKey: true }
const BACK = { key: 'ArrowUp', altKey: true }
interface Key {
  readonly key: string
  readonly ctrlKey?: boolean
  readonly altKey?: boolean
}

/** Flash mode by keyboard, in a sample of 10 lines and in one of 2,000, both of a listing of 50,000 rows. */
export async function benchFlash(): Promise<Measure[]> {
  const store = await CentralStore.create([LARGE_AGREEMENT])
  const app = await App.create()
  try {
    const { page } = app
    await step.enrol(page, store.url, INSPECTOR)
    await step.download(page, LARGE_AGREEMENT)
    await step.open(page, LARGE_AGREEMENT)
    await step.beginVisit(page)
    await watchThread(page)
    const small = await benchSample(page, FEW)
    const large = await benchSample(page, MANY)
    const [value, baseline] = [median(large.moved), median(small.moved)]
    const constant = {
      name: `next line: ${MANY} lines against ${FEW}`,
      unit: 'ms',
      value,
      baseline,
      bound: 2,
    } as const
    return [...small.measures, ...large.measures, constant]
  } finally {
    await app.remove()
    await store.remove()
  }
}

async function benchSample(page: Page, size: number) {
  await step.tab(page, 'Échantillons').click()
  await drawSample(page, { listing: 'Activités', euros: '100', size })
  await showView(page, 'Une ligne à la fois')
  await onLine(page, 1, size)
  await page.getByRole('complementary', { name: 'Données de la ligne' }).getByRole('term').first().waitFor()
  await longestTask(page)
  const chosen: number[] = []
  const moved: number[] = []
  for (let line = 0; line < LINES; line++) {
    // The same ten lines in both samples, there and back; each pass gives them another result, so that each is saved.
    const isBack = Math.floor(line / (FEW - 1)) % 2 === 1
    chosen.push(await timeKey(page, { key: isBack ? '2' : '1' }))
    moved.push(await timeKey(page, isBack ? BACK : NEXT))
  }
  const longest = await longestTask(page)
  await step.saved(page)
  await page.getByRole('button', { name: 'Retour à l’échantillon' }).click()
  await page.getByRole('button', { name: 'Tous les échantillons' }).click()
  const sample = `sample of ${size} lines`
  const measures: Measure[] = [
    limited(`${sample}: next line (p95)`, p95(moved), 50),
    limited(`${sample}: result of a line (p95)`, p95(chosen), 50),
    told(`${sample}: thread blocked, saves included`, longest, 'ms'),
  ]
  return { measures, moved }
}

/** Milliseconds from a key until what it changed is drawn; the wait for the screen's next refresh is left out. */
async function timeKey(page: Page, key: Key): Promise<number> {
  return await page.evaluate(async (pressed) => {
    const refreshed = () => new Promise<number>(requestAnimationFrame)
    const turn = () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        port2.postMessage(null)
      })
    await refreshed()
    await refreshed()
    const started = performance.now()
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }))
    await turn()
    const rendered = performance.now() - started
    await refreshed()
    const drawing = performance.now()
    document.querySelector('main')?.getBoundingClientRect()
    await turn()
    return rendered + performance.now() - drawing
  }, key)
}

import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { blocked, median, type Measure } from '#test/bench/measure.ts'
import { APP, ROOT } from '#test/bench/places.ts'
import { longestTask, watchThread } from '#test/bench/thread-watch.ts'

const BARE = path.join(ROOT, 'test/bench/bare-app')
const ROUNDS = 7

/** The last time Chromium painted something larger than before: the page as the user first sees it whole. */
const lastLargePaint = () =>
  new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      resolve(performance.timeOrigin + Math.max(...list.getEntries().map(({ startTime }) => startTime)))
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })

/** How long it took from the start of the process to the painted window, and its thread's longest task; milliseconds. */
interface Start {
  readonly took: number
  readonly longest: number
}

/** Starts an app in a new empty profile. */
async function startOnce(executable: string, appFolder: string, selector: string): Promise<Start> {
  const profile = await mkdtemp(path.join(tmpdir(), 'constat-bench-'))
  const started = Date.now()
  const child = spawn(executable, [appFolder, '--remote-debugging-port=0'], {
    env: { ...process.env, CONSTAT_USER_DATA: profile },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const endpoint = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stderr.on('data', (chunk) => {
      const match = /DevTools listening on (ws:\S+)/.exec((text += String(chunk)))
      if (match?.[1]) resolve(match[1])
    })
    child.once('exit', () => reject(new Error(`the window did not open:\n${text}`)))
  })
  const browser = await chromium.connectOverCDP(endpoint)
  const [context] = browser.contexts()
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
  if (!page) throw new Error('no window')
  await page.waitForSelector(selector)
  const painted = await page.evaluate(lastLargePaint)
  await watchThread(page, true)
  const longest = await longestTask(page)
  await browser.close()
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  // Its helpers write for a moment after it is gone.
  await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  return { took: painted - started, longest }
}

/** Cold start of the app to its first usable window against a bare Electron window, by turns. */
export async function benchColdStart(executable: string): Promise<Measure[]> {
  const app: Start[] = []
  const bare: Start[] = []
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await startOnce(executable, BARE, 'h1'))
    app.push(await startOnce(executable, APP, 'input[type=password]'))
  }
  const took = (starts: readonly Start[]) => median(starts.map((one) => one.took))
  const name = 'cold start to usable window'
  return [
    { name, value: took(app), unit: 'ms', baseline: took(bare), bound: 1.6 },
    blocked('cold start', median(app.map(({ longest }) => longest))),
  ]
}

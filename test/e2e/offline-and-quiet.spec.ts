import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { AGREEMENT, INSPECTOR } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'

const OUTSIDE = 'https://outside.example'

let store: CentralStore
let app: App

test.beforeAll(async () => {
  store = await CentralStore.create()
  app = await App.create()
})
test.afterAll(async () => {
  await app.remove()
  await store.remove()
})

/** Every host and address that Chromium's network stack looked up or was asked for. */
function contacted(netLog: string): string[] {
  const text = readFileSync(netLog, 'utf8')
  const named = [...text.matchAll(/"(?:url|host|origin|destination|group_id)":"([^"]+)"/g)]
  const places = named.map(([, place = '']) => /[a-z]+:\/\/[^/ ]+/.exec(place)?.[0] ?? place)
  return [...new Set(places)].sort()
}

/** What a page that somebody has got a hold on may try. `refused` when it did not get through. */
async function tryToGetOut(page: Page, addresses: readonly string[]): Promise<Record<string, string>> {
  return await page.evaluate(async (urls) => {
    const outcome: Record<string, string> = {}
    const settle = (name: string, attempt: Promise<unknown>) =>
      attempt.then(
        () => (outcome[name] = 'reached'),
        () => (outcome[name] = 'refused'),
      )
    const picture = (src: string) =>
      new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src }))
    const socket = (url: string) =>
      new Promise((resolve, reject) => {
        Object.assign(new WebSocket(url), { onopen: resolve, onerror: reject })
      })
    for (const url of urls) {
      await settle(`fetch ${url}`, fetch(url, { mode: 'no-cors' }))
      await settle(`picture ${url}`, picture(`${url}/pixel.png`))
      await settle(`socket ${url}`, socket(url.replace(/^http/, 'ws')))
    }
    const opened = window.open(urls[0])
    outcome['window'] = opened === null ? 'refused' : 'reached'
    return outcome
  }, addresses)
}

/** Whether code that the app did not ship runs in the page, and what of Node it would find there. */
async function tryToRun(page: Page): Promise<Record<string, unknown>> {
  return await page.evaluate(() => {
    const inline = document.createElement('script')
    inline.textContent = 'window.ranInline = true'
    document.head.append(inline)
    const button = document.createElement('button')
    button.setAttribute('onclick', 'window.ranHandler = true')
    button.click()
    const known = window as unknown as Record<string, unknown>
    return {
      inline: known['ranInline'] ?? 'refused',
      handler: known['ranHandler'] ?? 'refused',
      node: ['require', 'process', 'module', 'global', 'Buffer'].filter((name) => name in window),
      bridge: Object.keys(known['bridge'] as object).sort(),
    }
  })
}

/** Whether the main process refuses that the page goes to another address, and where the page then is. */
async function triesToLeave({ main }: App): Promise<unknown> {
  return await main.evaluate(async ({ BrowserWindow }, url) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) return null
    const asked = new Promise<boolean>((resolve) => {
      contents.once('will-frame-navigate', (event) => resolve(event.defaultPrevented))
    })
    void contents.executeJavaScript(`location.assign(${JSON.stringify(url)})`)
    return { refused: await asked, at: contents.getURL() }
  }, OUTSIDE)
}

test('a working day reaches the central store and nobody else, and the page cannot do otherwise', async () => {
  const { page } = app

  await test.step('a day of normal use leaves no error in the console, so no breach of the content policy', async () => {
    await step.enrol(page, store.url, INSPECTOR)
    await step.download(page, AGREEMENT)
    await step.open(page, AGREEMENT)
    await step.beginVisit(page)
    await step.answerPoints(page, '1')
    for (const name of ['Listings', 'Constats', 'Pièces', 'Convention', 'Rapport', 'Activité']) {
      await step.tab(page, name).click()
    }
    await step.syncToApplied(page)
    for (const screen of ['À synchroniser', 'Paquets', 'Vérifier un PDF', 'Réglages']) {
      await step.goTo(page, screen)
    }
    await app.expectNoProblems()
  })

  await test.step('the page has no network, not even to the central store, and opens no window', async () => {
    const outcome = await tryToGetOut(page, [OUTSIDE, store.url])
    expect(Object.keys(outcome)).toHaveLength(7)
    expect(Object.entries(outcome).filter(([, got]) => got !== 'refused')).toEqual([])
  })

  await test.step('no inline script runs, and the page holds nothing of Node', async () => {
    const ran = await tryToRun(page)
    expect(ran).toMatchObject({ inline: 'refused', handler: 'refused', node: [] })
    expect(ran['bridge']).toEqual(['invoke', 'on'])
  })

  await test.step('the page goes nowhere else', async () => {
    expect(await triesToLeave(app)).toEqual({ refused: true, at: 'app://constat/index.html' })
  })

  await test.step('the network log names the central store and no other host', async () => {
    await app.close()
    expect(contacted(app.netLog)).toEqual(['127.0.0.1', store.url])
  })
})

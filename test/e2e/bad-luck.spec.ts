import { expect, test, type Page } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import {
  AGREEMENT,
  INSPECTOR,
  OTHER_AGREEMENT,
  PASSPHRASE,
  THIRD_AGREEMENT,
} from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'

const MIB = 1024 * 1024

let store: CentralStore
let app: App

test.beforeAll(async () => {
  store = await CentralStore.create()
})
test.beforeEach(async () => {
  app = await App.create()
})
test.afterEach(async () => {
  await app.remove()
})
test.afterAll(async () => {
  await store.remove()
})

async function tryPassphrase(page: Page, passphrase: string): Promise<void> {
  await step.field(page, 'Phrase de passe').fill(passphrase)
  await page.getByRole('button', { name: 'Déverrouiller' }).click()
}

test('a wrong password, a server that is not there and wrong passphrases are told, the wait outlives a restart', async () => {
  let { page } = app
  await page.getByLabel('Adresse du serveur').fill('http://127.0.0.1:9')
  await page.getByLabel('Adresse e-mail').fill(INSPECTOR.email)
  await step.field(page, 'Mot de passe').fill('Demo-faux-2026')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('alert')).toContainText('Le serveur central ne répond pas')
  await page.getByLabel('Adresse du serveur').fill(store.url)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('alert')).toContainText('L’adresse et le mot de passe ne correspondent pas')
  await step.enrol(page, store.url, INSPECTOR)

  await app.kill()
  page = await app.start()
  const waits = await watchWaits(page)
  for (const wrong of ['faux 1', 'faux 2', 'faux 3']) {
    await tryPassphrase(page, wrong)
    await expect(page.getByRole('alert')).toContainText('n’ouvre pas le coffre')
  }
  await expect.poll(waits).toBe(true)
  await expect(page.getByRole('button', { name: 'Déverrouiller' })).toBeEnabled()
  await app.kill()
  await lengthenWait()
  page = await app.start()
  await expect(page.getByRole('button', { name: /^Attendre \d+ secondes?$/ })).toBeDisabled()
  await expect(page.getByRole('alert')).toContainText('Trop d’essais')
})

/** Notes whether a button that says how long to wait was disabled: a slow machine looks when a second is over. */
async function watchWaits(page: Page): Promise<() => Promise<boolean>> {
  const seen = await page.evaluateHandle(() => {
    const noted: boolean[] = []
    const note = (): void => {
      for (const button of document.querySelectorAll('button'))
        if (/^Attendre \d+ secondes?$/.test(button.textContent)) noted.push(button.disabled)
    }
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true })
    return noted
  })
  return () => seen.evaluate((noted) => noted.length > 0 && noted.every(Boolean))
}

/** As if more wrong tries had followed, so that a slow machine still sees the wait after the restart. */
async function lengthenWait(): Promise<void> {
  const file = path.join(app.userData, 'vault/attempts.json')
  const { failures } = JSON.parse(await readFile(file, 'utf8')) as { failures: number }
  await writeFile(file, JSON.stringify({ failures: failures + 4, lastAt: Date.now() }))
}

test('locking hides everything, says what is unsent, and happens by itself after a while', async () => {
  let { page } = app
  await step.enrol(page, store.url, INSPECTOR)
  await step.download(page, AGREEMENT)
  await page.getByRole('switch', { name: 'Travailler hors ligne' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('Hors ligne (choisi)')
  await step.open(page, AGREEMENT)
  await step.beginVisit(page)
  await step.tab(page, 'Points').click()
  await step.answerPoints(page, '12')
  await expect(page.getByRole('contentinfo')).toContainText(/\d+ à envoyer/)
  await step.goTo(page, 'À synchroniser')
  await expect(step.lineOf(page, AGREEMENT)).toContainText('Enregistré sur cet ordinateur')
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByRole('heading', { name: 'Déverrouiller Constat' })).toBeVisible()
  await expect(page.getByText('Verrouillé. Votre travail est enregistré.')).toBeVisible()
  await expect(page.getByText(/\d modifications à envoyer/)).toBeVisible()
  expect(await page.locator('body').innerText()).not.toContain(AGREEMENT)
  const refused = await page.evaluate(() => window.bridge.invoke('sync:handshake', null))
  expect(refused).toMatchObject({ ok: false })

  await app.kill()
  page = await app.start({ CONSTAT_IDLE_SECONDS: '1' })
  await tryPassphrase(page, PASSPHRASE)
  await expect(page.getByText('Verrouillé après un moment sans activité')).toBeVisible()
})

test('evidence that can’t be read or is too large is refused by name, the others go in', async () => {
  const { page } = app
  await step.enrol(page, store.url, INSPECTOR)
  await step.download(page, OTHER_AGREEMENT)
  await step.open(page, OTHER_AGREEMENT)
  await step.beginVisit(page)
  await step.tab(page, 'Pièces').click()
  const photo = readFileSync(path.resolve(import.meta.dirname, '../fixtures/evidence/photo.jpg'))
  const huge = path.join(path.dirname(app.userData), 'enorme.pdf')
  writeFileSync(huge, Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(31 * MIB)]))
  const small = [
    ['bureautique.docx', Buffer.from('PK\u0003\u0004 pas une image')],
    ['vide.jpg', Buffer.alloc(0)],
    ['coupee.jpg', photo.subarray(0, 60)],
    ['bonne.jpg', photo],
  ] as const
  const files = path.dirname(app.userData)
  for (const [name, bytes] of small) writeFileSync(path.join(files, name), bytes)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([huge, ...small.map(([name]) => path.join(files, name))])
  await expect(page.getByRole('alert').first()).toContainText('enorme.pdf')
  for (const name of ['bureautique.docx', 'vide.jpg', 'coupee.jpg'])
    await expect(page.getByText(name)).toBeVisible()
  await expect(page.getByText('bonne.jpg')).toBeVisible()
})

test('a second start shows the first window, and a newer store or a damaged keyring is told', async () => {
  let { page } = app
  await step.enrol(page, store.url, INSPECTOR)
  await step.download(page, THIRD_AGREEMENT)
  // Together: what is said stands there for some seconds only.
  await Promise.all([app.startSecond(), expect(page.getByText('Constat était déjà ouvert')).toBeVisible()])

  await app.kill()
  const keyring = path.join(app.userData, 'vault/keyring.json')
  writeFileSync(keyring, readFileSync(keyring).subarray(0, 200))
  page = await app.start()
  await setGeneration(page, 99)
  await tryPassphrase(page, PASSPHRASE)
  await expect(page.getByRole('alert')).toContainText('version plus récente de Constat')
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await expect(page.getByRole('heading', { name: 'Déverrouiller Constat' })).toBeVisible()
  await setGeneration(page, 1)
  await step.unlock(page)
  await expect(step.lineOf(page, THIRD_AGREEMENT)).toContainText('Synchronisé')
  expect(JSON.parse(readFileSync(keyring, 'utf8'))).toHaveProperty('keyring')
})

/** Stamps the local store as a later version of the app would. */
async function setGeneration(page: Page, generation: number): Promise<void> {
  await page.evaluate(async (n) => {
    const done = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error ?? new Error('no store'))
      })
    const db = await done(indexedDB.open('constat'))
    await done(db.transaction('stamps', 'readwrite').objectStore('stamps').put({ key: 'schemaGen', n }))
    db.close()
  }, generation)
}

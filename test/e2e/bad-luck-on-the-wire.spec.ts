import { expect, test } from '@playwright/test'
import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { AGREEMENT, INSPECTOR, OTHER_AGREEMENT } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'
import { Wire } from '#test/e2e/support/wire.ts'
import { Witness } from '#test/e2e/support/witness.ts'

const MIB = 1024 * 1024

let store: CentralStore
let wire: Wire
let app: App

test.beforeAll(async () => {
  store = await CentralStore.create()
  wire = await Wire.to(store.url)
})
test.beforeEach(async () => {
  wire.reset()
  app = await App.create()
})
test.afterEach(async () => {
  await app.remove()
  await store.start()
})
test.afterAll(async () => {
  await wire.close()
  await store.remove()
})

const BLOCKS = /\/blocks\/(?<sha256>[0-9a-f]{64})$/
const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  copy[copy.length - 9] = (copy[copy.length - 9] ?? 0) ^ 1
  return copy
}

test('a download goes on where a dead central store stopped it, and refuses a falsified block', async () => {
  const { page } = app
  await step.enrol(page, wire.url, INSPECTOR)
  const line = step.lineOf(page, AGREEMENT)
  const arrived = new Set<string>()
  wire.falsify = ({ path }, bytes) => {
    const sha256 = BLOCKS.exec(path)?.groups?.['sha256']
    if (sha256 && createHash('sha256').update(bytes).digest('hex') === sha256) arrived.add(sha256)
    return bytes
  }
  wire.onQuestion = async ({ path }) => {
    if (BLOCKS.test(path) && arrived.size >= 2) await store.stop('SIGKILL')
  }
  await line.getByRole('button', { name: /^Télécharger/ }).click()
  await expect(line.getByRole('alert')).toContainText('Le serveur central ne répond pas')
  const before = new Set(arrived)
  wire.reset()
  await store.start()

  wire.falsify = ({ path }, bytes) => (BLOCKS.test(path) ? flipped(bytes) : bytes)
  await line.getByRole('button', { name: /^Reprendre|^Télécharger/ }).click()
  await expect(line.getByRole('alert')).toContainText('ne correspond pas à son empreinte, deux fois de suite')
  wire.reset()

  let once = true
  wire.falsify = ({ path }, bytes) => {
    if (!BLOCKS.test(path) || !once) return bytes
    once = false
    return flipped(bytes)
  }
  await step.download(page, AGREEMENT)
  const again = wire.exchanges.flatMap(({ path }) => BLOCKS.exec(path)?.groups?.['sha256'] ?? [])
  expect(again.filter((sha256) => before.has(sha256))).toEqual([])
  expect(again).toHaveLength(new Set(again).size + 1)
  await step.open(page, AGREEMENT)
  await step.tab(page, 'Listings').click()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
})

test('an upload goes on where a dead central store stopped it, and waits for an expired session', async () => {
  const { page } = app
  await step.enrol(page, wire.url, INSPECTOR)
  await step.download(page, OTHER_AGREEMENT)
  await step.open(page, OTHER_AGREEMENT)
  await step.beginVisit(page)
  await step.saved(page)
  await step.syncToApplied(page)
  const scan = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20 * MIB), Buffer.from('\n%%EOF\n')])
  const sha256 = createHash('sha256').update(scan).digest('hex')
  const file = path.join(path.dirname(app.userData), 'scan.pdf')
  await writeFile(file, scan)
  let onTheWire = 0
  const isPart = ({ method, path }: { method: string; path: string }) =>
    method === 'PATCH' && path.endsWith(sha256)
  wire.onPiece = async (exchange) => {
    if (!isPart(exchange)) return
    onTheWire = wire.exchanges.filter(isPart).reduce((sum, { sent }) => sum + sent, 0)
    if (onTheWire > 9.5 * MIB) await store.stop('SIGKILL')
  }
  await step.tab(page, 'Pièces').click()
  await page.locator('input[type=file]').first().setInputFiles(file)
  await step.saved(page)
  await expect(page.getByText('scan.pdf')).toBeVisible()
  await step.goTo(page, 'À synchroniser')
  await page.keyboard.press('Control+Shift+S')
  await expect(page.getByRole('contentinfo')).toContainText('Hors ligne')
  expect(onTheWire).toBeGreaterThan(9 * MIB)
  wire.reset()
  await store.forgetSessions()
  await store.start()
  await page.keyboard.press('Control+Shift+S')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await step.field(page, 'Mot de passe').fill(INSPECTOR.password)
  await dialog.getByRole('button', { name: 'Se connecter' }).click()
  await expect(step.lineOf(page, OTHER_AGREEMENT)).toContainText('Synchronisé')
  const after = wire.exchanges.filter(isPart).reduce((sum, { sent }) => sum + sent, 0)
  expect(after).toBeLessThan(scan.byteLength - 8 * MIB)
  const witness = await Witness.of(store, INSPECTOR)
  const held = await witness.blob(await witness.inspectionOf(OTHER_AGREEMENT), sha256)
  expect(held.equals(scan)).toBe(true)
})

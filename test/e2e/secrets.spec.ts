import { expect, test, type Page } from '@playwright/test'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { COMMUNES } from '#domain/convention/communes.ts'
import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { AGREEMENT, INSPECTOR, PASSPHRASE } from '#test/e2e/support/sample.ts'
import { filesOf, findSecrets } from '#test/e2e/support/secrets.ts'
import * as step from '#test/e2e/support/steps.ts'

/** Texts that stand nowhere else, so that each that is found was written by this job. */
const COMMENT = 'Commentaire-marqueur : feuille égarée chez le formateur.'
const FINDING = 'Constat-marqueur : deux séances sans signature à l’atelier.'
const CAPTION = 'Légende-marqueur de la pièce'
const IN_PICTURE = 'marqueur-dans-les-octets-de-la-photo'
const WRITTEN = [COMMENT, FINDING, CAPTION, IN_PICTURE, PASSPHRASE, INSPECTOR.password]

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

const COMMUNE_NAMES = JSON.stringify(COMMUNES)

/** A real photo that carries a comment (a JPEG COM segment). */
function markedPhoto(): Buffer {
  const photo = readFileSync(path.resolve(import.meta.dirname, '../fixtures/evidence/photo.jpg'))
  const text = Buffer.from(IN_PICTURE)
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2])
  return Buffer.concat([photo.subarray(0, 2), head, text, photo.subarray(2)])
}

/** Names and national numbers, with and without their punctuation, of everybody in the listing that was downloaded. */
function people(): string[] {
  const file = path.join(store.folder, 'network', 'conventions', AGREEMENT, 'participants.csv')
  const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1)
  const secrets = rows.flatMap((row) => {
    const [, , , niss = '', lastName = '', firstName = ''] = row.split(';')
    return [niss, niss.replace(/\D/g, ''), `${lastName};${firstName}`, lastName, firstName]
  })
  // Shorter ones would also be found in bytes that mean nothing; “Sint-Pieters-Woluwe” stands in the program itself.
  return [...new Set(secrets)].filter((secret) => secret.length >= 5 && !COMMUNE_NAMES.includes(secret))
}

async function work(page: Page): Promise<void> {
  await step.enrol(page, store.url, INSPECTOR)
  await step.download(page, AGREEMENT)
  await step.open(page, AGREEMENT)
  await step.beginVisit(page)
  await step.answerPoints(page, '12')
  await step.fill(page, { Commentaire: COMMENT })
  await step.tab(page, 'Listings').click()
  await page
    .getByRole('tablist', { name: 'Listings' })
    .getByRole('tab', { name: /^Participants/ })
    .click()
  await page.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').check()
  await page.getByRole('button', { name: /^Créer un constat de 1 ligne/ }).click()
  await step.field(page, 'Intitulé').fill(FINDING)
  await step.fill(page, { 'Situation constatée': FINDING })
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: markedPhoto() }
  await page.locator('input[type=file]').first().setInputFiles(photo)
  await step.fill(page, { Légende: CAPTION })
  await step.lock(page)
}

/** Writes texts in clear into another database of the same profile, among bytes that do not compress. */
async function writeInClear(page: Page, texts: readonly string[]): Promise<void> {
  await page.evaluate(async (records) => {
    const opening = indexedDB.open('in-clear', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('records', { autoIncrement: true })
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const writing = opening.result.transaction('records', 'readwrite', { durability: 'strict' })
    for (const text of records) {
      const noise = crypto.getRandomValues(new Uint8Array(64))
      for (const copy of [1, 2, 3]) writing.objectStore('records').add({ copy, noise, text })
    }
    await new Promise((resolve) => (writing.oncomplete = resolve))
    opening.result.close()
  }, texts)
}

test('nothing that was recorded can be read in the data folder, and the search would find it', async () => {
  const secrets = [...WRITTEN, ...people()]
  expect(secrets.length).toBeGreaterThan(200)

  await test.step('sealed: after the work, a lock and a kill, and again after a restart', async () => {
    await work(app.page)
    await app.kill()
    expect(filesOf(app.userData).length).toBeGreaterThan(20)
    expect(findSecrets(app.userData, secrets)).toEqual([])
    const page = await app.start()
    await step.unlock(page)
    await step.open(page, AGREEMENT)
    await step.tab(page, 'Constats').click()
    await expect(step.field(page, 'Situation constatée')).toHaveValue(FINDING)
    await expect(page.getByRole('img', { name: CAPTION })).toBeVisible()
    expect(findSecrets(app.userData, secrets)).toEqual([])
  })

  await test.step('in clear: the same search finds every one of them, at once and after a restart', async () => {
    const found = (): string[] => [...new Set(findSecrets(app.userData, secrets).map(({ secret }) => secret))]
    await writeInClear(app.page, secrets)
    expect(found().sort()).toEqual([...secrets].sort())
    await app.kill()
    await app.start()
    expect(found().sort()).toEqual([...secrets].sort())
  })

  await test.step('packed: it looks inside gzip too', () => {
    const folder = path.join(app.userData, '..', 'packed')
    mkdirSync(folder)
    const packed = gzipSync(WRITTEN.join('\n'))
    writeFileSync(
      path.join(folder, 'block'),
      Buffer.concat([Buffer.from('head'), packed, Buffer.from('tail')]),
    )
    const found = findSecrets(folder, WRITTEN).filter(({ as }) => as === 'UTF-8')
    expect(found.map(({ secret }) => secret).sort()).toEqual([...WRITTEN].sort())
  })

  await app.expectNoProblems()
})

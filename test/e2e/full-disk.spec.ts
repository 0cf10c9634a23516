import { expect, test } from '@playwright/test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { AGREEMENT, INSPECTOR } from '#test/e2e/support/sample.ts'
import { SmallDisk } from '#test/e2e/support/small-disk.ts'
import * as step from '#test/e2e/support/steps.ts'

const MIB = 1024 * 1024
if (SmallDisk.isPossible()) {
  test('a disk that fills up costs nothing: evidence is refused, a change is not called saved, work goes on after', async () => {
    const disk = SmallDisk.mount(280)
    const scans = await mkdtemp(path.join(tmpdir(), 'constat-scans-'))
    const store = await CentralStore.create()
    const app = await App.create(disk.folder)
    let { page } = app
    await step.enrol(page, store.url, INSPECTOR)
    await step.download(page, AGREEMENT)
    await step.open(page, AGREEMENT)
    await step.beginVisit(page)
    await step.tab(page, 'Points').click()
    await step.answerPoints(page, '1')

    await step.tab(page, 'Pièces').click()
    for (const name of ['un.pdf', 'deux.pdf', 'trois.pdf']) {
      const file = path.join(scans, name)
      await writeFile(file, Buffer.concat([Buffer.from(`%PDF-1.7\n${name}`), Buffer.alloc(29.9 * MIB)]))
      await page.locator('input[type=file]').first().setInputFiles(file)
      await step.saved(page)
    }
    await expect(page.getByRole('alert').first()).toContainText('Le disque est presque plein')

    await step.tab(page, 'Points').click()
    await page
      .getByRole('listbox', { name: 'Points de contrôle' })
      .getByRole('option', { selected: true })
      .click()
    // Chromium may give up some space of its own meanwhile, and a last block may have room: then once more, and more.
    let length = 350
    await expect(async () => {
      disk.fill()
      await step.field(page, 'Commentaire').fill('Écrit sur un disque plein. '.repeat((length += 1)))
      await page.keyboard.press('Tab')
      await expect(page.getByText(/Le disque est plein/).first()).toBeVisible({ timeout: 3_000 })
    }).toPass()
    await app.kill()
    page = await app.start()
    await step.unlock(page)
    disk.empty()
    await step.open(page, AGREEMENT)
    await step.answerPoints(page, '1')
    await step.syncToApplied(page)
    await app.remove()
    await store.remove()
    await rm(scans, { recursive: true })
    disk.unmount()
  })
} else {
  test('a full disk can’t be made here, since mounting one is not allowed', () => {
    expect(SmallDisk.isPossible()).toBe(false)
  })
}

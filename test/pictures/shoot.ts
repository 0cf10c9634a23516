import path from 'node:path'
import type { Page } from '@playwright/test'

/** Where the pictures of README and docs are. */
export const FOLDER = path.resolve(import.meta.dirname, '../../docs/pictures')

/** Takes one picture of the window, at rest. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' })
}

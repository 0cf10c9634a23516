import { expect, type Page } from '@playwright/test'
import * as step from '#test/e2e/support/steps.ts'

/** What a person does to draw a sample and check its lines, by the words that stand there (French). */

/** What is drawn, and how. */
export interface Draw {
  /** The name of the listing, `Participants`. */
  readonly listing: string
  /** Declared euros of each line. */
  readonly euros: string
  readonly size: number
  /** Called at each step, filled in, before it is left. */
  readonly look?: (name: string) => Promise<void>
}

/** Draws a simple random sample from the tab of samples; ends on its lines. */
export async function drawSample(page: Page, draw: Draw): Promise<void> {
  const look = draw.look ?? (() => Promise.resolve())
  await page.getByRole('button', { name: 'Nouveau tirage' }).first().click()
  await step.field(page, 'Listing').first().click()
  await page.getByRole('option', { name: new RegExp(`^${draw.listing}`) }).click()
  await page.getByText('Un nombre d’unités multiplié par un montant').click()
  await page.getByLabel('Euros par unité').fill(draw.euros)
  await expect(page.getByText(/Population : \d/).first()).toBeVisible()
  await look('population')
  await page.getByRole('button', { name: 'Suivant' }).click()
  await page.getByText('Aléatoire simple', { exact: true }).click()
  await page.getByLabel('Nombre de lignes choisi').fill(String(draw.size))
  await look('method')
  await page.getByRole('button', { name: 'Suivant' }).click()
  await look('draw')
  await page.getByRole('button', { name: 'Tirer l’échantillon' }).click()
  await page.getByRole('button', { name: 'Contrôler les lignes' }).click()
  await expect(page.getByRole('grid', { name: 'Lignes de l’échantillon' })).toBeVisible()
}

/** Chooses one of the three views of a sample. */
export async function showView(page: Page, view: 'Lignes' | 'Une ligne à la fois' | 'Évaluation') {
  await page.getByRole('tab', { name: view, exact: true }).click()
}

/** Waits until flash mode stands on a line: `2/6`. */
export const onLine = async (page: Page, line: number, of: number): Promise<void> =>
  await expect(page.getByText(`${line}/${of}`, { exact: true })).toBeVisible()

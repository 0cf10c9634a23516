import { expect, type Page } from '@playwright/test'
import { drawSample, onLine, showView } from '#test/e2e/support/sampling-steps.ts'
import * as step from '#test/e2e/support/steps.ts'
import { shoot } from '#test/pictures/shoot.ts'

const LINES = 30
const REFUSED = [4, 11, 17]

/** Steps of a draw, a line being checked, the evaluation with its picture, and the settlement with a trace. */
export async function takeNumberPictures(page: Page): Promise<void> {
  await step.tab(page, 'Échantillons').click()
  const look = async (name: string): Promise<void> => {
    if (name !== 'method') return
    await expect(page.getByRole('button', { name: 'Suivant' })).toBeEnabled()
    await shoot(page, 'draw')
  }
  await drawSample(page, { listing: 'Participants', euros: '1150', size: LINES, look })
  await showView(page, 'Une ligne à la fois')
  for (let line = 1; line <= LINES; line++) {
    await onLine(page, line, LINES)
    if (REFUSED.includes(line)) await refuse(page, line === 11)
    else await page.keyboard.press('1')
    await page.keyboard.press(REFUSED.includes(line) ? 'Control+Enter' : 'Enter')
  }
  await step.saved(page)
  await showView(page, 'Évaluation')
  await page.getByRole('img', { name: /^Erreur totale estimée/ }).waitFor()
  await shoot(page, 'evaluation')
  await page.getByRole('button', { name: 'Retour à l’échantillon' }).click()
}

async function refuse(page: Page, isShot: boolean): Promise<void> {
  await page.keyboard.press('2')
  await expect(page.getByLabel('Cause de l’erreur')).toBeFocused()
  await page.keyboard.type('Convention individuelle signée après l’entrée')
  if (isShot) await shoot(page, 'flash')
}

/** The proposed amount, what changes it, and where the refused part comes from. */
export async function takeSettlementPicture(page: Page): Promise<void> {
  await step.tab(page, 'Décompte').click()
  const amounts = page.getByRole('region', { name: 'Montant proposé' })
  await amounts.getByRole('button', { name: /Refusé/ }).click()
  await page.getByRole('complementary', { name: 'Trace du montant' }).getByRole('listitem').first().waitFor()
  await shoot(page, 'settlement')
}

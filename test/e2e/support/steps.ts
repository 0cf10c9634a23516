import { expect, type Locator, type Page } from '@playwright/test'
import type { SampleAccount } from '#scripts/sample/people-of-the-office.ts'
import { PASSPHRASE } from '#test/e2e/support/sample.ts'

/** What a person does in the window, by the words that stand there (French). */

/** A field by its whole label; a compulsory one has an asterisk behind it. */
export const field = (page: Page, label: string): Locator =>
  page.getByLabel(new RegExp(`^${label.replace(/[()]/g, '\\$&')}( ?\\*)?$`))

/** First sign-in of a laptop: account, then the offline passphrase. */
export async function enrol(page: Page, serverUrl: string, account: SampleAccount): Promise<void> {
  await page.getByLabel('Adresse du serveur').fill(serverUrl)
  await page.getByLabel('Adresse e-mail').fill(account.email)
  await field(page, 'Mot de passe').fill(account.password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await field(page, 'Phrase de passe').fill(PASSPHRASE)
  await page.getByLabel('Répéter la phrase de passe').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Protéger cet ordinateur' }).click()
  await expect(page.getByRole('navigation', { name: 'Navigation' })).toBeVisible()
}

export async function unlock(page: Page): Promise<void> {
  await field(page, 'Phrase de passe').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Déverrouiller' }).click()
  await expect(page.getByRole('navigation', { name: 'Navigation' })).toBeVisible()
}

/** Locks; the page is then loaded afresh, so that nothing of it remains in memory. */
export async function lock(page: Page): Promise<void> {
  const afresh = page.waitForEvent('load')
  await page.keyboard.press('Control+Shift+L')
  await afresh
  await expect(field(page, 'Phrase de passe')).toBeVisible()
}

/** The line of an inspection in the list that is shown. */
export const lineOf = (page: Page, agreementNo: string): Locator =>
  page.getByRole('listitem').filter({ hasText: agreementNo })

export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Navigation' }).getByText(screen, { exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
}

export async function download(page: Page, agreementNo: string): Promise<void> {
  const line = lineOf(page, agreementNo)
  await line.getByRole('button', { name: /^Télécharger/ }).click()
  await expect(line.getByRole('button', { name: /^Télécharger|Arrêter/ })).toHaveCount(0)
}

/** Opens a downloaded inspection from its list, which is a step away where unlocking led back into an inspection. */
export async function open(page: Page, agreementNo: string): Promise<void> {
  const title = page.getByRole('heading', { level: 1 }).first()
  await expect(title).toBeVisible()
  if (/^Inspection du/.test(await title.innerText())) {
    await page.getByRole('navigation', { name: 'Navigation' }).locator('[aria-current=page]').click()
  }
  await lineOf(page, agreementNo).getByRole('button').first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^Inspection du/ })).toBeVisible()
}

/** Begins the work on the inspection that is open; until that is recorded, nothing in it can be changed. */
export async function beginVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Commencer la visite' }).click()
  await expect(page.getByRole('button', { name: 'Aller au rapport' })).toBeVisible()
}

export const tab = (page: Page, name: string): Locator =>
  page.getByRole('tab', { name: new RegExp(`^${name}`) })

/** Waits until the footer says that the last change is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('Enregistrement…')).toHaveCount(0)
  await expect(page.getByText(/Enregistré sur cet ordinateur à/).first()).toBeVisible()
}

/** Answers control points from the selected one on, as fast as keys come: `1` yes, `2` no, `3` partial, `4` not applicable. */
export async function answerPoints(page: Page, keys: string): Promise<void> {
  const points = page.getByRole('listbox', { name: 'Points de contrôle' })
  const selected = points.getByRole('option', { selected: true })
  await selected.click()
  const options = points.getByRole('option')
  const first = await options.evaluateAll((all) =>
    all.findIndex((option) => option.getAttribute('aria-selected') === 'true'),
  )
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.keyboard.press('Alt+ArrowDown')
  }
  for (let at = 0; at < keys.length; at++)
    await expect(options.nth(first + at)).toContainText(ANSWERS[keys.charAt(at)] ?? '')
  await saved(page)
}

const ANSWERS: Readonly<Record<string, string>> = { 1: 'Oui', 2: 'Non', 3: 'Partiel', 4: 'Non applicable' }

/** Fills fields of the form that is shown, by their labels. */
export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await field(page, label).fill(text)
    await page.keyboard.press('Tab')
  }
  await saved(page)
}

/** Chooses from a list that drops down. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole('textbox', { name: label })
    .or(page.getByRole('combobox', { name: label }))
    .first()
    .click()
  await page.getByRole('option', { name: option }).click()
  await saved(page)
}

/** Fills in the tab of the report: what is written on the visit, no interest of one's own, how the partner works. */
export async function conclude(page: Page, visit: Readonly<Record<string, string>>): Promise<void> {
  await tab(page, 'Rapport').click()
  await fill(page, visit)
  await page.getByLabel(/Je déclare n’avoir aucun intérêt/).click()
  await page.getByText('Fonctionne, améliorations nécessaires').click()
  await saved(page)
}

/** Two strokes with the mouse in the signature frame, drawn where the frame has come to rest. */
export async function signByHand(page: Page): Promise<void> {
  const paper = page.getByLabel('Signature manuscrite', { exact: true })
  await expect(async () => {
    await paper.scrollIntoViewIfNeeded()
    const box = await paper.boundingBox()
    if (!box) throw new Error('no signature frame')
    await drawStrokes(page, (x, y) => [box.x + box.width * x, box.y + box.height * y])
    await expect(page.getByText(/[2-9] traits\./)).toBeVisible({ timeout: 2_000 })
  }).toPass()
}

async function drawStrokes(page: Page, at: (x: number, y: number) => [number, number]): Promise<void> {
  await page.mouse.move(...at(0.2, 0.6))
  await page.mouse.down()
  for (let step = 1; step <= 20; step++) {
    await page.mouse.move(...at(0.2 + step * 0.025, 0.5 + 0.25 * Math.sin(step)))
  }
  await page.mouse.up()
  await page.mouse.move(...at(0.3, 0.8))
  await page.mouse.down()
  await page.mouse.move(...at(0.7, 0.75), { steps: 6 })
  await page.mouse.up()
}

/** Opens the signing of the report and reads it; the partner's part is next. */
export async function readToSign(
  page: Page,
  look: (name: string) => Promise<void> = () => Promise.resolve(),
): Promise<Locator> {
  await tab(page, 'Rapport').click()
  await page.getByRole('button', { name: 'Faire signer et signer' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/Page 1 sur/)).toBeVisible()
  await look('Lecture')
  await dialog.getByRole('button', { name: 'Le rapport a été lu' }).click()
  return dialog
}

/** From the partner's part, filled in, to the signed version. */
export async function sealReport(
  dialog: Locator,
  look: (name: string) => Promise<void> = () => Promise.resolve(),
  confirm: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await dialog.getByRole('button', { name: 'Continuer' }).click()
  await look('Inspecteur')
  await dialog.getByRole('button', { name: 'Signer le rapport' }).click()
  await confirm()
  await expect(dialog).toHaveCount(0)
}

/**
 * Reads, has the partner's representative sign by hand, signs.
 * @param look called at each of the three steps, filled in, before it is left
 * @param confirm answers what is asked before an unlikely report is signed
 */
export async function signReport(
  page: Page,
  look: (name: string) => Promise<void> = () => Promise.resolve(),
  confirm: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const dialog = await readToSign(page, look)
  await dialog.getByText('Signe pour prise de connaissance').click()
  await dialog.getByLabel('Nom du représentant').fill('Anaïs D’Hoore')
  await dialog.getByLabel('Fonction').fill('directrice')
  await dialog.getByLabel('Remarque du partenaire').fill('Lu avec l’inspectrice (voir constat 1).')
  await signByHand(page)
  await look('Partenaire')
  await sealReport(dialog, look, confirm)
}

/** Hands the signed version in with the button of the header. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Remettre au superviseur' }).first().click()
  await expect(page.getByText('Remise, à envoyer').first()).toBeVisible()
}

/** Syncs and waits until every change and file is applied at the central store. */
export async function syncToApplied(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+S')
  await expect(page.getByRole('contentinfo').getByText('rien à envoyer')).toBeVisible()
}

/** Syncs until what another laptop did shows here. */
export async function syncUntil(page: Page, shows: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+Shift+S')
    await shows()
  }).toPass()
}

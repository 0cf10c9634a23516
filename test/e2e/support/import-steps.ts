import { expect, type Locator, type Page } from '@playwright/test'
import type { GivenFile } from '#test/e2e/support/import-files.ts'

/** What a person does to take files in, by the words that stand there (French). */

/** Opens the import of the package that is shown. */
export async function openImport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Importer des fichiers…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Importer dans ce paquet' })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Chooses files through the button, as a person does, and waits until each is known. */
export async function chooseFiles(page: Page, dialog: Locator, files: readonly GivenFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choisir des fichiers…' }).click()
  await (await chooser).setFiles([...files])
  for (const { name } of files) await expect(cardOf(dialog, name)).toBeVisible()
  await expect(dialog.getByText('Le fichier est ouvert…')).toHaveCount(0)
}

/** What is said of one of the chosen files. */
export const cardOf = (dialog: Locator, fileName: string): Locator =>
  dialog.getByRole('list', { name: 'Fichiers choisis' }).getByRole('listitem').filter({ hasText: fileName })

/** Reads the chosen files; what they hold is then shown, by listing. */
export async function readFiles(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: /^Lire et contrôler/ }).click()
  await expect(dialog.getByText(/^Rien n’est encore enregistré\./)).toBeVisible()
}

/** What the files hold of one listing. */
export const resultOf = (dialog: Locator, listing: string): Locator =>
  dialog.locator('section').filter({ has: dialog.page().getByRole('heading', { name: listing }) })

/** Looks at the difference, and takes the new version into work. */
export async function takeVersion(
  dialog: Locator,
  look: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await dialog.getByRole('button', { name: 'Voir la différence' }).click()
  const take = dialog.getByRole('button', { name: /^Utiliser la version/ })
  await expect(take).toBeEnabled()
  await look()
  await take.click()
  await expect(dialog).toHaveCount(0)
}

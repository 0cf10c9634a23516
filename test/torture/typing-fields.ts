import { expect, type Locator, type Page } from '@playwright/test'
import { readAmount, writeAmount } from '#domain/finding/read-amount.ts'
import * as step from '#test/e2e/support/steps.ts'

/** A bound on what hangs, not on what is slow. */
export const PATIENCE_MS = 90_000

/** A field that is tortured: where it is, what is typed there, what it may show of a text that was recorded. */
export interface TypedField {
  readonly name: string
  readonly keys: readonly string[]
  readonly reach: (page: Page) => Promise<Locator>
  readonly shows: (text: string) => readonly string[]
}

const LETTERS = Array.from('abcdefghijklm nopqrstuvwxyz éèàçù’,;. 0123456789')

/** A tab of the inspection and a field in it; `chosen` leads to the record among others. */
function onTab(tab: string, label: string, chosen?: (page: Page) => Promise<void>): TypedField {
  return {
    name: `${tab} / ${label}`,
    keys: LETTERS,
    shows: (text) => [text],
    reach: async (page) => {
      await step.tab(page, tab).click()
      await chosen?.(page)
      const field = step.field(page, label).first()
      await expect(field).toBeVisible({ timeout: PATIENCE_MS })
      return field
    },
  }
}

const point = (at: number) => async (page: Page) => {
  await page.getByRole('listbox', { name: 'Points de contrôle' }).getByRole('option').nth(at).click()
}
const firstFinding = async (page: Page) => {
  await page.getByRole('listbox', { name: 'Constats' }).getByRole('option').first().click()
}

/** As typed, or as an amount is written once it is recorded. */
function showsAmount(text: string): readonly string[] {
  const read = readAmount(text)
  return read.ok ? [text, writeAmount(read.value)] : [text]
}

/** Fields of each kind: short and long texts of four records, amounts with texts that are none among them. */
export const TYPED_FIELDS: readonly TypedField[] = [
  ...[0, 3, 7].map((at) => ({ ...onTab('Points', 'Commentaire', point(at)), name: `Points / ${at}` })),
  ...['Intitulé', 'Critère', 'Situation constatée', 'Cause', 'Conséquence', 'Recommandation'].map((label) =>
    onTab('Constats', label, firstFinding),
  ),
  {
    ...onTab('Constats', 'Montant en jeu (euros)', firstFinding),
    keys: Array.from('0123456789, x'),
    shows: showsAmount,
  },
  ...['Lieu', 'Personnes rencontrées', 'Limites', 'Synthèse', 'Conclusion'].map((label) =>
    onTab('Rapport', label),
  ),
  onTab('Décompte', 'Note du décompte'),
]

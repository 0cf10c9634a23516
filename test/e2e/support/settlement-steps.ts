import type { Page } from '@playwright/test'

/** `68 500,00 €` → 6850000. */
export const cents = (text: string): number => Number(text.replace(/[^\d-]/g, ''))

/** The figures of the settlement on the screen, in cents. */
export async function settledTotals(page: Page): Promise<Record<string, number>> {
  const figures = page.getByRole('region', { name: 'Montant proposé' }).locator('dl > div')
  const texts = await figures.allInnerTexts()
  return Object.fromEntries(
    texts.map((text) => [text.split('\n')[0] ?? '', cents(text.split('\n').at(-1) ?? '')]),
  )
}

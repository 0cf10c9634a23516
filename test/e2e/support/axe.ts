import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Of these, the rules that look at colours. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/**
 * Draws the page in a theme, whatever dialog is open, and waits until nothing moves any more. It looks again and again:
 * the promise `finished` of a transition that another one replaces may never be kept.
 */
async function drawIn(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    (scheme) => document.documentElement.setAttribute('data-mantine-color-scheme', scheme),
    theme,
  )
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect, playState }) => {
      const isEndless = effect?.getComputedTiming().endTime === Infinity
      return isEndless || playState === 'finished' || playState === 'idle'
    }),
  )
}

/**
 * Looks at the screen that stands there with axe: in the light theme by every rule, in the dark one by those that
 * colours can break, for the elements are the same. What is wrong is told at the end of the test, all at once.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await drawIn(page, theme)
    // Electron has no second page for axe to work in: the old way runs it in this one.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    const { violations } = await (theme === 'dark' ? axe.withRules(OF_COLOUR) : axe.withTags(TAGS)).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} · ${node.failureSummary ?? ''} · ${node.html}`),
    )
    expect.soft(found, `${screen}, ${theme}`).toEqual([])
  }
}

import { expect, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

/** WCAG 2.2, levels A and AA. */
const BY_ALL: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
}
/** The rules that look at colours. */
const BY_COLOUR: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

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

/** Puts axe into the page, which keeps it until it is loaded afresh. */
async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
}

/** What the rules find wrong, a line each. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  return await page.evaluate(async (asked) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const found = await inPage.run(document, { ...asked, resultTypes: ['violations'] })
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary, html }) =>
          `${id}: ${target.join(' ')} · ${failureSummary ?? ''} · ${html}`,
      ),
    )
  }, options)
}

/**
 * Looks at the screen that stands there with axe: in the light theme by every rule, in the dark one by those that
 * colours can break, for the elements are the same. What is wrong is told at the end of the test, all at once.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await bringAxe(page)
  for (const theme of ['dark', 'light'] as const) {
    await drawIn(page, theme)
    const found = await violations(page, theme === 'dark' ? BY_COLOUR : BY_ALL)
    expect.soft(found, `${screen}, ${theme}`).toEqual([])
  }
}

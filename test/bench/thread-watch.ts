import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Milliseconds of each task over 50 ms since the last look. */
    longTasks: number[]
  }
}

/** Notes from here on every task that held the window's thread for more than 50 ms; `earlier` also those before. */
export async function watchThread(page: Page, earlier = false): Promise<void> {
  // tsx gives inner functions their names by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (one) => one')
  await page.evaluate((buffered) => {
    window.longTasks = []
    const note = (list: PerformanceObserverEntryList) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration)
    }
    new PerformanceObserver(note).observe({ type: 'longtask', buffered })
  }, earlier)
}

/** The longest time the thread was held since the last look, 0 when never over 50 ms. */
export async function longestTask(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    // Chromium tells of a task after the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)))
    return Math.max(0, ...window.longTasks.splice(0))
  })
}

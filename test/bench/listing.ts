import type { Page } from '@playwright/test'

/**
 * Milliseconds from the choice of a tab to the rows of a listing on the screen.
 * @param tab words its label begins with: of the listing, or of the tab that shows it first
 */
export async function timeOpening(page: Page, listing: string, tab = listing): Promise<number> {
  return await page.evaluate(
    async ([label, begin]) => {
      const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')]
      const started = performance.now()
      tabs.find((one) => one.textContent.startsWith(begin))?.click()
      return await new Promise<number>((resolve) => {
        const look = () => {
          const cell = document.querySelector(`[role=grid][aria-label="${label}"] [role=gridcell][id]`)
          if (cell) resolve(performance.now() - started)
          else requestAnimationFrame(look)
        }
        look()
      })
    },
    [listing, tab] as const,
  )
}

/** One thing asked of the open listing: what is clicked or typed, and its name. */
export interface Question {
  readonly click?: string
  readonly type?: string
}

/**
 * Milliseconds from a click or key until the grid has drawn its answer: judging and ordering the rows, the render,
 * style, layout and paint. The wait for the screen's next refresh is left out: it is the same for an empty page.
 */
export async function timeQuestion(page: Page, question: Question): Promise<number> {
  return await page.evaluate(async ({ click, type }) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    const search = document.querySelector<HTMLInputElement>('input[type=search]')
    const target = click === undefined ? null : document.querySelector<HTMLElement>(click)
    if (!search || (click !== undefined && !target)) throw new Error(`nothing to click at ${click ?? ''}`)
    const refreshed = () => new Promise<number>(requestAnimationFrame)
    await refreshed()
    await refreshed()
    await new Promise((resolve) => setTimeout(resolve))
    const started = performance.now()
    if (target) target.click()
    else {
      set?.set?.call(search, type)
      search.dispatchEvent(new Event('input', { bubbles: true }))
    }
    // React renders what a click or key changed before the next task.
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
    const rendered = performance.now() - started
    await refreshed()
    const drawing = performance.now()
    document.querySelector('[role=grid]')?.getBoundingClientRect()
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
    return rendered + performance.now() - drawing
  }, question)
}

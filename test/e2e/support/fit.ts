import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Gives the window's content a size in physical pixels and zooms it, as a person with `Ctrl +` does. */
export async function resize(main: ElectronApplication, page: Page, zoom: number): Promise<void> {
  await main.evaluate(({ BrowserWindow }, factor) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(1280, 800)
    window?.webContents.setZoomFactor(factor)
  }, zoom)
  await expect
    .poll(() => page.evaluate(() => `${innerWidth}×${innerHeight}`))
    .toBe(`${1280 / zoom}×${800 / zoom}`)
}

/**
 * Texts that can't be read whole: cut off by their box without a title that says them, or standing outside of the
 * window where nothing scrolls; and the page itself when it is wider than the window.
 */
export async function misfits(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const found: string[] = []
    const { documentElement: root } = document
    for (const box of [root, ...document.querySelectorAll('main, [role=tabpanel]')]) {
      if (box.scrollWidth > box.clientWidth)
        found.push(`${box.tagName}: ${box.scrollWidth} > ${box.clientWidth}`)
    }
    const ownText = (element: Element) =>
      [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim() ?? '')
        .join('')
    const isForReadersOnly = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === 'inset(50%)' || isForReadersOnly(element.parentElement))
    const isSeen = (element: Element) =>
      element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && !isForReadersOnly(element)
    const isCut = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      const wide = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1
      return wide || (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2)
    }
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX)
        ? element !== root
        : scrolls(element.parentElement))
    for (const element of document.body.querySelectorAll('*')) {
      const text = ownText(element)
      if (text === '' || !isSeen(element)) continue
      const what = `${text.slice(0, 60)} (${element.className})`
      if (isCut(element) && element.closest('[title]') === null) found.push(`cut: ${what}`)
      if (element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element))
        found.push(`outside: ${what}`)
    }
    return found
  })
}

import type { Page } from '@playwright/test'

/** What stood in the field at one moment of the page's own clock (ms). */
export interface Seen {
  readonly at: number
  readonly text: string
}

/** What the page saw while somebody typed. */
export interface Watched {
  readonly keys: readonly Seen[]
  /** The last time the footer said that all is saved, and what stood in the field then. */
  readonly calledSaved: Seen | null
  /** Footers that said so in the first picture after a key. */
  readonly lies: readonly string[]
  /** The clock of the page now. */
  readonly now: number
  /** The longest time that nothing ran in the page, ms: how loaded the machine is. */
  readonly longestStop: number
}

interface Watch extends Omit<Watched, 'now' | 'keys' | 'lies'> {
  clock: number
  keys: Seen[]
  lies: string[]
  calledSaved: Seen | null
  longestStop: number
}
type WatchedWindow = Window & { typingWatch?: Watch }

/**
 * Watches one field and the footer from inside the page. Its clock counts only time in which the page could run: a
 * beat that comes late on a loaded machine counts as one beat, because nobody could have saved meanwhile.
 */
export async function watchTyping(page: Page): Promise<void> {
  // What compiles this file gives functions their names with a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= (one) => one')
  await page.evaluate(() => {
    const BEAT_MS = 20
    const watch: Watch = { clock: 0, keys: [], lies: [], calledSaved: null, longestStop: 0 }
    const mine = window as WatchedWindow
    mine.typingWatch = watch
    const textOf = () => (document.activeElement as HTMLInputElement | null)?.value ?? ''
    const footer = () => document.querySelector('main [role=status].tabular')?.textContent ?? ''
    const isSaved = (said: string) => said.startsWith('Enregistré') || said.startsWith('Rien')
    let last = performance.now()
    const beat = () => {
      const gap = performance.now() - last
      last += gap
      watch.clock += Math.min(gap, 2 * BEAT_MS)
      watch.longestStop = Math.max(watch.longestStop, gap)
      if (isSaved(footer())) watch.calledSaved = { at: watch.clock, text: textOf() }
      if (mine.typingWatch === watch) setTimeout(beat, BEAT_MS)
    }
    beat()
    document.addEventListener('input', () => {
      watch.keys.push({ at: watch.clock, text: textOf() })
      requestAnimationFrame(() => {
        const said = footer()
        if (isSaved(said) && mine.typingWatch === watch) watch.lies.push(said)
      })
    })
  })
}

/** What was seen so far; the last look before a moment comes. */
export async function seenTyping(page: Page): Promise<Watched> {
  return await page.evaluate(() => {
    const watch = (window as WatchedWindow).typingWatch
    if (!watch) throw new Error('nothing is watched')
    const { clock, ...seen } = watch
    return { ...seen, now: clock }
  })
}

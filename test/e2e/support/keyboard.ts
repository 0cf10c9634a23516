import type { CDPSession, Page } from '@playwright/test'
import { KEYBOARDS, type Keyboard, type PhysicalKey } from '#test/fixtures/keyboards.ts'

const ALT = 1
const CTRL = 2
const SHIFT = 8

/** Somebody at one of the keyboards: sends the events that its keys make, as the system hands them to the browser. */
export class Typist {
  readonly #session: CDPSession
  readonly #keys: readonly PhysicalKey[]

  private constructor(session: CDPSession, keyboard: Keyboard) {
    this.#session = session
    this.#keys = KEYBOARDS[keyboard]
  }

  static async at(page: Page, keyboard: Keyboard): Promise<Typist> {
    return new Typist(await page.context().newCDPSession(page), keyboard)
  }

  /** Presses the key that stands at `code`, with keys held down. */
  async press(code: string, held: readonly ('Alt' | 'Ctrl' | 'Shift')[] = []): Promise<void> {
    const physical = this.#keys.find((one) => one.code === code)
    if (!physical) throw new Error(`this keyboard has no ${code}`)
    const shift = held.includes('Shift')
    const key = shift ? physical.shifted : physical.plain
    const modifiers =
      (held.includes('Alt') ? ALT : 0) + (held.includes('Ctrl') ? CTRL : 0) + (shift ? SHIFT : 0)
    const types = held.includes('Ctrl') || held.includes('Alt') ? {} : { text: key }
    const event = { key, code, modifiers, windowsVirtualKeyCode: code.charCodeAt(code.length - 1) }
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...types })
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  }
}

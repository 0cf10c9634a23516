import { LEAVE_LIMIT_MS, within, type LeaveAnswer } from '#main/services/leave.ts'

/** The part of Electron's window used here. */
export interface ClosableWindow {
  readonly webContents: { isCrashed(): boolean }
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  destroy(): void
}

interface Tools {
  /** Whether the vault is open: otherwise the page holds nothing that was typed for an inspection. */
  readonly isOpen: () => boolean
  readonly ask: () => Promise<LeaveAnswer>
  /** The page does not answer: whether to close all the same. Settles as "no" when `answered` fires. */
  readonly whenSilent: (answered: AbortSignal) => Promise<boolean>
  /** The page could not save everything: whether to close all the same. */
  readonly whenAtStake: (answer: LeaveAnswer) => Promise<boolean>
}

/**
 * Holds the end of the window until the page has answered; quitting, logging out and ✕ all come through here. Who has
 * texts that can't be saved, or a page that does not answer, decides; a second ✕ meanwhile changes nothing.
 */
export function holdClose(window: ClosableWindow, tools: Tools): void {
  let isAsking = false
  window.on('close', (event) => {
    if (!tools.isOpen() || window.webContents.isCrashed()) return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void mayClose(tools).then((may) => {
      isAsking = false
      if (may) window.destroy()
    })
  })
}

async function mayClose(tools: Tools): Promise<boolean> {
  const answered = new AbortController()
  const asked = tools.ask().finally(() => answered.abort())
  let answer = await within(asked, LEAVE_LIMIT_MS)
  while (answer === null) {
    if (await tools.whenSilent(answered.signal)) return true
    answer = await within(asked, LEAVE_LIMIT_MS)
  }
  return answer.atStake === 0 || (await tools.whenAtStake(answer))
}

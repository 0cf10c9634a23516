import { create } from 'zustand'

/** How long a name and a national number stay in sight. */
export const SHOWN_SECONDS = 30

/** Who a row is about, while it is asked for: heading → value. */
export interface Identity {
  readonly rowKey: string
  readonly fields: readonly { readonly title: string; readonly value: string }[]
}

interface ShownIdentity {
  readonly shown: Identity | null
  readonly secondsLeft: number
}

const HIDDEN: ShownIdentity = { shown: null, secondsLeft: 0 }

/** The one identity in sight; nothing else in the window holds it. */
export const useShownIdentity = create<ShownIdentity>(() => HIDDEN)

const second = { timer: undefined as ReturnType<typeof setInterval> | undefined }

/** Shows an identity for `SHOWN_SECONDS`, counting down; one shown before is gone. */
export function revealIdentity(shown: Identity): void {
  hideIdentity()
  useShownIdentity.setState({ shown, secondsLeft: SHOWN_SECONDS })
  const until = Date.now() + SHOWN_SECONDS * 1000
  second.timer = setInterval(() => {
    const secondsLeft = Math.ceil((until - Date.now()) / 1000)
    if (secondsLeft > 0) useShownIdentity.setState({ secondsLeft })
    else hideIdentity()
  }, 1000)
}

/** Takes the identity out of sight and out of memory. */
export function hideIdentity(): void {
  clearInterval(second.timer)
  useShownIdentity.setState(HIDDEN)
}

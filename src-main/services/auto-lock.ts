/** Why the vault was locked; travels as `vault:locked`. */
export type LockReason = 'user' | 'idle' | 'suspend'

/** The part of Electron's `powerMonitor` used here. */
export interface PowerMonitor {
  getSystemIdleTime(): number
  on(event: 'suspend' | 'lock-screen' | 'resume', listener: () => void): unknown
}

interface Tools {
  readonly monitor: PowerMonitor
  readonly idleSeconds: number
  readonly isOpen: () => boolean
  readonly lock: (reason: LockReason) => unknown
}

export const IDLE_SECONDS = 600
const LOOK_EVERY_MS = 5_000

/** Locks the vault when nobody has touched the computer for a while, and when it sleeps or its screen is locked. */
export function lockWhenAway({ monitor, idleSeconds, isOpen, lock }: Tools): void {
  const lockIfOpen = (reason: LockReason): void => {
    if (isOpen()) lock(reason)
  }
  monitor.on('suspend', () => lockIfOpen('suspend'))
  monitor.on('lock-screen', () => lockIfOpen('suspend'))
  setInterval(() => {
    if (monitor.getSystemIdleTime() >= idleSeconds) lockIfOpen('idle')
  }, LOOK_EVERY_MS).unref()
}

import { create } from 'zustand'
import type { User } from '#domain/account/account.ts'
import type { AppError } from '#domain/result.ts'
import { bridge, type PayloadOf, type VaultOwner } from '#renderer/platform/bridge.ts'

export type Phase = 'starting' | 'empty' | 'signed-in' | 'locked' | 'open'
export type LockReason = PayloadOf<'vault:locked'>['reason']

interface Session {
  readonly phase: Phase
  readonly owner: VaultOwner | null
  /** Who signed in, before there is a vault. */
  readonly person: User | null
  readonly waitMs: number
  readonly osSecret: boolean
  /** Why the laptop locked itself, for the unlock screen. */
  readonly lockReason: LockReason | null
  /** Why nothing can be shown: the store is newer, damaged, or main does not answer. */
  readonly failure: AppError | null
}

/** Locking starts the page afresh: the reason waits here for the new one. */
const REASON_KEY = 'constat.lock-reason'
const PENDING_KEY = 'constat.pending'

/** Who is at the laptop, and whether the vault is open. */
export const useSession = create<Session>(() => ({
  phase: 'starting',
  owner: null,
  person: null,
  waitMs: 0,
  osSecret: true,
  lockReason: sessionStorage.getItem(REASON_KEY) as LockReason | null,
  failure: null,
}))

/**
 * Asks main where we are. A page that was reloaded has no key any more, so an open vault is locked first; that starts
 * the page afresh.
 */
export async function loadSession(): Promise<void> {
  const status = await bridge.invoke('vault:status', null)
  if (!status.ok) {
    useSession.setState({ failure: status.error })
    return
  }
  const { state, owner, waitMs, osSecret } = status.value
  if (state === 'open') await bridge.invoke('vault:lock', null)
  else useSession.setState({ phase: state, owner, waitMs, osSecret, failure: null })
}

/** Keeps the reason of a lock for the page that starts afresh, or forgets it. */
export function rememberLockReason(reason: LockReason | null): void {
  if (reason === null) sessionStorage.removeItem(REASON_KEY)
  else sessionStorage.setItem(REASON_KEY, reason)
}

/** How much waited to be sent when the laptop was last open: a number only, for the unlock screen. */
export const rememberedPending = (): number => Number(localStorage.getItem(PENDING_KEY) ?? 0)
export const rememberPending = (pending: number): void => localStorage.setItem(PENDING_KEY, String(pending))

import { create } from 'zustand'
import type { User } from '#domain/account/account.ts'
import type { AppError } from '#domain/result.ts'
import { cancelAllDownloads } from '#renderer/app/downloads.ts'
import { goTo, screensOf } from '#renderer/app/routes.ts'
import { startPump, stopPump } from '#renderer/app/pump.ts'
import { addComparisonKey, closeStore, openStore } from '#renderer/db/store.ts'
import { bridge, type OutputOf, type PayloadOf, type VaultOwner } from '#renderer/platform/bridge.ts'
import { flushAllFields } from '#renderer/ui/autosave.ts'

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

/** Opens the local store with the vault's key, starts the pump, shows the first screen of the role. */
export async function enter({ recordKey, owner }: OutputOf<'vault:unlock'>): Promise<void> {
  const opened = await openStore(recordKey, (inspectionId) =>
    bridge.invoke('vault:package-key', { inspectionId }),
  )
  if (!opened.ok) {
    useSession.setState({ owner, failure: opened.error })
    return
  }
  const comparison = await bridge.invoke('vault:comparison-key', null)
  if (comparison.ok) addComparisonKey(comparison.value.key)
  const [first = 'inspections'] = screensOf(owner.user.role)
  goTo({ screen: first })
  sessionStorage.removeItem(REASON_KEY)
  useSession.setState({ phase: 'open', owner, lockReason: null, failure: null })
  startPump()
}

/** Locks on demand; what was typed is saved before. */
export async function lock(): Promise<void> {
  await flushAllFields()
  await bridge.invoke('vault:lock', null)
}

/** Main has locked the vault and will start the page afresh: save, stop sending, close the store, show nothing. */
export async function onLocked(reason: LockReason): Promise<void> {
  if (useSession.getState().phase !== 'open') return
  sessionStorage.setItem(REASON_KEY, reason)
  cancelAllDownloads()
  await flushAllFields()
  stopPump()
  useSession.setState({ phase: 'starting' })
  closeStore()
}

import { cancelAllDownloads } from '#renderer/app/downloads.ts'
import { startPump, stopPump } from '#renderer/app/pump.ts'
import { goTo, screensOf } from '#renderer/app/routes.ts'
import { rememberLockReason, useSession, type LockReason } from '#renderer/app/session.ts'
import { addComparisonKey, closeStore, openStore } from '#renderer/db/store.ts'
import { bridge, type OutputOf } from '#renderer/platform/bridge.ts'
import { flushAllFields } from '#renderer/ui/autosave.ts'

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
  rememberLockReason(null)
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
  rememberLockReason(reason)
  cancelAllDownloads()
  await flushAllFields()
  stopPump()
  useSession.setState({ phase: 'starting' })
  closeStore()
}

import { saveWhenAway } from '#renderer/app/leave.ts'
import { startPump } from '#renderer/app/pump.ts'
import { goTo } from '#renderer/app/routes.ts'
import { rememberLockReason, useSession } from '#renderer/app/session.ts'
import { keepWayBack, wayBack } from '#renderer/app/way-back.ts'
import { addComparisonKey, openStore } from '#renderer/db/store.ts'
import { bridge, type OutputOf } from '#renderer/platform/bridge.ts'
import { loadDrafts } from '#renderer/ui/kept-drafts.ts'
import { restoreScrolls } from '#renderer/ui/kept-scrolls.ts'

/** Opens the local store with the vault's key, starts the pump, shows what was shown last. */
export async function enter({ recordKey, owner }: OutputOf<'vault:unlock'>): Promise<void> {
  const opened = await openStore(recordKey, (inspectionId) =>
    bridge.invoke('vault:package-key', { inspectionId }),
  )
  if (!opened.ok) {
    useSession.setState({ owner, failure: opened.error })
    return
  }
  await loadDrafts()
  const comparison = await bridge.invoke('vault:comparison-key', null)
  if (comparison.ok) addComparisonKey(comparison.value.key)
  goTo(await wayBack(owner.user))
  restoreScrolls()
  keepWayBack(owner.user)
  rememberLockReason(null)
  useSession.setState({ phase: 'open', owner, lockReason: null, failure: null })
  saveWhenAway()
  startPump()
}

/** Locks on demand; main asks first for what was typed. */
export async function lock(): Promise<void> {
  await bridge.invoke('vault:lock', null)
}

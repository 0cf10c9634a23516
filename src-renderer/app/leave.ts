import { cancelAllDownloads } from '#renderer/app/downloads.ts'
import { stopPump } from '#renderer/app/pump.ts'
import { rememberLockReason, useSession, type LockReason } from '#renderer/app/session.ts'
import { closeStore } from '#renderer/db/store.ts'
import { bridge, type PayloadOf } from '#renderer/platform/bridge.ts'
import { fieldsAtStake, flushAllFields } from '#renderer/ui/autosave.ts'
import { savesEnded } from '#renderer/ui/save-status.ts'

/** The window closes or the vault locks as soon as main hears that everything typed is on the disk, or what is not. */
export async function onLeaveAsked({ turn, why }: PayloadOf<'leave:asked'>): Promise<void> {
  const isOpen = useSession.getState().phase === 'open'
  if (isOpen && why !== 'close') hide(why)
  await flushAllFields()
  await savesEnded()
  const atStake = fieldsAtStake()
  if (isOpen && why !== 'close') closeStore()
  await bridge.invoke('leave:answer', { turn, atStake: atStake.length, reason: atStake[0]?.code ?? null })
}

/** Shows nothing any more, so that nothing can be typed after the last save; main will start the page afresh. */
function hide(reason: LockReason): void {
  rememberLockReason(reason)
  cancelAllDownloads()
  stopPump()
  useSession.setState({ phase: 'starting' })
}

/** Saves what is typed when another window or another app comes to the front. */
export function saveWhenAway(): void {
  const save = (): void => void flushAllFields()
  window.addEventListener('blur', save)
  window.addEventListener('pagehide', save)
  document.addEventListener('visibilitychange', save)
}

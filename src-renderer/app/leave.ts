import { cancelAllDownloads } from '#renderer/app/downloads.ts'
import { stopPump } from '#renderer/app/pump.ts'
import { rememberLockReason, useSession, type LockReason } from '#renderer/app/session.ts'
import { closeStore } from '#renderer/db/store.ts'
import { bridge, type PayloadOf } from '#renderer/platform/bridge.ts'
import { fieldsAtStake, flushAllFields } from '#renderer/ui/autosave.ts'
import { writeLooks } from '#renderer/ui/kept-looks.ts'
import { savesEnded } from '#renderer/ui/save-status.ts'

/** What was looked at is worth this wait and no more: a full disk may never answer. */
const LOOKS_MS = 500
const within = async (ms: number, work: Promise<void>): Promise<void> =>
  await Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, ms))])

/** The window closes or the vault locks as soon as main hears that everything typed is on the disk, or what is not. */
export async function onLeaveAsked({ turn, why }: PayloadOf<'leave:asked'>): Promise<void> {
  const isOpen = useSession.getState().phase === 'open'
  if (isOpen && why !== 'close') hide(why)
  const looks = within(LOOKS_MS, writeLooks())
  await flushAllFields()
  await savesEnded()
  await looks
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
  const save = (): void => void Promise.all([flushAllFields(), writeLooks()])
  window.addEventListener('blur', save)
  window.addEventListener('pagehide', save)
  document.addEventListener('visibilitychange', save)
}

import { create } from 'zustand'
import { err, type Result } from '#domain/result.ts'
import { currentPump, refreshInspections, useSync } from '#renderer/app/pump.ts'
import type { DownloadState } from '#renderer/features/inspections/ui/downloads.ts'
import { bridge } from '#renderer/platform/bridge.ts'

/** Downloads under way or stopped, by inspection. */
export const useDownloads = create<{ readonly states: Readonly<Record<string, DownloadState>> }>(() => ({
  states: {},
}))

const running = new Map<string, AbortController>()

/**
 * Takes an inspection for this laptop and brings its package here; goes on where an earlier try stopped.
 * @param write false for a file that is only read: nothing is taken then
 */
export async function startDownload(inspectionId: string, write: boolean, takeOver: boolean): Promise<void> {
  if (running.has(inspectionId)) return
  const control = new AbortController()
  running.set(inspectionId, control)
  note(inspectionId, { running: true, done: 0, of: 0, failure: null })
  const done = await download(inspectionId, write, takeOver, control.signal)
  running.delete(inspectionId)
  if (done.ok || control.signal.aborted) forget(inspectionId)
  else note(inspectionId, { running: false, done: 0, of: 0, failure: done.error })
  // Also after a refusal: another laptop may have taken it since the list was read.
  if (!control.signal.aborted && !useSync.getState().manual) await refreshInspections()
}

async function download(
  inspectionId: string,
  write: boolean,
  takeOver: boolean,
  signal: AbortSignal,
): Promise<Result<null>> {
  if (useSync.getState().manual) return err('store.manual-offline')
  if (write) {
    const taken = await bridge.invoke('central:checkout', { inspectionId, takeOver })
    if (!taken.ok) return taken
  }
  const pump = currentPump()
  if (pump === null) return err('vault.locked')
  return await pump.downloadPackage(inspectionId, {
    signal,
    onProgress: (bytes, of) => note(inspectionId, { running: true, done: bytes, of, failure: null }),
  })
}

/** Stops a download; the pieces that arrived are kept. */
export const cancelDownload = (inspectionId: string): void => running.get(inspectionId)?.abort()

/** Stops them all, before the store is closed. */
export function cancelAllDownloads(): void {
  for (const control of running.values()) control.abort()
}

function note(inspectionId: string, state: DownloadState): void {
  useDownloads.setState(({ states }) => ({ states: { ...states, [inspectionId]: state } }))
}

/** Takes a download that ended out of the list. */
export function forget(inspectionId: string): void {
  useDownloads.setState(({ states }) => {
    const rest = Object.entries(states).filter(([id]) => id !== inspectionId)
    return { states: Object.fromEntries(rest) }
  })
}

import { liveQuery } from 'dexie'
import { ok, type AppError, type Result } from '#domain/result.ts'
import type { InspectionListItem } from '#domain/sync/protocol.ts'
import { keepInspections } from '#renderer/db/inspections.ts'
import { countPending } from '#renderer/db/outbox.ts'
import { guarded } from '#renderer/db/store.ts'
import { listUploads } from '#renderer/db/uploads.ts'
import { fetchPackage, type DownloadOptions } from '#renderer/sync/download-package.ts'
import { failureClass, isUnreachable, retryDelay } from '#renderer/sync/failure-class.ts'
import type { Ports } from '#renderer/sync/ports.ts'
import { syncOnce } from '#renderer/sync/sync-once.ts'

export interface SyncStatus {
  readonly connection: 'online' | 'offline' | 'manual-offline' | 'sign-in-needed'
  /** Changes that the central store has not answered yet. */
  readonly pending: number
  readonly sending: { readonly done: number; readonly of: number } | null
  /** ISO 8601; end of the last sync that went through. */
  readonly lastSyncAt: string | null
  readonly lastFailure: AppError | null
}

export interface Pump {
  /** Syncs once; while one runs, gives back that one. Does nothing while offline by hand. */
  syncNow(): Promise<SyncStatus>
  /** Cuts this app off the network, or lets it back on; switching back on syncs at once. */
  setManualOffline(offline: boolean): void
  status(): SyncStatus
  /** Calls at once and at each change; returns how to stop. */
  onStatus(listener: (status: SyncStatus) => void): () => void
  /** Ends all timers. A sync under way ends by itself; what it has not finished is done at the next start. */
  dispose(): void
  downloadPackage(inspectionId: string, options?: DownloadOptions): Promise<Result<null>>
  /** Asks for "my inspections" and keeps the list for offline. */
  refreshInspections(): Promise<Result<InspectionListItem[]>>
  /** Makes a file of an inspection readable here (`file:read`), fetching it when it is not. */
  fetchFile(inspectionId: string, sha256: string): Promise<Result<null>>
}

/** Runs `act` after `ms`; returns how to call it off. */
export type Timer = (ms: number, act: () => void) => () => void

const systemTimer: Timer = (ms, act) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** After a change, so that a sentence being typed travels once. */
const AFTER_CHANGE_MS = 3_000
const BETWEEN_SYNCS_MS = 60_000

/**
 * Makes the pump between the local store and the central store. The store must be open; dispose of the pump before
 * closing it.
 */
export function createPump(
  ports: Ports,
  timer: Timer = systemTimer,
  chance: () => number = Math.random,
): Pump {
  const listeners = new Set<(status: SyncStatus) => void>()
  let status: SyncStatus = {
    connection: 'online',
    pending: 0,
    sending: null,
    lastSyncAt: null,
    lastFailure: null,
  }
  let running: Promise<SyncStatus> | null = null
  let callOff = () => {}
  let failures = 0
  let disposed = false

  const tell = (news: Partial<SyncStatus>) => {
    status = { ...status, ...news }
    for (const listener of listeners) listener(status)
  }
  const plan = (ms: number) => {
    callOff()
    callOff = disposed ? () => {} : timer(ms, () => void syncNow())
  }
  const run = async (): Promise<SyncStatus> => {
    callOff()
    const of = (await countPending()) + (await listUploads()).length
    tell({ sending: { done: 0, of } })
    const done = await guarded(() =>
      syncOnce(ports, (count) => tell({ sending: advanced(status.sending, count) })),
    )
    const pending = await countPending()
    if (done.ok) failures = 0
    const delay = done.ok ? BETWEEN_SYNCS_MS : nextTry(done.error, failures++, chance())
    tell({ ...outcomeOf(done, status), pending, sending: null })
    if (delay !== null && status.connection !== 'manual-offline') plan(delay)
    return status
  }
  const syncNow = async (): Promise<SyncStatus> => {
    if (disposed || status.connection === 'manual-offline') return status
    running ??= run().finally(() => (running = null))
    return await running
  }
  const subscription = liveQuery(countPending).subscribe((pending) => {
    const more = pending > status.pending
    tell({ pending })
    if (more && running === null && status.connection === 'online' && failures === 0) plan(AFTER_CHANGE_MS)
  })

  return {
    syncNow,
    setManualOffline(offline) {
      callOff()
      tell({ connection: offline ? 'manual-offline' : 'online' })
      if (!offline) void syncNow()
    },
    status: () => status,
    onStatus(listener) {
      listeners.add(listener)
      listener(status)
      return () => void listeners.delete(listener)
    },
    dispose() {
      disposed = true
      callOff()
      subscription.unsubscribe()
      listeners.clear()
    },
    downloadPackage: (inspectionId, options = {}) => fetchPackage(ports, inspectionId, options),
    refreshInspections: () => refreshInspections(ports),
    fetchFile: (inspectionId, sha256) => fetchFile(ports, { inspectionId, sha256 }),
  }
}

const advanced = (sending: SyncStatus['sending'], count: number): SyncStatus['sending'] => {
  if (sending === null) return null
  const done = sending.done + count
  return { done, of: Math.max(done, sending.of) }
}

function outcomeOf(done: Result<null>, { connection }: SyncStatus): Partial<SyncStatus> {
  const asked = connection === 'manual-offline'
  if (done.ok) {
    const lastSyncAt = new Date().toISOString()
    return { connection: asked ? connection : 'online', lastSyncAt, lastFailure: null }
  }
  if (asked) return { lastFailure: done.error }
  const signIn = failureClass(done.error) === 'sign-in'
  const seen = isUnreachable(done.error) ? 'offline' : 'online'
  return { connection: signIn ? 'sign-in-needed' : seen, lastFailure: done.error }
}

/** Milliseconds until the next try, or null when only the user can help. */
function nextTry(error: AppError, failures: number, chance: number): number | null {
  const way = failureClass(error)
  if (way === 'sign-in' || way === 'forked' || way === 'update') return null
  return retryDelay(failures, chance, error)
}

async function refreshInspections(ports: Ports): Promise<Result<InspectionListItem[]>> {
  const answer = await ports.listInspections()
  if (!answer.ok) return answer
  return await guarded(async () => {
    await keepInspections(answer.value.items)
    return ok(answer.value.items)
  })
}

async function fetchFile(
  ports: Ports,
  blob: { inspectionId: string; sha256: string },
): Promise<Result<null>> {
  const here = await ports.hasFile(blob)
  if (!here.ok) return here
  return here.value.present ? ok(null) : await ports.downloadBlob(blob)
}

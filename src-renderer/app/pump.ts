import { create } from 'zustand'
import type { AppError } from '#domain/result.ts'
import { rememberPending } from '#renderer/app/session.ts'
import { bridge } from '#renderer/platform/bridge.ts'
import { createPorts } from '#renderer/platform/ports.ts'
import { createPump, type Pump, type SyncStatus } from '#renderer/sync/pump.ts'

const LAST_SYNC_KEY = 'constat.last-sync'
/** A sync that the user asked for and that failed is told until one goes through, also after a lock or a restart. */
const FAILED_KEY = 'constat.sync-failed'
/** Working offline is a choice that a lock or a restart does not undo. */
const OFFLINE_KEY = 'constat.offline'

const AT_REST: SyncStatus = {
  connection: 'offline',
  pending: 0,
  sending: null,
  lastSyncAt: null,
  lastFailure: null,
}

export interface FailedSync {
  readonly error: AppError
  /** ISO 8601 */
  readonly at: string
}

function storedFailure(): FailedSync | null {
  const stored = localStorage.getItem(FAILED_KEY)
  return stored === null ? null : (JSON.parse(stored) as FailedSync)
}

function noteFailure(failed: FailedSync | null): void {
  if (failed === null) localStorage.removeItem(FAILED_KEY)
  else localStorage.setItem(FAILED_KEY, JSON.stringify(failed))
  useSync.setState({ failed })
}

interface SyncView {
  readonly status: SyncStatus
  /** The user chose to work offline. */
  readonly manual: boolean
  /** The user asked for a sync, and it runs. */
  readonly busy: boolean
  /** The last sync that the user asked for failed: why and when. Null once any has gone through. */
  readonly failed: FailedSync | null
  /** The list of inspections is being asked for; why the last try failed. */
  readonly refreshing: boolean
  readonly refreshFailure: AppError | null
  /** The dialog that asks to sign in again is open. */
  readonly asking: boolean
}

/** What the status strip says; fed by the pump. */
export const useSync = create<SyncView>(() => ({
  status: AT_REST,
  manual: localStorage.getItem(OFFLINE_KEY) === 'yes',
  busy: false,
  failed: storedFailure(),
  refreshing: false,
  refreshFailure: null,
  asking: false,
}))

let pump: Pump | null = null
let unlisten: (() => void) | null = null

/** Starts sending and fetching; after unlock, when the store is open. */
export function startPump(): void {
  stopPump()
  pump = createPump(createPorts(bridge))
  unlisten = pump.onStatus(note)
  pump.setManualOffline(useSync.getState().manual)
  if (!useSync.getState().manual) void refreshInspections()
}

/** Ends all sending; before the store is closed. */
export function stopPump(): void {
  unlisten?.()
  pump?.dispose()
  pump = null
  useSync.setState({ status: AT_REST, busy: false, refreshing: false, asking: false })
}

/** The pump of the open store, or null while locked. */
export const currentPump = (): Pump | null => pump

function note(news: SyncStatus): void {
  rememberPending(news.pending)
  if (news.lastSyncAt !== null) localStorage.setItem(LAST_SYNC_KEY, news.lastSyncAt)
  const status = { ...news, lastSyncAt: localStorage.getItem(LAST_SYNC_KEY) }
  const { status: before, failed } = useSync.getState()
  useSync.setState({ status })
  if (failed !== null && news.lastSyncAt !== null && news.lastSyncAt > failed.at) noteFailure(null)
  // Asked once, when it is first needed; after that the strip offers it and work goes on.
  if (status.connection === 'sign-in-needed' && before.connection !== 'sign-in-needed') {
    useSync.setState({ asking: true })
  }
}

/** Sends and fetches now; the strip says how it ended. */
export async function syncNow(): Promise<void> {
  if (pump === null || useSync.getState().busy) return
  useSync.setState({ busy: true })
  const { lastFailure, connection } = await pump.syncNow()
  const error = connection === 'manual-offline' ? { code: 'store.manual-offline' } : lastFailure
  if (error !== null) noteFailure({ error, at: new Date().toISOString() })
  await refreshInspections()
  useSync.setState({ busy: false })
}

/** Asks the central store for the list of inspections; the one known stays when it can't be reached. */
export async function refreshInspections(): Promise<void> {
  if (pump === null) return
  useSync.setState({ refreshing: true })
  const listed = await pump.refreshInspections()
  useSync.setState({ refreshing: false, refreshFailure: listed.ok ? null : listed.error })
}

/** Works offline on purpose, or not any more. */
export function setManualOffline(manual: boolean): void {
  localStorage.setItem(OFFLINE_KEY, manual ? 'yes' : 'no')
  useSync.setState({ manual })
  pump?.setManualOffline(manual)
  if (!manual) void refreshInspections()
}

import { liveQuery } from 'dexie'
import { ok, type AppError, type Result } from '#domain/result.ts'
import type { InspectionListItem } from '#domain/sync/protocol.ts'
import { keepInspections } from '#renderer/db/inspections.ts'
import { countPending, countRecorded } from '#renderer/db/outbox.ts'
import { guarded } from '#renderer/db/store.ts'
import { fetchPackage, type DownloadOptions } from '#renderer/sync/download-package.ts'
import { failureClass, isUnreachable, retryDelay } from '#renderer/sync/failure-class.ts'
import { makeOneAtATime } from '#renderer/sync/one-at-a-time.ts'
import { cutWhile, type Ports } from '#renderer/sync/ports.ts'
import { syncOnce } from '#renderer/sync/sync-once.ts'

export interface SyncStatus {
  readonly connection: 'online' | 'offline' | 'manual-offline' | 'sign-in-needed'
  /** Changes that the central store has not answered yet, and files it does not have. */
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
export const createPump = (
  ports: Ports,
  timer: Timer = systemTimer,
  chance: () => number = Math.random,
): Pump => new SyncPump(ports, timer, chance)

const AT_REST: SyncStatus = {
  connection: 'online',
  pending: 0,
  sending: null,
  lastSyncAt: null,
  lastFailure: null,
}

class SyncPump implements Pump {
  readonly #ports: Ports
  readonly #timer: Timer
  readonly #chance: () => number
  readonly #listeners = new Set<(status: SyncStatus) => void>()
  readonly #watch: { unsubscribe(): void }
  readonly #alone = makeOneAtATime()
  #status = AT_REST
  #running: Promise<SyncStatus> | null = null
  #callOff = () => {}
  #failures = 0
  /** Something was recorded while the last sync ran, perhaps too late for it. */
  #more = false
  #disposed = false

  constructor(ports: Ports, timer: Timer, chance: () => number) {
    this.#ports = cutWhile(ports, () => this.#cut())
    this.#timer = timer
    this.#chance = chance
    this.#watch = liveQuery(countPending).subscribe((pending) => this.#notePending(pending))
  }

  async syncNow(): Promise<SyncStatus> {
    if (this.#disposed || this.#status.connection === 'manual-offline') return this.#status
    this.#running ??= this.#run().finally(() => (this.#running = null))
    return await this.#running
  }

  setManualOffline(offline: boolean): void {
    this.#callOff()
    this.#tell({ connection: offline ? 'manual-offline' : 'online' })
    if (!offline) void this.syncNow()
  }

  status(): SyncStatus {
    return this.#status
  }

  onStatus(listener: (status: SyncStatus) => void): () => void {
    this.#listeners.add(listener)
    listener(this.#status)
    return () => void this.#listeners.delete(listener)
  }

  dispose(): void {
    this.#disposed = true
    this.#callOff()
    this.#watch.unsubscribe()
    this.#listeners.clear()
  }

  async downloadPackage(inspectionId: string, options: DownloadOptions = {}): Promise<Result<null>> {
    return this.#heard(await fetchPackage(this.#ports, inspectionId, options, this.#alone))
  }

  async refreshInspections(): Promise<Result<InspectionListItem[]>> {
    const answer = this.#heard(await this.#ports.listInspections())
    if (!answer.ok) return answer
    return await guarded(async () => {
      await keepInspections(answer.value.items)
      return ok(answer.value.items)
    })
  }

  async fetchFile(inspectionId: string, sha256: string): Promise<Result<null>> {
    const blob = { inspectionId, sha256 }
    const here = await this.#ports.hasFile(blob)
    if (!here.ok) return here
    return here.value.present ? ok(null) : await this.#ports.downloadBlob(blob)
  }

  async #run(): Promise<SyncStatus> {
    this.#callOff()
    const done = await guarded(() => this.#alone(() => this.#sync()))
    const delay = done.ok ? this.#pause() : nextTry(done.error, this.#failures, this.#chance())
    this.#failures = done.ok ? 0 : this.#failures + 1
    this.#tell({ ...outcomeOf(done, this.#status), sending: null })
    if (delay !== null && this.#status.connection !== 'manual-offline') this.#plan(delay)
    return this.#status
  }

  async #sync(): Promise<Result<null>> {
    const recorded = await countRecorded()
    this.#tell({ sending: { done: 0, of: await countPending() } })
    const onSent = (count: number) => this.#tell({ sending: advanced(this.#status.sending, count) })
    const done = await syncOnce(this.#ports, onSent)
    this.#tell({ pending: await countPending() })
    this.#more = (await countRecorded()) > recorded
    return done
  }

  #pause(): number {
    return this.#more ? AFTER_CHANGE_MS : BETWEEN_SYNCS_MS
  }

  #cut(): string | null {
    if (this.#disposed) return 'store.cancelled'
    return this.#status.connection === 'manual-offline' ? 'store.manual-offline' : null
  }

  /** What another question than a sync tells of the connection. */
  #heard<T>(answer: Result<T>): Result<T> {
    const { connection } = this.#status
    if (this.#disposed || this.#running !== null || connection === 'manual-offline') return answer
    if (answer.ok && connection !== 'online') this.#plan(0)
    if (!answer.ok && connection === 'online' && isAboutConnection(answer.error)) {
      this.#tell({ connection: connectionAfter(answer.error) })
      this.#plan(retryDelay(this.#failures++, this.#chance()))
    }
    return answer
  }

  #plan(ms: number): void {
    this.#callOff()
    if (!this.#disposed) this.#callOff = this.#timer(ms, () => void this.syncNow())
  }

  /** New work goes out soon; after a failure it waits for the planned try. */
  #notePending(pending: number): void {
    const more = pending > this.#status.pending
    this.#tell({ pending })
    const free = this.#running === null && this.#failures === 0
    if (more && free && this.#status.connection === 'online') this.#plan(AFTER_CHANGE_MS)
  }

  #tell(news: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...news }
    for (const listener of this.#listeners) listener(this.#status)
  }
}

const advanced = (sending: SyncStatus['sending'], count: number): SyncStatus['sending'] => {
  if (sending === null) return null
  const done = sending.done + count
  return { done, of: Math.max(done, sending.of) }
}

/** The sync was ended from here, on purpose. */
const QUIET: readonly string[] = ['store.cancelled', 'store.manual-offline', 'store.locked']

function outcomeOf(done: Result<null>, { connection }: SyncStatus): Partial<SyncStatus> {
  const asked = connection === 'manual-offline'
  if (done.ok) {
    const lastSyncAt = new Date().toISOString()
    return { ...(asked ? {} : { connection: 'online' }), lastSyncAt, lastFailure: null }
  }
  if (asked || QUIET.includes(done.error.code)) return {}
  return { connection: connectionAfter(done.error), lastFailure: done.error }
}

const isAboutConnection = (error: AppError): boolean => connectionAfter(error) !== 'online'

function connectionAfter(error: AppError): 'online' | 'offline' | 'sign-in-needed' {
  if (failureClass(error) === 'sign-in') return 'sign-in-needed'
  return isUnreachable(error) ? 'offline' : 'online'
}

/** Milliseconds until the next try, or null when only the user can help. */
function nextTry(error: AppError, failures: number, chance: number): number | null {
  const way = failureClass(error)
  if (way === 'sign-in' || way === 'forked' || way === 'update') return null
  return retryDelay(failures, chance, error)
}

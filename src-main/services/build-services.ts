import path from 'node:path'
import type { Handlers } from '#bridge/contract.ts'
import type { PdfWorker } from '#main/pdf/pdf-worker-host.ts'
import { removeLeftovers } from '#main/services/atomic-file.ts'
import type { LockReason } from '#main/services/auto-lock.ts'
import { createCentral, type Central } from '#main/services/central.ts'
import { diskSpace } from '#main/services/disk-space.ts'
import { createDownloads } from '#main/services/downloads.ts'
import { appHandlers } from '#main/services/handlers/app.ts'
import { centralHandlers } from '#main/services/handlers/central.ts'
import { fileHandlers } from '#main/services/handlers/files.ts'
import { reportHandlers } from '#main/services/handlers/report.ts'
import { vaultHandlers } from '#main/services/handlers/vault.ts'
import { attemptCounter } from '#main/services/keyring/attempts.ts'
import { keyringStore } from '#main/services/keyring/keyring-file.ts'
import type { OsSecret } from '#main/services/keyring/os-secret.ts'
import type { StretchPassphrase } from '#main/services/keyring/argon2-settings.ts'
import { createVault, type Vault } from '#main/services/keyring/vault.ts'
import { sealedFiles } from '#main/services/sealed-files.ts'
import { createLeave, LEAVE_LIMIT_MS, within, type LeaveAnswer } from '#main/services/leave.ts'
import { createSessions } from '#main/services/session.ts'
import { createTransport, type Fetch } from '#main/services/transport.ts'
import { createUploads } from '#main/services/uploads.ts'
import type { Announce } from '#main/windows/announce.ts'

/** What the services need from Electron; a test passes plain Node parts. */
export interface ServicePorts {
  /** The app's data folder: keys and sealed files live below it. */
  readonly userData: string
  readonly version: string
  readonly fetch: Fetch
  readonly stretch: StretchPassphrase
  readonly osSecret: OsSecret
  readonly pdf: PdfWorker
  readonly announce: Announce
  readonly askWhere: (suggestedName: string) => Promise<string | null>
  /** Starts every window afresh, so that nothing it had in memory stays; ends first a page that does not answer. */
  readonly reloadWindows: (answers: boolean) => void
  /** The language of the screens changed. */
  readonly speak: (language: 'fr' | 'nl' | 'en') => void
  readonly now: () => Date
}

export interface Services {
  readonly handlers: Handlers
  readonly isOpen: () => boolean
  readonly lock: (reason: LockReason) => Promise<void>
  /** Asks the page to write everything down, because the window closes. */
  readonly askToLeave: () => Promise<LeaveAnswer>
  /** To be called when a page starts: it has no keys, so the vault must not look open to it. */
  readonly startPage: () => void
}

/** Builds and joins everything that works behind the bridge. */
export async function buildServices(ports: ServicePorts): Promise<Services> {
  const { userData, version, announce, pdf, osSecret } = ports
  const folder = path.join(userData, 'vault')
  const time = (): number => ports.now().getTime()
  await Promise.all([removeLeftovers(folder), removeLeftovers(path.join(userData, 'files'))])

  const disk = diskSpace(userData)
  const transport = createTransport({ fetch: ports.fetch })
  const attempts = attemptCounter(folder, time)
  const vault = createVault({ store: keyringStore(folder), attempts, stretch: ports.stretch, osSecret })
  const sessions = createSessions({ folder, vault, transport, now: time })
  const files = sealedFiles({ folder: userData, disk, packageKeys: (id) => vault.packageKeys(id) })
  const centralFor = (deviceId: string | null): Central =>
    createCentral({ transport, sessions, deviceId: () => Promise.resolve(deviceId) })
  const central = createCentral({ transport, sessions, deviceId: () => enrolledDevice(vault) })
  const downloads = createDownloads(central)
  const forget = (): void => {
    vault.lock()
    sessions.forget()
    downloads.forget()
  }
  const leave = createLeave(announce)
  let locking = false
  const lock = async (reason: LockReason): Promise<void> => {
    if (locking) return
    locking = true
    // The keys go only after the page has written what was typed, or did not answer in time.
    const answer = await within(leave.ask(reason), LEAVE_LIMIT_MS)
    forget()
    announce('vault:locked', { reason })
    ports.reloadWindows(answer !== null)
    locking = false
  }
  const uploads = createUploads(central, files)
  const client = `constat/${version}`
  return {
    isOpen: () => vault.isOpen(),
    lock,
    askToLeave: () => leave.ask('close'),
    startPage: () => {
      if (vault.isOpen()) forget()
    },
    handlers: {
      ...appHandlers({ version, disk, leave, speak: ports.speak }),
      ...vaultHandlers({ vault, sessions, files, disk, osSecret, centralFor, lock }),
      ...centralHandlers({ central, downloads, uploads, files, announce, client, now: ports.now }),
      ...fileHandlers({ files, askWhere: ports.askWhere }),
      ...reportHandlers({ vault, files, pdf, now: ports.now }),
    },
  }
}

async function enrolledDevice(vault: Vault): Promise<string | null> {
  const owner = await vault.owner()
  return owner.ok ? (owner.value?.deviceId ?? null) : null
}

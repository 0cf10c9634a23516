import type { Handlers, OutputOf, VaultOwner } from '#bridge/contract.ts'
import { ok, type Result } from '#domain/result.ts'
import type { LockReason } from '#main/services/auto-lock.ts'
import type { DiskSpace } from '#main/services/disk-space.ts'
import { enrol } from '#main/services/enrolment.ts'
import type { Central } from '#main/services/central.ts'
import type { OsSecret } from '#main/services/keyring/os-secret.ts'
import type { Vault } from '#main/services/keyring/vault.ts'
import type { SealedFiles } from '#main/services/sealed-files.ts'
import type { Sessions } from '#main/services/session.ts'

type VaultHandlers = Pick<
  Handlers,
  | 'vault:status'
  | 'vault:create'
  | 'vault:unlock'
  | 'vault:lock'
  | 'vault:package-key'
  | 'vault:comparison-key'
  | 'vault:shred-package'
  | 'account:sign-in'
>

export interface VaultHandlerTools {
  readonly vault: Vault
  readonly sessions: Sessions
  readonly files: SealedFiles
  readonly disk: DiskSpace
  readonly osSecret: OsSecret
  readonly centralFor: (deviceId: string | null) => Central
  readonly lock: (reason: LockReason) => Promise<void>
}

/** Signing in, enrolling, unlocking, and the keys of packages. */
export function vaultHandlers(tools: VaultHandlerTools): VaultHandlers {
  const { vault, sessions, files, disk, lock } = tools
  const opened = (owner: VaultOwner): Result<OutputOf<'vault:unlock'>> => {
    const key = vault.key('records')
    return key.ok ? ok({ recordKey: key.value, owner }) : key
  }
  return {
    'vault:status': () => status(tools),
    'account:sign-in': async (input) => {
      const user = await sessions.signIn(input)
      return user.ok ? ok({ user: user.value }) : user
    },
    'vault:create': async ({ passphrase }) => {
      const owner = await enrol(tools, passphrase)
      if (owner.ok) await disk.trim()
      return owner.ok ? opened(owner.value) : owner
    },
    'vault:unlock': async ({ passphrase }) => {
      // Counting the tries needs a little room on the disk: a full one must not keep the inspector out.
      await disk.trim()
      const owner = await vault.unlock(passphrase)
      if (!owner.ok) return owner
      await sessions.restore(owner.value.serverUrl)
      return opened(owner.value)
    },
    'vault:lock': () => {
      // Not awaited: the page that asks has to be heard before.
      void lock('user')
      return Promise.resolve(ok(null))
    },
    'vault:package-key': async ({ inspectionId }) => {
      const keys = await vault.packageKeys(inspectionId)
      return keys.ok ? ok({ key: keys.value.rows }) : keys
    },
    'vault:comparison-key': () => {
      const key = vault.key('comparison')
      return Promise.resolve(key.ok ? ok({ key: key.value }) : key)
    },
    'vault:shred-package': async ({ inspectionId }) => {
      // Even deleting needs room on the disk.
      await disk.trim()
      const shredded = await vault.shred(inspectionId)
      if (shredded.ok) await files.removeAll(inspectionId)
      return shredded
    },
  }
}

async function status(tools: VaultHandlerTools): Promise<Result<OutputOf<'vault:status'>>> {
  const { vault, sessions, osSecret } = tools
  const owner = await vault.owner()
  if (!owner.ok) return owner
  const signedIn = sessions.current().ok
  const enrolled = vault.isOpen() ? 'open' : 'locked'
  return ok({
    state: owner.value ? enrolled : signedIn ? 'signed-in' : 'empty',
    owner: owner.value,
    waitMs: Math.ceil(await vault.waitMs()),
    osSecret: osSecret.available(),
    signedIn,
  })
}

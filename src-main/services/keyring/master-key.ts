import { constants, createHash, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import type { VaultOwner } from '#bridge/contract.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Keyring } from '#main/services/keyring/keyring-file.ts'
import type { OsSecret } from '#main/services/keyring/os-secret.ts'
import {
  ARGON2_SETTINGS,
  type Argon2Settings,
  type StretchPassphrase,
} from '#main/services/keyring/argon2-settings.ts'
import { KEY_BYTES, seal, subkey, unseal, type SecretKey } from '#main/services/keyring/seal.ts'
import { ownBytes } from '#main/services/own-bytes.ts'

const SALT_BYTES = 16
type PassphraseSlot = Keyring['passphrase']

/** The means to turn a passphrase into a key. */
export interface SlotTools {
  readonly stretch: StretchPassphrase
  readonly osSecret: OsSecret
}

/** Seals the master key under a passphrase, and under the operating system's secret where there is a real one. */
export async function makePassphraseSlot(
  { stretch, osSecret }: SlotTools,
  { masterKey, passphrase, owner }: { masterKey: SecretKey; passphrase: string; owner: VaultOwner },
): Promise<PassphraseSlot> {
  const salt = randomBytes(SALT_BYTES)
  const settings = ARGON2_SETTINGS
  const secret = osSecret.available() ? randomBytes(KEY_BYTES) : null
  const key = slotKey(await stretch({ passphrase, salt, settings }), secret)
  return {
    salt: salt.toString('base64'),
    settings,
    osSecret: secret && osSecret.seal(secret),
    sealed: seal(key, masterKey, slotContext(owner, settings)).toString('base64'),
  }
}

/** Errors: `vault.wrong-passphrase`, `vault.os-secret-lost`. */
export async function openPassphraseSlot(
  { stretch, osSecret }: SlotTools,
  { passphrase: slot, owner }: Keyring,
  passphrase: string,
): Promise<Result<SecretKey>> {
  const secret = slot.osSecret === null ? null : osSecret.unseal(slot.osSecret)
  if (slot.osSecret !== null && secret === null) return err('vault.os-secret-lost')
  const salt = Buffer.from(slot.salt, 'base64')
  const key = slotKey(await stretch({ passphrase, salt, settings: slot.settings }), secret)
  const masterKey = unseal(key, Buffer.from(slot.sealed, 'base64'), slotContext(owner, slot.settings))
  return masterKey ? ok(ownBytes(masterKey)) : err('vault.wrong-passphrase')
}

/** Seals the master key to the organisation, for the day a passphrase or the system's secret is lost. */
export function makeRecoverySlot(masterKey: SecretKey, recoveryPublicKeyPem: string): Keyring['recovery'] {
  const key = createPublicKey(recoveryPublicKeyPem)
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  const spki = key.export({ type: 'spki', format: 'der' })
  return {
    keySha256: createHash('sha256').update(spki).digest('hex'),
    sealed: publicEncrypt({ key, ...padding }, masterKey).toString('base64'),
  }
}

const slotKey = (stretched: Uint8Array, osSecret: Uint8Array | null): SecretKey =>
  subkey(osSecret ? Buffer.concat([stretched, osSecret]) : stretched, 'passphrase-slot')

/** Binds the slot to what stands beside it in clear: nobody can put in another owner or softer settings. */
const slotContext = (owner: VaultOwner, settings: Argon2Settings): string =>
  JSON.stringify(['passphrase-slot', owner.user.id, owner.deviceId, owner.serverUrl, settings])

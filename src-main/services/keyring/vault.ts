import type { VaultOwner } from '#bridge/contract.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { AttemptCounter } from '#main/services/keyring/attempts.ts'
import type { Keyring, KeyringStore } from '#main/services/keyring/keyring-file.ts'
import {
  makePassphraseSlot,
  makeRecoverySlot,
  openPassphraseSlot,
  type SlotTools,
} from '#main/services/keyring/master-key.ts'
import { newKey, seal, subkey, unseal, type SecretKey } from '#main/services/keyring/seal.ts'
import { oneAtATime } from '#main/services/one-at-a-time.ts'
import { ownBytes } from '#main/services/own-bytes.ts'

/** The inspector's signing key and the certificates that go into a signature. */
export interface Signer {
  /** PKCS#8 DER in base64. */
  readonly pkcs8: string
  readonly certificatePem: string
  readonly chainPem: readonly string[]
  readonly caCertificatePem: string
}

/** What a new vault is made for. */
export interface NewVault {
  readonly passphrase: string
  readonly owner: VaultOwner
  readonly signer: Signer
  readonly recoveryPublicKeyPem: string
}

/** The keys of one package: the page gets `rows`, `files` stays in main. */
export interface PackageKeys {
  readonly rows: SecretKey
  readonly files: SecretKey
}

export interface VaultTools extends SlotTools {
  readonly store: KeyringStore
  readonly attempts: AttemptCounter
}

/** Holds the master key while the vault is open, and makes every other key from it. */
export interface Vault {
  /** Null before enrolment. Errors: `vault.damaged`, `vault.newer`. */
  owner(): Promise<Result<VaultOwner | null>>
  isOpen(): boolean
  waitMs(): Promise<number>
  /** Errors: `vault.exists`. */
  create(vault: NewVault): Promise<Result<VaultOwner>>
  /** Errors: `vault.wait`, `vault.wrong-passphrase`, `vault.none`, `vault.os-secret-lost`, … */
  unlock(passphrase: string): Promise<Result<VaultOwner>>
  /** Overwrites the master key; from then on every question for a key is answered `vault.locked`. */
  lock(): void
  /** A key for one purpose of the app itself. */
  key(purpose: 'records' | 'session' | 'comparison'): Result<SecretKey>
  /** Made at first use. */
  packageKeys(inspectionId: string): Promise<Result<PackageKeys>>
  /** Destroys the key of a package, for good. */
  shred(inspectionId: string): Promise<Result<null>>
  signer(): Promise<Result<Signer>>
}

/** The vault of one laptop. Changes to the keyring happen one at a time. */
export function createVault(tools: VaultTools): Vault {
  const { store, attempts } = tools
  const inTurn = oneAtATime()
  let open: { readonly masterKey: SecretKey; readonly owner: VaultOwner } | null = null

  const withKeyring = async <T>(
    use: (keyring: Keyring, key: SecretKey) => Result<T> | Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const read = await readKeyring(store)
    if (!read.ok) return read
    return open ? use(read.value, open.masterKey) : err('vault.locked')
  }
  const create = async (vault: NewVault): Promise<Result<VaultOwner>> => {
    const read = await store.read()
    if (!read.ok) return read
    if (read.value) return err('vault.exists')
    const masterKey = newKey()
    await store.write(await makeKeyring(tools, vault, masterKey))
    open = { masterKey, owner: vault.owner }
    return ok(vault.owner)
  }
  const unlock = async (passphrase: string): Promise<Result<VaultOwner>> => {
    const waitMs = await attempts.waitMs()
    if (waitMs > 0) return err('vault.wait', { seconds: Math.ceil(waitMs / 1000) })
    const keyring = await readKeyring(store)
    if (!keyring.ok) return keyring
    await attempts.begin()
    const opened = await openPassphraseSlot(tools, keyring.value, passphrase)
    if (!opened.ok && opened.error.code === 'vault.wrong-passphrase') return opened
    await attempts.succeed()
    if (!opened.ok) return opened
    open = { masterKey: opened.value, owner: keyring.value.owner }
    return ok(open.owner)
  }
  return {
    owner: async () => {
      if (open) return ok(open.owner)
      const read = await store.read()
      return read.ok ? ok(read.value?.owner ?? null) : read
    },
    isOpen: () => open !== null,
    waitMs: () => attempts.waitMs(),
    create: (vault) => inTurn(() => create(vault)),
    unlock: (passphrase) => inTurn(() => unlock(passphrase)),
    lock: () => {
      open?.masterKey.fill(0)
      open = null
    },
    key: (purpose) => (open ? ok(subkey(open.masterKey, purpose)) : err('vault.locked')),
    packageKeys: (id) => inTurn(() => withKeyring((keyring, key) => packageKeysOf(store, keyring, key, id))),
    shred: (id) => inTurn(() => withKeyring((keyring) => shredKey(store, keyring, id))),
    signer: () => inTurn(() => withKeyring((keyring, key) => openSigner(keyring, key))),
  }
}

async function readKeyring(store: KeyringStore): Promise<Result<Keyring>> {
  const read = await store.read()
  if (!read.ok) return read
  return read.value ? ok(read.value) : err('vault.none')
}

async function makeKeyring(tools: SlotTools, vault: NewVault, masterKey: SecretKey): Promise<Keyring> {
  const { owner, passphrase, signer, recoveryPublicKeyPem } = vault
  return {
    owner,
    passphrase: await makePassphraseSlot(tools, { masterKey, passphrase, owner }),
    recovery: makeRecoverySlot(masterKey, recoveryPublicKeyPem),
    signer: seal(masterKey, Buffer.from(JSON.stringify(signer)), 'signer').toString('base64'),
    packages: {},
  }
}

async function packageKeysOf(
  store: KeyringStore,
  keyring: Keyring,
  masterKey: SecretKey,
  inspectionId: string,
): Promise<Result<PackageKeys>> {
  const context = `package:${inspectionId}`
  const wrapped = keyring.packages[inspectionId]
  const known = wrapped === undefined ? newKey() : unseal(masterKey, Buffer.from(wrapped, 'base64'), context)
  if (!known) return err('vault.damaged')
  const key = ownBytes(known)
  if (wrapped === undefined) {
    const added = seal(masterKey, key, context).toString('base64')
    await store.write({ ...keyring, packages: { ...keyring.packages, [inspectionId]: added } })
  }
  return ok({ rows: subkey(key, 'package-rows'), files: subkey(key, 'package-files') })
}

async function shredKey(store: KeyringStore, keyring: Keyring, inspectionId: string): Promise<Result<null>> {
  const kept = Object.entries(keyring.packages).filter(([id]) => id !== inspectionId)
  await store.write({ ...keyring, packages: Object.fromEntries(kept) })
  return ok(null)
}

function openSigner(keyring: Keyring, masterKey: SecretKey): Result<Signer> {
  const opened = unseal(masterKey, Buffer.from(keyring.signer, 'base64'), 'signer')
  return opened ? ok(JSON.parse(opened.toString('utf8')) as Signer) : err('vault.damaged')
}

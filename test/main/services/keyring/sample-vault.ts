import { generateKeyPairSync } from 'node:crypto'
import path from 'node:path'
import type { VaultOwner } from '#bridge/contract.ts'
import { attemptCounter } from '#main/services/keyring/attempts.ts'
import { keyringStore } from '#main/services/keyring/keyring-file.ts'
import type { OsSecret } from '#main/services/keyring/os-secret.ts'
import { createVault, type NewVault, type Vault } from '#main/services/keyring/vault.ts'
import { quickStretch } from '#test/main/services/keyring/quick-stretch.ts'

export const PASSPHRASE = 'quatre mots assez longs'
export const INSPECTION = '0198c000-0000-7000-8000-000000000001'

export const owner: VaultOwner = {
  user: {
    id: '0198c000-0000-7000-8000-00000000000a',
    email: 'amelie@constat.example',
    displayName: 'Amélie Dubois',
    role: 'INSPECTOR',
  },
  deviceId: '0198c000-0000-7000-8000-00000000000d',
  serverUrl: 'http://127.0.0.1:8460',
  organisation: 'Bruxelles Emploi',
}

export const recovery = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

export const newVault: NewVault = {
  passphrase: PASSPHRASE,
  owner,
  signer: { pkcs8: 'c2VjcmV0', certificatePem: 'certificate', chainPem: [], caCertificatePem: 'ca' },
  recoveryPublicKeyPem: recovery.publicKey,
}

/** What a Linux desktop without a keyring offers. */
export const noOsSecret: OsSecret = { available: () => false, seal: () => '', unseal: () => null }

/** The vault of a data folder, as a fresh start of the app would open it. */
export function vaultIn(folder: string, { now = Date.now, osSecret = noOsSecret } = {}): Vault {
  const attempts = attemptCounter(folder, now)
  return createVault({ store: keyringStore(folder), attempts, stretch: quickStretch, osSecret })
}

export const keyringOf = (folder: string): string => path.join(folder, 'keyring.json')
export const copyOf = (folder: string): string => path.join(folder, 'keyring.old.json')

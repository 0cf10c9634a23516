/** Keeps small secrets with the operating system's own means; `available` is false where that would be a pretence. */
export interface OsSecret {
  available(): boolean
  seal(secret: Uint8Array): string
  /** Null when the system no longer opens it, e.g. after a reset of the user's password. */
  unseal(sealed: string): Uint8Array | null
}

/** The part of Electron's `safeStorage` used here. Its synchronous calls end with Electron 46: change this file then. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
  getSelectedStorageBackend?(): string
}

/** Without a keyring Linux falls back to a fixed, public password, which protects nothing. */
const PRETENCES = new Set(['basic_text', 'unknown'])

/** Wraps Electron's `safeStorage`; usable once the app is ready. */
export function osSecretOf(storage: SafeStorage, platform: NodeJS.Platform): OsSecret {
  return {
    available: () =>
      storage.isEncryptionAvailable() &&
      !(platform === 'linux' && PRETENCES.has(storage.getSelectedStorageBackend?.() ?? 'unknown')),
    seal: (secret) => storage.encryptString(Buffer.from(secret).toString('base64')).toString('base64'),
    unseal: (sealed) => {
      try {
        return Buffer.from(storage.decryptString(Buffer.from(sealed, 'base64')), 'base64')
      } catch {
        return null
      }
    },
  }
}

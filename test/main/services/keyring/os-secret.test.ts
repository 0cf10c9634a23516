import { expect, it } from 'vitest'
import { osSecretOf, type SafeStorage } from '#main/services/keyring/os-secret.ts'

function storage(backend: string, available = true): SafeStorage {
  return {
    isEncryptionAvailable: () => available,
    encryptString: (text) => Buffer.from(text).reverse(),
    decryptString: (sealed) => Buffer.from(sealed).reverse().toString(),
    getSelectedStorageBackend: () => backend,
  }
}

it('does not count the fixed password of a Linux without keyring as a secret', () => {
  expect(osSecretOf(storage('basic_text'), 'linux').available()).toBe(false)
  expect(osSecretOf(storage('unknown'), 'linux').available()).toBe(false)
  expect(osSecretOf(storage('gnome_libsecret', false), 'linux').available()).toBe(false)
  expect(osSecretOf(storage('gnome_libsecret'), 'linux').available()).toBe(true)
  expect(osSecretOf(storage('unknown'), 'win32').available()).toBe(true)
})

it('brings bytes back as they were, and null when the system no longer opens them', () => {
  const secret = osSecretOf(storage('kwallet6'), 'linux')
  const bytes = Buffer.from([0, 255, 7])
  expect(secret.unseal(secret.seal(bytes))).toEqual(bytes)
  const broken: SafeStorage = {
    ...storage('kwallet6'),
    decryptString: () => {
      throw new Error('the key is gone')
    },
  }
  expect(osSecretOf(broken, 'linux').unseal('AAAA')).toBeNull()
})

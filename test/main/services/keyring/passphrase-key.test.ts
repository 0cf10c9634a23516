import { argon2id } from '@noble/hashes/argon2.js'
import { expect, it } from 'vitest'
import { stretchPassphrase } from '#main/services/keyring/passphrase-key.ts'

const salt = new Uint8Array(16).map((_, at) => at * 7)
const settings = { memoryKiB: 256, iterations: 2, parallelism: 2 }

it('stretches as another implementation of Argon2id does, however the accents are composed', async () => {
  const passphrase = 'éléphant à Évere'
  const expected = argon2id(passphrase.normalize('NFC'), salt, { m: 256, t: 2, p: 2, dkLen: 32 })
  expect(await stretchPassphrase({ passphrase, salt, settings })).toEqual(expected)
  const decomposed = passphrase.normalize('NFD')
  expect(await stretchPassphrase({ passphrase: decomposed, salt, settings })).toEqual(expected)
})

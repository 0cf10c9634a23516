import { argon2id } from 'hash-wasm'
import type { StretchPassphrase } from '#main/services/keyring/argon2-settings.ts'
import { KEY_BYTES } from '#main/services/keyring/seal.ts'

/** Argon2id. The passphrase is brought to NFC: keyboards differ in how they compose é. */
export const stretchPassphrase: StretchPassphrase = ({ passphrase, salt, settings }) =>
  argon2id({
    password: passphrase.normalize('NFC'),
    salt,
    memorySize: settings.memoryKiB,
    iterations: settings.iterations,
    parallelism: settings.parallelism,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  })

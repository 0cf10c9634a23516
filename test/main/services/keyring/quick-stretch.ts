import type { StretchPassphrase } from '#main/services/keyring/argon2-settings.ts'
import { stretchPassphrase } from '#main/services/keyring/passphrase-key.ts'

/** The real Argon2id with less work: what is tested with it is not how long it takes. */
export const quickStretch: StretchPassphrase = (request) =>
  stretchPassphrase({ ...request, settings: { memoryKiB: 64, iterations: 1, parallelism: 1 } })

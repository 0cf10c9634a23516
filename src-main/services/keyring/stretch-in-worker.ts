import { Worker } from 'node:worker_threads'
import type { StretchPassphrase } from '#main/services/keyring/argon2-settings.ts'

/**
 * Stretches passphrases in a thread of their own: 0.3 s of arithmetic would otherwise hold up the window.
 * @param script path of the built `passphrase-worker`
 */
export function stretchInWorker(script: string): StretchPassphrase {
  return (request) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script, { workerData: request })
      worker.once('message', resolve)
      worker.once('error', reject)
    })
}

import { parentPort, workerData } from 'node:worker_threads'
import type { StretchRequest } from '#main/services/keyring/argon2-settings.ts'
import { stretchPassphrase } from '#main/services/keyring/passphrase-key.ts'

// One thread per question: it ends with its answer, and the passphrase with it.
parentPort?.postMessage(await stretchPassphrase(workerData as StretchRequest))

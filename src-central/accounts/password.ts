import { argon2id, argon2Verify } from 'hash-wasm'
import { randomBytes } from 'node:crypto'
import type { PasswordCost } from '#central/config.ts'

/** Hashes a password with Argon2id and a random salt, in the encoded form that carries its parameters. */
export function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  return argon2id({
    password: password.normalize('NFC'),
    salt: randomBytes(16),
    parallelism: 1,
    iterations: cost.iterations,
    memorySize: cost.memoryKib,
    hashLength: 32,
    outputType: 'encoded',
  })
}

/** Whether a password is the one that was hashed. */
export function isPassword(password: string, hash: string): Promise<boolean> {
  return argon2Verify({ password: password.normalize('NFC'), hash })
}

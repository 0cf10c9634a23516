import { Type, type Static } from 'typebox'

/** How a passphrase was stretched: kept with the slot, so that it can be made harder later. */
export const Argon2Settings = Type.Object({
  memoryKiB: Type.Integer({ minimum: 19_456, maximum: 1_048_576 }),
  iterations: Type.Integer({ minimum: 2, maximum: 20 }),
  parallelism: Type.Integer({ minimum: 1, maximum: 8 }),
})
export type Argon2Settings = Static<typeof Argon2Settings>

/** About 0.3 s on an office laptop (RFC 9106 §4, second recommended option). */
export const ARGON2_SETTINGS: Argon2Settings = { memoryKiB: 65_536, iterations: 3, parallelism: 1 }

export interface StretchRequest {
  readonly passphrase: string
  readonly salt: Uint8Array
  readonly settings: Argon2Settings
}

/** Turns a passphrase into 32 bytes, slowly and off the window's thread. */
export type StretchPassphrase = (request: StretchRequest) => Promise<Uint8Array>

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { ownBytes } from '#main/services/own-bytes.ts'

export const KEY_BYTES = 32
const FORMAT = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A key that only this process knows, of 32 bytes. */
export type SecretKey = Uint8Array<ArrayBuffer>

/** A new random key. */
export const newKey = (): SecretKey => ownBytes(randomBytes(KEY_BYTES))

/** The key for one purpose, made from another by HKDF-SHA256; the purposes can't be computed from each other. */
export function subkey(key: Uint8Array, purpose: string, salt: Uint8Array = new Uint8Array()): SecretKey {
  return new Uint8Array(hkdfSync('sha256', key, salt, `constat/${purpose}`, KEY_BYTES))
}

/**
 * Seals bytes with AES-256-GCM as `[format 1][nonce 12][ciphertext][tag 16]`.
 * @param context what the bytes are and belong to; opening under another context fails
 */
export function seal(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const sealed = [cipher.update(plain), cipher.final()]
  return Buffer.concat([Buffer.from([FORMAT]), nonce, ...sealed, cipher.getAuthTag()])
}

/** Opens what `seal` made; null when the key, the context or a single byte is another. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Buffer | null {
  if (sealed.byteLength < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== FORMAT) return null
  const end = sealed.byteLength - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES))
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(end))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES, end)), decipher.final()])
  } catch {
    return null
  }
}

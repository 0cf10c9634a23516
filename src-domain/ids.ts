import { Type } from 'typebox'

/** A UUID in lower case with hyphens. */
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })

/** A SHA-256 in lower-case hexadecimal. */
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })

/**
 * Makes a UUIDv7 (RFC 9562 §5.7): 48 bits of time, then randomness, so that keys made later sort later.
 * @param time milliseconds since 1970
 * @param random at least 10 random bytes
 */
export function uuidV7(time: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('uuidV7 needs 10 random bytes')
  const bytes = new Uint8Array(16)
  for (let at = 5, left = time; at >= 0; at--, left = Math.floor(left / 256)) bytes[at] = left % 256
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

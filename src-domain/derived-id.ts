import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * An id made from what it stands for: the same on every device, so two devices never make two records of one thing.
 * The first 16 bytes of SHA-256 over the text, laid out as UUIDv8 (RFC 9562 §5.8).
 */
export function derivedId(text: string): string {
  const bytes = sha256(utf8ToBytes(text)).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytesToHex(bytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

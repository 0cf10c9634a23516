import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#domain/result.ts'
import { buildCms } from '#main/signing/build-cms.ts'
import type { SigningKey } from '#main/signing/signing-key.ts'

/**
 * Signs a document whose last revision holds an empty slot. The slot is found and everything around it hashed here,
 * so that nothing the layout process says about places or digests is believed.
 * Errors: `signing.slot-missing`, `signing.slot-too-small`.
 */
export async function signPrepared(
  prepared: Uint8Array,
  key: SigningKey,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const slot = findEmptySlot(prepared)
  if (!slot) return err('signing.slot-missing')
  const digest = createHash('sha256')
    .update(prepared.subarray(0, slot.start))
    .update(prepared.subarray(slot.end))
    .digest()
  const cms = await buildCms(digest, key)
  if (cms.length * 2 > slot.end - slot.start - 2) return err('signing.slot-too-small')
  const signed = Buffer.from(prepared)
  signed.write(Buffer.from(cms).toString('hex'), slot.start + 1, 'latin1')
  return ok(new Uint8Array(signed))
}

/** The `<000…>` that the last ByteRange leaves out; undefined unless the range covers all the rest of the file. */
function findEmptySlot(bytes: Uint8Array): { start: number; end: number } | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const range = /^\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/.exec(text.slice(text.lastIndexOf('/ByteRange')))
  if (!range) return undefined
  const [start, end, tail] = range.slice(1).map(Number) as [number, number, number]
  const isEmpty = /^<0+>$/.test(text.slice(start, end))
  return isEmpty && end + tail === bytes.length ? { start, end } : undefined
}

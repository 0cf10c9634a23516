import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { writeAll } from '#main/services/atomic-file.ts'
import { subkey, type SecretKey } from '#main/services/keyring/seal.ts'

/**
 * A sealed file: `[CSF1][file id 16]`, then segments of 1 MiB, each AES-256-GCM with its tag. Every file has its own
 * key made from the package's key and the random file id, so that the segment's number can be the nonce. The
 * additional data hold the name, the number and whether it is the last: segments can't be moved, dropped or lent.
 */
export const SEGMENT_BYTES = 1024 * 1024
const MAGIC = Buffer.from('CSF1')
const ID_BYTES = 16
const HEADER_BYTES = MAGIC.byteLength + ID_BYTES
const TAG_BYTES = 16
const STRIDE = SEGMENT_BYTES + TAG_BYTES

/** An opened sealed file. A read gives null when what is on disk is not what was written. */
export interface SealedReader {
  readonly size: number
  read(start: number, end: number): Promise<Buffer | null>
}

/** @param name what the file is; reading under another name fails */
export async function writeSealed(
  handle: FileHandle,
  packageKey: SecretKey,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const id = randomBytes(ID_BYTES)
  const key = subkey(packageKey, 'file', id)
  const count = segmentCount(bytes.byteLength)
  await writeAll(handle, Buffer.concat([MAGIC, id]))
  for (let no = 0; no < count; no++) {
    const plain = bytes.subarray(no * SEGMENT_BYTES, (no + 1) * SEGMENT_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(no)).setAAD(
      contextOf(name, no, no === count - 1),
    )
    await writeAll(handle, Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
  }
}

/** Null when the file is no sealed file at all. The handle stays the caller's to close. */
export async function openSealed(
  handle: FileHandle,
  packageKey: SecretKey,
  name: string,
): Promise<SealedReader | null> {
  const header = await readPart(handle, 0, HEADER_BYTES)
  const body = (await handle.stat()).size - HEADER_BYTES
  if (!header?.subarray(0, MAGIC.byteLength).equals(MAGIC) || body < TAG_BYTES) return null
  const count = Math.ceil(body / STRIDE)
  const key = subkey(packageKey, 'file', header.subarray(MAGIC.byteLength))
  const segment = async (no: number): Promise<Buffer | null> => {
    const sealed = await readPart(handle, HEADER_BYTES + no * STRIDE, Math.min(STRIDE, body - no * STRIDE))
    return sealed && openSegment(key, sealed, no, contextOf(name, no, no === count - 1))
  }
  const size = body - count * TAG_BYTES
  return { size, read: (start, end) => readRange(segment, start, Math.min(end, size)) }
}

async function readRange(
  segment: (no: number) => Promise<Buffer | null>,
  start: number,
  end: number,
): Promise<Buffer | null> {
  const first = Math.floor(start / SEGMENT_BYTES)
  const parts: Buffer[] = []
  for (let no = first; no === first || no * SEGMENT_BYTES < end; no++) {
    const part = await segment(no)
    if (!part) return null
    parts.push(part)
  }
  const skipped = first * SEGMENT_BYTES
  return Buffer.concat(parts).subarray(start - skipped, end - skipped)
}

function openSegment(key: SecretKey, sealed: Buffer, no: number, context: Buffer): Buffer | null {
  if (sealed.byteLength < TAG_BYTES) return null
  const end = sealed.byteLength - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(no))
  decipher.setAAD(context).setAuthTag(sealed.subarray(end))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
  } catch {
    return null
  }
}

async function readPart(handle: FileHandle, position: number, length: number): Promise<Buffer | null> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position)
  return bytesRead === length ? buffer : null
}

const segmentCount = (bytes: number): number => Math.max(1, Math.ceil(bytes / SEGMENT_BYTES))

function nonceOf(no: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(no, 8)
  return nonce
}

const contextOf = (name: string, no: number, last: boolean): Buffer =>
  Buffer.from(JSON.stringify([name, no, last]))

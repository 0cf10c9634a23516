import { MAX_EVIDENCE_BYTES, type Evidence } from '#domain/finding/finding.ts'
import { err, ok, type Result } from '#domain/result.ts'

export type MediaType = Evidence['mediaType']

const MAGIC: readonly (readonly [MediaType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** The first bytes that decide what a file is: readers accept a PDF's header anywhere in the first kilobyte. */
export const HEAD_BYTES = 1024

/** What a file is by its first bytes; its name and the system's word for it are not trusted. */
export function mediaTypeOf(head: Uint8Array): MediaType | null {
  const found = MAGIC.find(([, magic]) => magic.every((byte, at) => head[at] === byte))
  if (found) return found[0]
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES))
  return text.includes('%PDF-') ? 'application/pdf' : null
}

/**
 * Decides whether a file may become evidence, before its bytes are stored.
 * Errors: `evidence.empty`, `evidence.too-large` (`size`, `max` in MB), `evidence.unreadable`.
 */
export function checkEvidenceFile(size: number, head: Uint8Array): Result<MediaType> {
  if (size === 0) return err('evidence.empty')
  if (size > MAX_EVIDENCE_BYTES) {
    return err('evidence.too-large', { size: megabytes(size), max: megabytes(MAX_EVIDENCE_BYTES) })
  }
  const mediaType = mediaTypeOf(head)
  return mediaType ? ok(mediaType) : err('evidence.unreadable')
}

const megabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024))

import type { ListingFile } from '#domain/listing/open-listing-file.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { FileSettings } from '#renderer/features/import/worker/import-messages.ts'

/** A file with its bytes and what was settled about it. */
export type ReadBytes = ListingFile & {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly extractedOn: string
}

/** The day a file was last written stands for its day of extraction: a file has no other. */
const dayOf = (file: File): string => new Date(file.lastModified).toISOString().slice(0, 10)

/** Errors: `mapping.file-unreadable` when it was moved or cannot be opened. */
export async function readFile(file: File, settings: FileSettings): Promise<Result<ReadBytes>> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return ok({ fileName: file.name, bytes, extractedOn: dayOf(file), ...settings })
  } catch {
    return err('mapping.file-unreadable', { fileName: file.name })
  }
}

/** SHA-256 in hexadecimal. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

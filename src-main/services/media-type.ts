/** The kinds of file taken in as evidence, told by their first bytes: a name or a header can say anything. */
export type MediaType = 'image/jpeg' | 'image/png' | 'application/pdf'

const JPEG = [0xff, 0xd8, 0xff]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Readers accept a PDF's header anywhere in the first kilobyte. */
const PDF_WITHIN = 1024

/** Null when the bytes are none of them. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, JPEG)) return 'image/jpeg'
  if (startsWith(bytes, PNG)) return 'image/png'
  return Buffer.from(bytes.subarray(0, PDF_WITHIN)).includes('%PDF-') ? 'application/pdf' : null
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

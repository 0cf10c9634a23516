import { err, ok, type Result } from '#domain/result.ts'

/** What a listing can come as. */
export type FileKind = 'text' | 'workbook'

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const utf16 = (text: string): number[] => ascii(text).flatMap((byte) => [byte, 0])

const PDF = ascii('%PDF')
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
/** The first entry of every OpenDocument file. */
const OPEN_DOCUMENT = ascii('mimetypeapplication/vnd.oasis.opendocument')
const ENCRYPTED = utf16('EncryptedPackage')
const FIRST_ENTRY_NAME = 30
/** The directory of an old Office file can stand anywhere; a workbook's is near one of its ends. */
const LOOKED_AT = 4 * 1024 * 1024

/**
 * Tells a file by its first bytes, not by its name.
 * @returns errors `import.pdf`, `import.ods`, `import.password`, `import.xls`
 */
export function kindOf(bytes: Uint8Array): Result<FileKind> {
  if (hasAt(bytes, PDF, 0)) return err('import.pdf')
  if (hasAt(bytes, OLD_OFFICE, 0)) return err(isEncrypted(bytes) ? 'import.password' : 'import.xls')
  if (!hasAt(bytes, ZIP, 0)) return ok('text')
  return hasAt(bytes, OPEN_DOCUMENT, FIRST_ENTRY_NAME) ? err('import.ods') : ok('workbook')
}

const hasAt = (bytes: Uint8Array, wanted: readonly number[], at: number): boolean =>
  wanted.every((byte, place) => bytes[at + place] === byte)

const isEncrypted = (bytes: Uint8Array): boolean =>
  has(bytes.subarray(0, LOOKED_AT), ENCRYPTED) || has(bytes.subarray(-LOOKED_AT), ENCRYPTED)

function has(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (hasAt(bytes, wanted, at)) return true
  return false
}

import { err, ok, type Result } from '#domain/result.ts'

/** How the bytes of a text file were read; printed with the listing. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
}

/** What windows-1252 has at 0x80–0x9F (Encoding standard); the rest is as in Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const CHUNK = 8192
const LINE_END = 0x0a
/** An accented letter or typographic sign of UTF-8 read as windows-1252: nobody writes that. */
const UTF8_READ_AS_1252 = /Ã[\u0080-¿€-™]|â€[\u0080-¿€-™]|Â[\u00a0-¿]/
/** What a page or an XML export starts with, whatever its name. */
const MARKUP = /^\s*<(?:!doctype|html|table|\?xml)/i

/**
 * Decodes a text file: BOM, else valid UTF-8, else windows-1252 (`docs/domain/files.md`).
 * @returns the text without BOM; errors `import.empty`, `import.nul-bytes`, `import.markup`, and
 *   `import.mixed-encodings` with the line where the encoding changes
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  const decoded = decode(bytes)
  if (decoded.text.includes('\0')) return err('import.nul-bytes')
  if (decoded.text.trim() === '') return err('import.empty')
  if (MARKUP.test(decoded.text.slice(0, CHUNK))) return err('import.markup')
  if (decoded.encoding === 'windows-1252' && UTF8_READ_AS_1252.test(decoded.text))
    return err('import.mixed-encodings', { line: lineOfChange(bytes) })
  return ok(decoded)
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

function decode(bytes: Uint8Array): DecodedText {
  const bom: Encoding | null = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : null
  if (bom) return { text: new TextDecoder(bom).decode(bytes), encoding: bom }
  const text = decodeUtf8(bytes)
  return text === null
    ? { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
    : { text, encoding: 'utf-8' }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Own table: several releases of Node.js read windows-1252 as Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  const codes = Uint16Array.from(bytes)
  for (let at = 0; at < codes.length; at++) {
    const byte = codes[at] ?? 0
    if (byte >= 0x80 && byte < 0xa0) codes[at] = WINDOWS_1252.charCodeAt(byte - 0x80)
  }
  const parts: string[] = []
  for (let at = 0; at < codes.length; at += CHUNK)
    parts.push(String.fromCharCode(...codes.subarray(at, at + CHUNK)))
  return parts.join('')
}

/** The first line (from 1) that is not in the encoding of the lines before it. */
function lineOfChange(bytes: Uint8Array): number {
  let before: boolean | null = null
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(LINE_END, start)
    const end = found < 0 ? bytes.length : found
    const own = bytes.subarray(start, end)
    if (own.some((byte) => byte > 0x7f)) {
      const isUtf8 = decodeUtf8(own) !== null
      if (before !== null && isUtf8 !== before) return line
      before = isUtf8
    }
    start = end + 1
  }
  return 1
}

import { err, ok, type Result } from '#domain/result.ts'

/** How the bytes of a file were read; printed with the listing. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
}

/** What windows-1252 has at 0x80–0x9F (Encoding standard); the rest is as in Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const CHUNK = 8192

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['import.pdf', [0x25, 0x50, 0x44, 0x46]],
  ['import.workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['import.workbook', [0xd0, 0xcf, 0x11, 0xe0]],
]
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/**
 * Decodes a text file: BOM, else valid UTF-8, else windows-1252 (`domain.md` §G.5).
 * @returns the text without BOM; errors `import.empty`, `import.pdf`, `import.workbook`, `import.nul-bytes`
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  const other = signatures.find(([, start]) => startsWith(bytes, start))
  if (other) return err(other[0])
  const decoded = decode(bytes)
  if (decoded.text.includes('\0')) return err('import.nul-bytes')
  return decoded.text.trim() === '' ? err('import.empty') : ok(decoded)
}

function decode(bytes: Uint8Array): DecodedText {
  const bom: Encoding | undefined = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : undefined
  if (bom) return { text: new TextDecoder(bom).decode(bytes), encoding: bom }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
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

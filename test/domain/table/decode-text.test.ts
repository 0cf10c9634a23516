import { describe, expect, it } from 'vitest'
import { decodeText } from '#domain/table/decode-text.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = new Uint8Array(2 * text.length)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), order === 'le')
  return bytes
}

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    const plain = new TextEncoder().encode('é;€')
    expect(decodeText(plain)).toEqual({ ok: true, value: { text: 'é;€', encoding: 'utf-8' } })
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, ...plain))).toEqual(decodeText(plain))
  })

  it('reads what is not UTF-8 as windows-1252, euro sign and quotes included', () => {
    expect(decodeText(bytes(0x80, 0x92, 0xe9, 0x9c))).toEqual({
      ok: true,
      value: { text: '€’éœ', encoding: 'windows-1252' },
    })
  })

  it('reads a windows-1252 file longer than one piece', () => {
    const decoded = decodeText(new Uint8Array(20_000).fill(0xe9))
    expect(decoded.ok && decoded.value.text).toBe('é'.repeat(20_000))
  })

  it.each(['le', 'be'] as const)('reads UTF-16 %s by its byte order mark', (order) => {
    expect(decodeText(utf16('\ufeffa;é', order))).toEqual({
      ok: true,
      value: { text: 'a;é', encoding: `utf-16${order}` },
    })
  })

  it.each([
    ['import.nul-bytes', 'a;b\0'],
    ['import.empty', ' \r\n\t'],
    ['import.markup', '\n<!DOCTYPE html><table><tr><td>a'],
    ['import.markup', '<?xml version="1.0"?><Workbook/>'],
  ])('refuses with %s', (code, text) => {
    expect(decodeText(new TextEncoder().encode(text))).toEqual({ ok: false, error: { code } })
  })

  it('refuses two encodings in one file, and says on which line it changes', () => {
    const utf8 = [...new TextEncoder().encode('a;é\nb;ç\n')]
    const error = { code: 'import.mixed-encodings', details: { line: 3 } }
    expect(decodeText(bytes(...utf8, 0x63, 0x3b, 0xe9, 0x0a))).toEqual({ ok: false, error })
    const windows = [0x61, 0x3b, 0xe9, 0x0a, 0x62, 0x0a]
    expect(decodeText(bytes(...windows, ...utf8))).toEqual({ ok: false, error })
  })

  it('reads windows-1252 with capitals that UTF-8 never follows like this', () => {
    expect(decodeText(bytes(0xc3, 0x45, 0xc2, 0x20))).toMatchObject({ value: { text: 'ÃEÂ ' } })
  })
})

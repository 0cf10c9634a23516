import { describe, expect, it } from 'vitest'
import { kindOf } from '#domain/table/file-kind.ts'
import { checkFileSize, LIMITS } from '#domain/table/limits.ts'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const utf16 = (text: string): number[] => Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat()
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const codeOf = (bytes: Uint8Array) => {
  const kind = kindOf(bytes)
  return kind.ok ? kind.value : kind.error.code
}

describe('kindOf', () => {
  it.each([
    ['a;b\n1;2', 'text'],
    ['%PDF-1.7 renamed to .csv', 'import.pdf'],
    ['PK\u0003\u0004…', 'workbook'],
    [`PK\u0003\u0004${'.'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`, 'import.ods'],
  ])('tells %j by its first bytes', (content, kind) => {
    expect(codeOf(latin1(content))).toBe(kind)
  })

  it('tells an old workbook from one with a password', () => {
    const padding = Array<number>(5000).fill(0)
    expect(codeOf(Uint8Array.from([...OLE, ...padding, ...utf16('Workbook')]))).toBe('import.xls')
    expect(codeOf(Uint8Array.from([...OLE, ...padding, ...utf16('EncryptedPackage')]))).toBe(
      'import.password',
    )
  })
})

describe('checkFileSize', () => {
  it('refuses a file of 2 GB without its bytes', () => {
    const details = { size: 2048, max: 100 }
    expect(checkFileSize(2 ** 31)).toEqual({ ok: false, error: { code: 'import.too-large', details } })
    expect(checkFileSize(LIMITS.fileBytes).ok).toBe(true)
    expect(checkFileSize(0)).toMatchObject({ error: { code: 'import.empty' } })
  })
})

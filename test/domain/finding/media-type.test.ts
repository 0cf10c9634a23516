import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_EVIDENCE_BYTES } from '#domain/finding/finding.ts'
import { checkEvidenceFile, mediaTypeOf } from '#domain/finding/media-type.ts'

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const pdf = new TextEncoder().encode('%PDF-1.7')

test('tells a photo, a picture and a document by their first bytes', () => {
  expect([jpeg, png, pdf].map(mediaTypeOf)).toEqual(['image/jpeg', 'image/png', 'application/pdf'])
  const scanned = Uint8Array.of(0x0a, 0x0a, ...pdf)
  expect(mediaTypeOf(scanned)).toBe('application/pdf')
})

test('takes no other bytes, however the file is called', () => {
  const text = new TextEncoder().encode('MZ this is a program')
  expect(checkEvidenceFile(20, text)).toMatchObject({ error: { code: 'evidence.unreadable' } })
})

test('refuses an empty file and one that is too large, with both sizes', () => {
  expect(checkEvidenceFile(0, new Uint8Array())).toMatchObject({ error: { code: 'evidence.empty' } })
  expect(checkEvidenceFile(MAX_EVIDENCE_BYTES + 1, jpeg)).toMatchObject({
    error: { code: 'evidence.too-large', details: { size: 31, max: 30 } },
  })
  expect(checkEvidenceFile(MAX_EVIDENCE_BYTES, jpeg)).toEqual({ ok: true, value: 'image/jpeg' })
})

test('never throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 16 }), fc.nat(), (head, size) => {
      checkEvidenceFile(size, head)
    }),
  )
})

import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readExifDay } from '#domain/finding/taken-on.ts'
import { readExifTime } from '#renderer/features/evidence/commands/read-exif.ts'
import { jpegTakenAt } from '#test/fixtures/evidence/jpeg-with-exif.ts'

const RANGE = { from: '2006-01-01', to: '2026-12-01' }
const dayIn = async (bytes: Uint8Array) => readExifDay(await readExifTime(bytes), RANGE)

describe('the day a picture was taken on', () => {
  it.each([true, false])('is the one its camera wrote, little endian: %s', async (littleEndian) => {
    expect(await dayIn(jpegTakenAt('2026:11:18 10:11:12', { littleEndian }))).toBe('2026-11-18')
  })

  it.each([
    '0000:00:00 00:00:00',
    '    :  :     :  :  ',
    '2099:01:01 00:00:00',
    '1811:11:18 00:00:00',
    '2026:02:31 10:00:00',
    '2026-11-18',
    'hier',
    '',
  ])('is not known when the camera wrote %j', async (text) => {
    expect(await dayIn(jpegTakenAt(text))).toBeNull()
  })

  it('is not known of a picture without EXIF, or without its time', async () => {
    expect(await dayIn(new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xd9]))).toBeNull()
    expect(await dayIn(new Uint8Array(readFileSync('test/fixtures/evidence/photo.jpg')))).toBeNull()
  })

  it.each([
    ['a value of four billion letters', { count: 0xffff_ffff }],
    ['two billion decimals', { type: 12, count: 0x7fff_ffff }],
    ['a kind of value that there is not', { type: 99 }],
    ['a value behind the end', { offset: 0xffff_fff0 }],
    ['a block that is its own beginning', { pointer: 8 }],
    ['a block behind the end', { pointer: 0xffff_ffff }],
  ])('is not known of a file that claims %s', async (_, odd) => {
    expect(await dayIn(jpegTakenAt('hostile', odd))).toBeNull()
  })

  const whole = jpegTakenAt('2026:11:18 10:11:12')

  it('is read or not, without an error, of a picture that is cut anywhere', async () => {
    for (let length = 0; length < whole.length; length++) {
      expect([null, '2026-11-18']).toContain(await dayIn(whole.subarray(0, length)))
    }
  })

  it('is a day that exists or none, whatever bytes are changed', async () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        const day = await dayIn(bytes)
        expect(day === null || (day >= RANGE.from && day <= RANGE.to)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

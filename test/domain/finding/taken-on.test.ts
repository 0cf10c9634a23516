import { expect, it } from 'vitest'
import { isTaken, readExifDay, takenOn } from '#domain/finding/taken-on.ts'

const RANGE = { from: '2006-01-01', to: '2026-12-01' }

it('is a fact with its source only: earlier releases noted the date of the file', () => {
  expect(takenOn({ capturedOn: '2026-11-18', capturedFrom: 'EXIF' })).toBe('2026-11-18')
  expect(takenOn({ capturedOn: '2026-11-18', capturedFrom: 'INSPECTOR' })).toBe('2026-11-18')
  expect(takenOn({ capturedOn: null, capturedFrom: 'INSPECTOR' })).toBeNull()
  expect(takenOn({ capturedOn: '2026-11-18' })).toBeNull()
})

it('is asked of pictures, not of documents', () => {
  expect(isTaken({ mediaType: 'image/jpeg' })).toBe(true)
  expect(isTaken({ mediaType: 'image/png' })).toBe(true)
  expect(isTaken({ mediaType: 'application/pdf' })).toBe(false)
})

it('reads what a camera writes as a day of its own clock, within what is possible', () => {
  expect(readExifDay('2026:12:01 23:59:59', RANGE)).toBe('2026-12-01')
  expect(readExifDay('2006:01:01', RANGE)).toBe('2006-01-01')
  expect(readExifDay('2026:12:02 00:00:00', RANGE)).toBeNull()
  expect(readExifDay('2005:12:31 00:00:00', RANGE)).toBeNull()
  expect(readExifDay(new Date(0), RANGE)).toBeNull()
  expect(readExifDay(20261118, RANGE)).toBeNull()
})

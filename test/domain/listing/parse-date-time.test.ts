import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDay } from '#domain/dates.ts'
import { minutesOf, parseDay, parseTime } from '#domain/listing/parse-date-time.ts'

const TODAY = '2025-06-30'

describe('parseDay (docs/domain/files.md)', () => {
  it.each([
    ['03/04/2025', '2025-04-03'],
    ['3/4/25', '2025-04-03'],
    ['03-04-2025', '2025-04-03'],
    ['03.04.2025', '2025-04-03'],
    ['2025-04-03', '2025-04-03'],
    ['2025-04-03T00:00:00', '2025-04-03'],
    ['03/04/2025 00:00', '2025-04-03'],
    ['20250403', '2025-04-03'],
    ['45658', '2025-01-01'],
    ['1/1/26', '2026-01-01'],
    ['1/1/27', '1927-01-01'],
  ])('reads %s', (text, day) => {
    expect(parseDay(text, TODAY)).toBe(day)
  })

  it.each(['31/02/2025', '00/01/2025', '1/13/2025', 'hier', '2025', '03/04', '03/04/0025'])(
    'refuses %s',
    (text) => {
      expect(parseDay(text, TODAY)).toBeNull()
    },
  )

  it('reads back every day as Belgium prints it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }).map(isoDay), (day) => {
        expect(parseDay(day.split('-').reverse().join('/'), TODAY)).toBe(day)
      }),
    )
  })
})

describe('parseTime (docs/domain/files.md)', () => {
  it.each([
    ['9:00', '09:00'],
    ['09:05:00', '09:05'],
    ['09h00', '09:00'],
    ['9h', '09:00'],
    ['13u30', '13:30'],
    ['0900', '09:00'],
    ['930', '09:30'],
    ['0,375', '09:00'],
    ['0.5', '12:00'],
  ])('reads %s', (text, time) => {
    expect(parseTime(text)).toBe(time)
  })

  it.each(['24:00', '9:60', '9', 'midi', ''])('refuses %j', (text) => {
    expect(parseTime(text)).toBeNull()
  })

  it('gives times that count back to the same minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        const time = parseTime(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`)
        expect(minutesOf(time ?? '')).toBe(minutes)
      }),
    )
  })
})

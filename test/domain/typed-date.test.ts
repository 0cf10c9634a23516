import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, daysInMonth, isoDay } from '#domain/dates.ts'
import { isWholeDay, isWholeTime, readDay, readTime, writeDay } from '#domain/typed-date.ts'

const WIDE = { from: '1950-01-01', to: '2026-12-01' }
const day = (text: string, range = WIDE) => {
  const read = readDay(text, range)
  return read.ok ? read.value : read.error.code
}
const time = (text: string) => {
  const read = readTime(text)
  return read.ok ? read.value : read.error.code
}
const two = (number: number) => String(number).padStart(2, '0')

describe('a day as people type it', () => {
  it.each([
    '18112026',
    '181126',
    '18/11/26',
    '18/11/2026',
    '18.11.2026',
    '18.11.26',
    '18-11-2026',
    '18-11-26',
    '2026-11-18',
    '20261118',
    ' 18/11/2026 ',
  ])('reads %s', (text) => {
    expect(day(text)).toBe('2026-11-18')
  })

  it('reads one digit for a day or a month', () => {
    expect(day('1/9/26')).toBe('2026-09-01')
    expect(day('2026-9-1')).toBe('2026-09-01')
  })

  it('reads nothing as no day', () => {
    expect(day('')).toBeNull()
    expect(day('   ')).toBeNull()
  })

  it.each([
    ['31/02/2026', 'typed.no-such-day'],
    ['29022026', 'typed.no-such-day'],
    ['00/11/2026', 'typed.no-such-day'],
    ['18/13/26', 'typed.no-such-day'],
    ['18/11/1811', 'typed.day-out-of-range'],
    ['18110811', 'typed.day-out-of-range'],
    ['18/11/0026', 'typed.day-out-of-range'],
    ['18/11/2036', 'typed.day-out-of-range'],
    ['18/11/1926', 'typed.day-out-of-range'],
    ['45000', 'typed.not-a-day'],
    ['18/11', 'typed.not-a-day'],
    ['18/11-2026', 'typed.not-a-day'],
    ['18/11/2', 'typed.not-a-day'],
    ['1811202', 'typed.not-a-day'],
    ['18/11/2026 10:00', 'typed.not-a-day'],
    ['hier', 'typed.not-a-day'],
  ])('does not take %s: %s', (text, code) => {
    expect(day(text)).toBe(code)
  })

  it('says which days a field takes', () => {
    const read = readDay('18/11/2036', { from: '2026-01-01', to: '2026-12-01' })
    expect(read).toMatchObject({
      ok: false,
      error: { details: { from: '01/01/2026', to: '01/12/2026' } },
    })
  })

  const anyDay = fc.integer({ min: 0, max: 20_000 }).map(isoDay)
  const range = { from: '1970-01-01', to: '2024-12-31' }

  it('reads every day back in every form', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        const [year = '', month = '', ofMonth = ''] = iso.split('-')
        const marked = ['/', '.', '-', ''].map((mark) => [ofMonth, month, year].join(mark))
        for (const text of [...marked, iso, `${year}${month}${ofMonth}`, writeDay(iso)]) {
          expect(day(text, range)).toBe(iso)
          expect(isWholeDay(text)).toBe(true)
        }
      }),
    )
  })

  it('takes a year of two digits for the newest that the field allows', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        const [year = '', month = '', ofMonth = ''] = iso.split('-')
        for (const mark of ['/', '.', '-', '']) {
          const text = [ofMonth, month, year.slice(2)].join(mark)
          expect(day(text, range)).toBe(iso)
          expect(isWholeDay(text)).toBe(false)
        }
      }),
    )
  })

  it('is none while it is half typed, wherever the typing pauses', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('/', '.', '-', ''), fc.boolean(), (iso, mark, shortYear) => {
        const [year = '', month = '', ofMonth = ''] = iso.split('-')
        const text = [ofMonth, month, shortYear ? year.slice(2) : year].join(mark)
        const pauses = Array.from(text, (_, at) => text.slice(0, at + 1)).filter(isWholeDay)
        const days = pauses
          .map((typed) => readDay(typed, range))
          .flatMap((read) => (read.ok ? [read.value] : []))
        expect(days).toEqual(shortYear ? [] : [iso])
      }),
    )
  })

  it('takes nothing that the calendar or the range does not have, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9/.-]{0,12}$/),
      fc.tuple(fc.nat(40), fc.nat(20), fc.nat(9999)).map(([d, m, y]) => `${two(d)}/${two(m)}/${y}`),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const read = readDay(text, WIDE)
        if (!read.ok || read.value === null) return
        const [year = 0, month = 0, ofMonth = 0] = read.value.split('-').map(Number)
        expect(ofMonth).toBeLessThanOrEqual(daysInMonth(year, month))
        expect(dayOf(year, month, ofMonth)).toBe(read.value)
        expect(read.value >= WIDE.from && read.value <= WIDE.to).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('holds no day for whole that a further key makes another', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9/.-]{4,10}$/),
        fc.constantFrom(...'0123456789/.-'.split('')),
        (text, key) => {
          if (!isWholeDay(text) || !readDay(text, WIDE).ok) return
          expect(readDay(text + key, WIDE).ok).toBe(false)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('a time as people type it', () => {
  it.each(['0930', '930', '9h30', '09h30', '9H30', '9u30', '09:30', '9:30', '9.30', '9 h 30', ' 9:30 '])(
    'reads %s',
    (text) => {
      expect(time(text)).toBe('09:30')
    },
  )

  it('reads full hours, midnight and nothing', () => {
    expect(time('9h')).toBe('09:00')
    expect(time('0.30')).toBe('00:30')
    expect(time('2359')).toBe('23:59')
    expect(time('')).toBeNull()
  })

  it.each(['24:00', '9:60', '2460', '9', '93', '0,5', '9:30:99', '09:3', 'midi'])(
    'does not take %s',
    (text) => {
      expect(time(text)).toBe('typed.not-a-time')
    },
  )

  it('is whole when no further key makes it another', () => {
    expect(['09:30', '9h30', '9.30', '0930'].every(isWholeTime)).toBe(true)
    expect(['9', '9h', '9:3', '093', '930'].some(isWholeTime)).toBe(false)
  })

  it('reads every minute of the day back in every form', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        const iso = `${two(hour)}:${two(minute)}`
        for (const mark of ['', ':', '.', 'h', 'u']) expect(time(two(hour) + mark + two(minute))).toBe(iso)
      }),
    )
  })
})

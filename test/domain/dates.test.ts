import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addWorkingDays,
  ageOn,
  daysBetween,
  daysInMonth,
  deadlineOf,
  easterSunday,
  isIsoDay,
  isPublicHoliday,
  isSunday,
  isWorkingDay,
  isoDay,
  publicHolidays,
  retentionEnd,
  rollToWorkingDay,
} from '#domain/dates.ts'

const day = fc.integer({ min: -20_000, max: 60_000 }).map(isoDay)

describe('deadlines (docs/domain/workflow.md)', () => {
  it('counts 15 calendar days from receipt', () => {
    expect(addDays('2025-11-20', 15)).toBe('2025-12-05')
    expect(addDays('2025-11-28', 15)).toBe('2025-12-13')
  })

  it('rolls a deadline on a Saturday to Monday', () => {
    expect(rollToWorkingDay('2025-12-13')).toBe('2025-12-15')
    expect(rollToWorkingDay('2025-12-15')).toBe('2025-12-15')
  })

  it('counts 10 working days back from a visit', () => {
    expect(addWorkingDays('2025-12-01', -10)).toBe('2025-11-17')
  })

  it('passes over public holidays and never counts the start day', () => {
    expect(addWorkingDays('2025-11-10', 1)).toBe('2025-11-12')
    expect(addWorkingDays('2025-11-08', 1)).toBe('2025-11-10')
  })

  it('moves zero working days only off a day without work', () => {
    expect(addWorkingDays('2025-11-11', 0)).toBe('2025-11-12')
    expect(addWorkingDays('2025-11-12', 0)).toBe('2025-11-12')
  })

  it('keeps files until the end of the fifth year after the last payment', () => {
    expect(retentionEnd('2026-03-12')).toBe('2031-12-31')
  })
})

describe('a month', () => {
  it('has the days that the calendar of the language gives it', () => {
    const year = fc.integer({ min: 1000, max: 9999 })
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), (of, month) => {
        expect(daysInMonth(of, month)).toBe(new Date(Date.UTC(of, month, 0)).getUTCDate())
      }),
    )
    expect([1900, 2000, 2024, 2100].map((of) => daysInMonth(of, 2))).toEqual([28, 29, 29, 28])
  })
})

describe('a deadline (docs/domain/workflow.md, docs/formulas.md)', () => {
  it('counts calendar days, working days, weeks and months from the day after the start', () => {
    const rule = { roll: false }
    expect(deadlineOf('2025-11-20', { ...rule, count: 15, unit: 'CALENDAR_DAY' })).toBe('2025-12-05')
    expect(deadlineOf('2025-12-01', { ...rule, count: -10, unit: 'WORKING_DAY' })).toBe('2025-11-17')
    expect(deadlineOf('2025-01-02', { ...rule, count: 4, unit: 'WEEK' })).toBe('2025-01-30')
    expect(deadlineOf('2025-11-30', { ...rule, count: 3, unit: 'MONTH' })).toBe('2026-02-28')
  })

  it('rolls to a working day only where the rule says so', () => {
    const rule = { count: 15, unit: 'CALENDAR_DAY' } as const
    expect(deadlineOf('2025-11-28', { ...rule, roll: false })).toBe('2025-12-13')
    expect(deadlineOf('2025-11-28', { ...rule, roll: true })).toBe('2025-12-15')
    const may = { count: 1, unit: 'CALENDAR_DAY', roll: true } as const
    expect(deadlineOf('2025-05-07', may)).toBe('2025-05-08')
    expect(deadlineOf('2025-05-07', may, { mayEighth: true })).toBe('2025-05-09')
  })

  it('adds months without leaving the month it comes to', () => {
    const months = (from: string, count: number): string =>
      deadlineOf(from, { count, unit: 'MONTH', roll: false })
    expect(months('2024-01-31', 1)).toBe('2024-02-29')
    expect(months('2025-01-15', -13)).toBe('2023-12-15')
    fc.assert(
      fc.property(day, fc.integer({ min: -500, max: 500 }), (from, count) => {
        const to = months(from, count)
        expect(isIsoDay(to)).toBe(true)
        expect(to <= months(from, count + 1)).toBe(true)
        expect(Math.abs(daysBetween(from, to) - count * 30.436875)).toBeLessThan(5)
      }),
    )
  })

  it('never leaves the calendar in silence', () => {
    for (const unit of ['CALENDAR_DAY', 'MONTH'] as const)
      expect(() => deadlineOf('9999-12-31', { count: 1, unit, roll: false })).toThrow(RangeError)
  })
})

describe('public holidays', () => {
  it.each([
    [2000, '2000-04-23'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('knows Easter of %i', (year, easter) => {
    expect(easterSunday(year)).toBe(easter)
  })

  it('lists the ten of 2025', () => {
    expect(publicHolidays(2025)).toEqual([
      '2025-01-01',
      '2025-04-21',
      '2025-05-01',
      '2025-05-29',
      '2025-06-09',
      '2025-07-21',
      '2025-08-15',
      '2025-11-01',
      '2025-11-11',
      '2025-12-25',
    ])
  })

  it('has 8 May only where the office says so', () => {
    expect(isPublicHoliday('2025-05-08')).toBe(false)
    expect(isPublicHoliday('2025-05-08', { mayEighth: true })).toBe(true)
    expect(isWorkingDay('2025-05-08', { mayEighth: true })).toBe(false)
  })

  it('always has Easter on a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const easter = easterSunday(year)
        expect(isSunday(easter)).toBe(true)
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true)
      }),
    )
  })
})

describe('days', () => {
  it('knows which days exist', () => {
    expect(isIsoDay('2024-02-29')).toBe(true)
    expect(isIsoDay('2025-02-29')).toBe(false)
    expect(isIsoDay('2025-13-01')).toBe(false)
    expect(isIsoDay('2025-1-1')).toBe(false)
  })

  it('counts days both ways alike', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count)
      }),
    )
  })

  it('goes working days there and back again', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const start = rollToWorkingDay(from)
        expect(addWorkingDays(addWorkingDays(start, count), -count)).toBe(start)
      }),
    )
  })

  it('counts whole years of age', () => {
    expect(ageOn('1996-03-14', '2025-03-13')).toBe(28)
    expect(ageOn('1996-03-14', '2025-03-14')).toBe(29)
    expect(ageOn('2004-02-29', '2025-02-28')).toBe(20)
  })
})

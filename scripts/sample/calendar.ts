import { addDays, rollToWorkingDay } from '#domain/dates.ts'

const SLOTS = [
  ['09:00', '12:00'],
  ['13:00', '16:00'],
] as const

/** The hours of individual sessions, one hour each. */
export const SINGLE_HOURS = ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00'] as const

/** One counsellor's diary: gives out half-day slots so that no two sessions overlap. */
export class Diary {
  private readonly taken = new Set<string>()

  /** The first free half-day on or after `day`. */
  book(day: string): { date: string; start: string; end: string } {
    const date = rollToWorkingDay(day)
    for (const [start, end] of SLOTS) {
      const key = `${date} ${start}`
      if (this.taken.has(key)) continue
      this.taken.add(key)
      return { date, start, end }
    }
    return this.book(addDays(date, 1))
  }
}

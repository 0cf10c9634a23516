import { inForceOn } from '#domain/convention/parameters.ts'
import type { IsoDay } from '#domain/dates.ts'
import { err, ok, type Result } from '#domain/result.ts'

interface Dated {
  readonly validFrom: IsoDay
}

/** Looks up the entry of a code in force on a day; error `settlement.parameter-missing`. */
export type Lookup<T> = (code: string, day: IsoDay) => Result<T>

/**
 * A dated list as a lookup, quick for many rows of few codes.
 * @param parameter what the list holds, named in errors
 * @returns error `settlement.parameter-overlap` when two entries of a code begin on the same day
 */
export function datedValues<T extends Dated>(
  parameter: string,
  list: readonly T[],
  codeOf: (entry: T) => string = () => '',
): Result<Lookup<T>> {
  const byCode = new Map<string, T[]>()
  for (const entry of list) {
    const code = codeOf(entry)
    const entries = byCode.get(code) ?? []
    if (entries.some(({ validFrom }) => validFrom === entry.validFrom))
      return err('settlement.parameter-overlap', {
        parameter: `${parameter} ${code}`.trim(),
        day: entry.validFrom,
      })
    byCode.set(code, [...entries, entry])
  }
  return ok((code, day) => {
    const found = inForceOn(byCode.get(code) ?? [], day)
    return found
      ? ok(found)
      : err('settlement.parameter-missing', { parameter: `${parameter} ${code}`.trim(), day })
  })
}

import { inForceOn } from '#domain/convention/parameters.ts'
import type { IsoDay } from '#domain/dates.ts'
import { err, ok, type Result } from '#domain/result.ts'

interface Dated {
  readonly validFrom: IsoDay
}

/** An entry of a dated list that a settlement was computed with. */
export interface UsedEntry {
  readonly list: string
  readonly code: string
  readonly validFrom: IsoDay
}

/** A dated list, quick for many rows of few codes, that keeps which of its entries were used. */
export class DatedValues<T extends Dated> {
  readonly #list: string
  readonly #byCode = new Map<string, T[]>()
  readonly #used = new Map<T, UsedEntry>()

  private constructor(list: string) {
    this.#list = list
  }

  /**
   * @param list what the entries are, named in errors
   * @returns error `settlement.parameter-overlap` when two entries of a code begin on the same day
   */
  static of<T extends Dated>(
    list: string,
    entries: readonly T[],
    codeOf: (entry: T) => string = () => '',
  ): Result<DatedValues<T>> {
    const values = new DatedValues<T>(list)
    for (const entry of entries) {
      const code = codeOf(entry)
      const before = values.#byCode.get(code) ?? []
      if (before.some(({ validFrom }) => validFrom === entry.validFrom))
        return err('settlement.parameter-overlap', { parameter: values.#nameOf(code), day: entry.validFrom })
      values.#byCode.set(code, [...before, entry])
    }
    return ok(values)
  }

  /** The entry of a code in force on a day; error `settlement.parameter-missing`. */
  on(code: string, day: IsoDay): Result<T> {
    const found = this.find(code, day)
    return found ? ok(found) : err('settlement.parameter-missing', { parameter: this.#nameOf(code), day })
  }

  /** The same, where a day before the first entry is no error. */
  find(code: string, day: IsoDay): T | undefined {
    const found = inForceOn(this.#byCode.get(code) ?? [], day)
    if (found && !this.#used.has(found))
      this.#used.set(found, { list: this.#list, code, validFrom: found.validFrom })
    return found
  }

  /** The entries that were found, each once, by code and day. */
  used(): UsedEntry[] {
    const keyOf = ({ code, validFrom }: UsedEntry): string => `${code}\t${validFrom}`
    return [...this.#used.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  }

  #nameOf(code: string): string {
    return `${this.#list} ${code}`.trim()
  }
}

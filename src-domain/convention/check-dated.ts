import type { Convention } from '#domain/convention/convention.ts'
import { refuse, warn, type ConventionProblem } from '#domain/convention/convention-problem.ts'
import { unionRateOn } from '#domain/convention/union-rates.ts'
import { multiplyExactly } from '#domain/money.ts'

interface DatedList {
  readonly path: string
  readonly entries: readonly { readonly validFrom: string; readonly key: string }[]
}

const dated = <T extends { readonly validFrom: string }>(
  path: string,
  list: readonly T[],
  key: (entry: T) => string = () => '',
): DatedList => ({
  path,
  entries: list.map((entry) => ({ validFrom: entry.validFrom, key: key(entry) })),
})

/** Those that every day of the convention needs. */
const needed = ({ financing, parameters }: Convention): DatedList[] => [
  dated('/financing/terms', financing.terms),
  dated('/parameters', parameters),
]

/** Those that are there when the financing has them. */
const optional = ({ financing }: Convention): DatedList[] => [
  dated('/financing/lumpSums', financing.lumpSums, ({ code }) => code),
  dated('/financing/unitCosts', financing.unitCosts, ({ code }) => code),
  dated('/financing/flatRates', financing.flatRates, ({ kind }) => kind),
]

/** Dated parameters: two for the same day, none for the first day, one that comes too late; a minimum above its maximum. */
export function checkDated(convention: Convention): ConventionProblem[] {
  const { startDate, endDate } = convention
  const lists = [...needed(convention), ...optional(convention)]
  return [
    ...lists.flatMap(checkOverlaps),
    ...needed(convention).flatMap((list) => checkStart(list, startDate)),
    ...lists.flatMap(({ path, entries }) =>
      entries.flatMap(({ validFrom }, at) =>
        warn(validFrom > endDate, 'never-valid', `${path}/${at}/validFrom`),
      ),
    ),
    ...convention.parameters.flatMap(checkBounds),
    ...convention.financing.flatRates.flatMap(({ kind, validFrom, rate }, at) =>
      refuse(rate > unionRateOn(kind, validFrom), 'flat-rate', `/financing/flatRates/${at}/rate`, {
        maximum: multiplyExactly([unionRateOn(kind, validFrom), 100]),
      }),
    ),
  ]
}

function checkOverlaps({ path, entries }: DatedList): ConventionProblem[] {
  const keys = entries.map(({ key, validFrom }) => `${key} ${validFrom}`.trim())
  return keys.flatMap((key, at) => refuse(keys.indexOf(key) < at, 'overlap', `${path}/${at}`, { key }))
}

function checkStart({ path, entries }: DatedList, startDate: string): ConventionProblem[] {
  const covered = entries.some(({ validFrom }) => validFrom <= startDate)
  return refuse(!covered, 'not-covered', `${path}/0/validFrom`)
}

function checkBounds(
  { groupMin, groupMax, minAge, maxAge }: Convention['parameters'][number],
  at: number,
): ConventionProblem[] {
  return [
    ...refuse(groupMin > groupMax, 'bounds', `/parameters/${at}/groupMin`),
    ...refuse(minAge !== null && maxAge !== null && minAge > maxAge, 'bounds', `/parameters/${at}/minAge`),
  ]
}

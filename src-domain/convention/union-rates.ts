import type { FlatRateKind } from '#domain/convention/financing.ts'
import { inForceOn } from '#domain/convention/parameters.ts'
import type { IsoDay } from '#domain/dates.ts'

/** What Union law offers ready-made: the most of a flat rate, or hours of a full-time year. */
export type UnionRateKind = FlatRateKind | 'ANNUAL_HOURS'

/** A ready-made rate, from a day on, with the law it stands in. */
export interface UnionRate {
  readonly kind: UnionRateKind
  readonly validFrom: IsoDay
  readonly value: number
  readonly source: string
}

/** The day after the publication of Regulation (EU) 2021/1060 (OJ L 231, 30.6.2021). */
const IN_FORCE = '2021-07-01'
const cpr = (kind: UnionRateKind, value: number, article: string): UnionRate => ({
  ...{ kind, validFrom: IN_FORCE, value },
  source: `Regulation (EU) 2021/1060, art. ${article}`,
})

/**
 * The ready-made rates of Regulation (EU) 2021/1060; a later one of the same kind is added, never put in its place. The
 * amounts of Delegated Regulation (EU) 2023/1676 stand in a convention as its dated unit costs.
 */
export const UNION_RATES: readonly UnionRate[] = [
  cpr('ART_54_A', 0.07, '54(a)'),
  cpr('ART_54_B', 0.15, '54(b)'),
  cpr('ART_54_C', 0.25, '54(c)'),
  cpr('ART_55_1', 0.2, '55(1)'),
  cpr('ART_56_1', 0.4, '56(1)'),
  cpr('ANNUAL_HOURS', 1720, '55(2)(a)'),
]

/** A ready-made rate on a day; before the first of its kind that first one holds. */
export function unionRateOn(kind: UnionRateKind, day: IsoDay): number {
  const ofKind = UNION_RATES.filter((one) => one.kind === kind)
  const found = inForceOn(ofKind, day) ?? ofKind[0]
  if (!found) throw new RangeError('every kind has at least one')
  return found.value
}

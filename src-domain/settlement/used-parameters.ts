import type { Convention } from '#domain/convention/convention.ts'
import type { DatedAmount } from '#domain/convention/financing.ts'
import { parametersOn, termsOn } from '#domain/convention/parameters.ts'
import { addDays, type IsoDay } from '#domain/dates.ts'
import { fixedFigure } from '#domain/i18n/number-format.ts'
import { yearsOf } from '#domain/settlement/day-spans.ts'
import { decisionOf, type SettlementFacts } from '#domain/settlement/inspection-facts.ts'
import type { Settlement } from '#domain/settlement/settlement.ts'

/**
 * A dated parameter that a settlement used. `code` is a name of `PARAMETER_UNITS`, followed by what it is of
 * (`unit-cost P3`); `value` is plain (`1150.00` euros, `0.15` for a rate).
 */
export interface UsedParameter {
  readonly code: string
  readonly value: string
  readonly validFrom: IsoDay
  /** The days of the period under control that it served, the first and the last one; a projection: days of draws. */
  readonly served: { readonly from: IsoDay; readonly to: IsoDay }
  /** The number of the clause that grounds it; null when none names it. */
  readonly clause: string | null
}

/** What the values of parameters are counted in. Each name is said at `parameter.*` of the catalog `settlement`. */
export const PARAMETER_UNITS = {
  ceiling: 'EUROS',
  'unit-cost': 'EUROS',
  'lump-sum': 'EUROS',
  'agreed-fte': 'FTE',
  'absence-tolerance': 'DAYS',
  'flat-rate': 'RATE',
  'performance-threshold': 'RATE',
  extrapolation: 'FLAG',
} as const
export type ParameterName = keyof typeof PARAMETER_UNITS

/** The control point whose clauses ground a parameter. */
const POINTS: Readonly<Partial<Record<ParameterName, string>>> = {
  ceiling: 'FIN-3',
  'unit-cost': 'FIN-3',
  'lump-sum': 'FIN-2',
  'agreed-fte': 'FIN-2',
  'absence-tolerance': 'FIN-2',
  'flat-rate': 'FIN-4',
  'performance-threshold': 'IND-3',
}

const isName = (text: string): text is ParameterName => text in PARAMETER_UNITS

/** The name of a used parameter, and what it is of: `unit-cost P3` → `unit-cost`, `P3`. */
export function parameterName(code: string): { name: ParameterName; of: string } {
  const [name = '', ...of] = code.split(' ')
  if (!isName(name)) throw new RangeError(`no parameter is called ${name}`)
  return { name, of: of.join(' ') }
}

/** The first day that a period has in each calendar year it touches. */
export function yearsInForce({ start, end }: Convention['controlPeriod']): IsoDay[] {
  const years = yearsOf({ start, end })
  return years.map((year, at) => (at === 0 ? start : `${year}-01-01`))
}

/** A dated entry of the convention: what it is of, and its plain value. */
interface Entry {
  readonly of: string
  readonly validFrom: IsoDay
  readonly value: string
}
/** An entry and the days it served. */
interface Served extends Entry {
  readonly from: IsoDay
  readonly to: IsoDay
}

const FOR_EVER = '9999-12-31'
const euros = (cents: number): string => fixedFigure(cents / 100)
const later = (a: IsoDay, b: IsoDay): IsoDay => (a > b ? a : b)
const sooner = (a: IsoDay, b: IsoDay): IsoDay => (a < b ? a : b)
const byDay = <T extends Entry>(entries: readonly T[]): T[] =>
  [...entries].sort((a, b) => (a.of + a.validFrom < b.of + b.validFrom ? -1 : 1))

/** Entries with the days of the period under control that each is in force on; the first one holds before it too. */
function servedDuring(entries: readonly Entry[], { start, end }: Convention['controlPeriod']): Served[] {
  const inOrder = byDay(entries)
  return inOrder.flatMap((entry, at) => {
    const next = inOrder[at + 1]
    const until = next?.of === entry.of ? addDays(next.validFrom, -1) : FOR_EVER
    const [from, to] = [later(entry.validFrom, start), sooner(until, end)]
    return from <= to ? { ...entry, from, to } : []
  })
}

/** Entries that follow each other with the same value are one. */
function merge(served: readonly Served[]): Served[] {
  const merged: Served[] = []
  for (const one of served) {
    const last = merged.at(-1)
    if (last?.of === one.of && last.value === one.value) merged[merged.length - 1] = { ...last, to: one.to }
    else merged.push(one)
  }
  return merged
}

/** The lists of a convention that a settlement looks values up in, by the names the settlement gives them. */
function listsOf({ financing, parameters }: Convention): Record<string, [ParameterName, Entry[]]> {
  const coded = (name: ParameterName, list: readonly DatedAmount[]): [ParameterName, Entry[]] => [
    name,
    list.map(({ code: of, validFrom, amount }) => ({ of, validFrom, value: euros(amount) })),
  ]
  const plain = <T extends { readonly validFrom: IsoDay }>(list: readonly T[], valueOf: (one: T) => number) =>
    list.map((one) => ({ of: '', validFrom: one.validFrom, value: String(valueOf(one)) }))
  return {
    unitCosts: coded('unit-cost', financing.unitCosts),
    lumpSums: coded('lump-sum', financing.lumpSums),
    agreedFte: ['agreed-fte', plain(financing.terms, ({ agreedFte }) => agreedFte)],
    absenceToleranceDays: ['absence-tolerance', plain(parameters, (one) => one.absenceToleranceDays)],
    flatRates: [
      'flat-rate',
      financing.flatRates.map(({ kind: of, validFrom, rate }) => ({ of, validFrom, value: String(rate) })),
    ],
  }
}

/** What a settlement looked up, each with the days of the period it served. */
function lookedUp(convention: Convention, used: Settlement['used']): [ParameterName, Served[]][] {
  return Object.entries(listsOf(convention)).map(([list, [name, entries]]) => {
    const wanted = new Set(used.flatMap((one) => (one.list === list ? `${one.code}\t${one.validFrom}` : [])))
    const served = servedDuring(entries, convention.controlPeriod)
    return [name, merge(served.filter(({ of, validFrom }) => wanted.has(`${of}\t${validFrom}`)))]
  })
}

/** The annual ceiling of each calendar year of the period: that of its first day in it. */
export function ceilingsServed(convention: Pick<Convention, 'financing' | 'controlPeriod'>): Served[] {
  const { controlPeriod } = convention
  return yearsInForce(controlPeriod).map((from) => {
    const { annualCeiling, validFrom } = termsOn(convention, from)
    const to = sooner(`${from.slice(0, 4)}-12-31`, controlPeriod.end)
    return { of: '', validFrom, value: euros(annualCeiling), from, to }
  })
}

/** The clause on projections on the day of each draw that counts. */
function clausesServed({ convention, samples, projections }: SettlementFacts): Served[] {
  const days = samples
    .filter(({ id }) => projections.some(({ sampleId }) => sampleId === id))
    .flatMap(({ steps }) => steps[0]?.on ?? [])
    .sort()
  const served = days.map((day) => {
    const { validFrom, extrapolation } = parametersOn(convention, day)
    return { of: '', validFrom, value: String(extrapolation), from: day, to: day }
  })
  return merge(served)
}

/** The thresholds of the period that the decided reduction was computed with. */
function thresholdsServed(facts: SettlementFacts): Served[] {
  const { convention } = facts
  const wanted = decisionOf(facts).performance?.threshold
  const thresholds = convention.parameters.map(({ validFrom, performanceThreshold }) => ({
    ...{ of: '', validFrom, value: String(performanceThreshold) },
  }))
  return merge(servedDuring(thresholds, convention.controlPeriod)).filter(
    ({ value }) => value === String(wanted),
  )
}

/** The number of the clause that grounds a parameter. */
function clauseOf({ sections }: Convention, name: ParameterName): string | null {
  const point = POINTS[name]
  const clauses = sections.flatMap((section) => section.clauses)
  return clauses.find(({ points }) => point !== undefined && points.includes(point))?.number ?? null
}

/** The dated parameters that a settlement was computed with, and no others, each with the days it served and its clause. */
export function usedParameters(facts: SettlementFacts, { used }: Settlement): UsedParameter[] {
  const { convention } = facts
  const all: [ParameterName, Served[]][] = [
    ...lookedUp(convention, used),
    ['ceiling', merge(ceilingsServed(convention))],
    ['performance-threshold', thresholdsServed(facts)],
    ['extrapolation', clausesServed(facts)],
  ]
  return all.flatMap(([name, served]) =>
    served.map(({ of, value, validFrom, from, to }) => ({
      ...{ code: `${name} ${of}`.trim(), value, validFrom, served: { from, to } },
      clause: clauseOf(convention, name),
    })),
  )
}

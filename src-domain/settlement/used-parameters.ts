import type { Convention } from '#domain/convention/convention.ts'
import type { IsoDay } from '#domain/dates.ts'
import { fixedFigure } from '#domain/i18n/number-format.ts'
import type { Claim } from '#domain/settlement/claim.ts'
import { yearsOf } from '#domain/settlement/day-spans.ts'
import { decisionOf, type SettlementFacts } from '#domain/settlement/inspection-facts.ts'

/**
 * A dated parameter that a settlement used. `code` is a name of `PARAMETER_UNITS`, followed by what it is of
 * (`unit-cost P3`); `value` is plain (`1150.00` euros, `0.15` for a rate).
 */
export interface UsedParameter {
  readonly code: string
  readonly value: string
  readonly validFrom: IsoDay
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

interface Dated {
  readonly validFrom: IsoDay
}

/** The entries of one dated list that are in force on some day of a period. */
function inForceDuring<T extends Dated>(
  list: readonly T[],
  { start, end }: Convention['controlPeriod'],
): T[] {
  const inOrder = [...list].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return inOrder.filter(({ validFrom }, at) => {
    const until = inOrder[at + 1]?.validFrom ?? '9999-12-31'
    return validFrom <= end && until > start
  })
}

const euros = (cents: number): string => fixedFigure(cents / 100)

/** Collects the parameters of a convention as they are used. */
class ParameterList {
  readonly used: UsedParameter[] = []
  readonly #convention: Convention

  constructor(convention: Convention) {
    this.#convention = convention
  }

  /** @param of what it is of; '' for the whole */
  add<T extends Dated>(
    name: ParameterName,
    of: string,
    list: readonly T[],
    valueOf: (entry: T) => string,
  ): void {
    const code = `${name} ${of}`.trim()
    let last: string | null = null
    for (const entry of inForceDuring(list, this.#convention.controlPeriod)) {
      const value = valueOf(entry)
      // a new entry of the list may leave this value as it was
      if (value !== last)
        this.used.push({ code, value, validFrom: entry.validFrom, clause: this.#clauseOf(name) })
      last = value
    }
  }

  /** One entry a code. */
  addByCode<T extends Dated>(
    name: ParameterName,
    list: readonly T[],
    codeOf: (entry: T) => string,
    valueOf: (entry: T) => string,
  ): void {
    for (const code of [...new Set(list.map(codeOf))].sort())
      this.add(
        name,
        code,
        list.filter((entry) => codeOf(entry) === code),
        valueOf,
      )
  }

  #clauseOf(name: ParameterName): string | null {
    const point = POINTS[name]
    const clauses = this.#convention.sections.flatMap((section) => section.clauses)
    return clauses.find(({ points }) => point !== undefined && points.includes(point))?.number ?? null
  }
}

function addOfMode(list: ParameterList, claim: Claim): void {
  switch (claim.mode) {
    case 'UNIT_COST': {
      const codes = new Set(claim.rows.map(({ code }) => code))
      const costs = claim.unitCosts.filter(({ code }) => codes.has(code))
      list.addByCode(
        'unit-cost',
        costs,
        ({ code }) => code,
        ({ amount }) => euros(amount),
      )
      break
    }
    case 'SALARY_LUMP_SUM': {
      const roles = new Set(claim.rows.map(({ role }) => role))
      const sums = claim.lumpSums.filter(({ code }) => roles.has(code))
      list.addByCode(
        'lump-sum',
        sums,
        ({ code }) => code,
        ({ amount }) => euros(amount),
      )
      list.add('agreed-fte', '', claim.agreed, ({ agreedFte }) => String(agreedFte))
      list.add('absence-tolerance', '', claim.tolerances, ({ absenceToleranceDays: days }) => String(days))
      break
    }
    case 'ACTUAL_COSTS':
      list.addByCode(
        'flat-rate',
        claim.flatRates,
        ({ kind }) => kind,
        ({ rate }) => String(rate),
      )
  }
}

/** The dated parameters that a claim rests on, each with the day since when it holds and its clause. */
export function usedParameters(facts: SettlementFacts, claim: Claim): UsedParameter[] {
  const { convention, projections } = facts
  const list = new ParameterList(convention)
  addOfMode(list, claim)
  list.add('ceiling', '', convention.financing.terms, ({ annualCeiling }) => euros(annualCeiling))
  const thresholds = convention.parameters.filter(({ performanceThreshold }) => performanceThreshold !== null)
  if (decisionOf(facts).performance)
    list.add('performance-threshold', '', thresholds, (entry) => String(entry.performanceThreshold))
  if (projections.length > 0)
    list.add('extrapolation', '', convention.parameters, ({ extrapolation }) => String(extrapolation))
  return list.used
}

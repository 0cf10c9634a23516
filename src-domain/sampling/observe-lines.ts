import { err, ok, type Result } from '#domain/result.ts'
import { drawnUnits } from '#domain/sampling/change-sample.ts'
import type { LineResult, SystemicError } from '#domain/sampling/evaluation.ts'
import { hasStrata } from '#domain/sampling/definition.ts'
import { amountOf, strataOf } from '#domain/sampling/frame.ts'
import type { Population, PopulationLine } from '#domain/sampling/population.ts'
import type { Observation } from '#domain/sampling/projections.ts'
import type { SampleRecord, SampleUnit } from '#domain/sampling/sample-record.ts'

/** A checked line as it counts: its random error in cents, signed for difference estimation. */
export interface ObservedLine extends Observation {
  readonly id: string
  readonly stratum: string
  readonly isWrong: boolean
}

/** A part of the population. */
export interface StratumPart {
  readonly lines: number
  readonly amount: number
}

/** What was seen, sorted by how it counts. */
export interface Observed {
  /** Lines that stand for others. */
  readonly sample: readonly ObservedLine[]
  /** Lines that stand for themselves. */
  readonly exhaustive: readonly ObservedLine[]
  /** The sampled part of the population, delimited lines apart: number and cents. */
  readonly lines: number
  readonly amount: number
  /** The lines of that part. */
  readonly rest: readonly PopulationLine[]
  /** Lines and cents per stratum of that part; one without code where the sample has no strata. */
  readonly strata: ReadonlyMap<string, StratumPart>
  /** Lines chosen for their risk, delimited ones apart. */
  readonly picked: readonly ObservedLine[]
  /** Number of delimited lines. */
  readonly delimited: number
  readonly systemic: number
  readonly anomalous: number
  readonly confirmed: number
}

/** Checks one result against the line it is about; error codes are the causes. */
function checkResult(result: LineResult, unit: SampleUnit, delimited: ReadonlySet<string>): Result<null> {
  const { id, found, accepted, cause = '', nature, justification = '' } = result
  if (!Number.isSafeInteger(accepted) || accepted < 0 || accepted > unit.amount)
    return err('sampling.accepted-outside', { id })
  if (!Number.isSafeInteger(found) || found < 0) return err('sampling.found-wrong', { id })
  const isWrong = accepted < unit.amount || result.wrong === true
  if (!isWrong) return ok(null)
  if (cause.trim() === '' || !nature) return err('sampling.cause-missing', { id })
  if (nature === 'ANOMALOUS' && justification.trim() === '')
    return err('sampling.justification-missing', { id })
  if (nature === 'SYSTEMIC' && !delimited.has(id)) return err('sampling.systemic-unknown', { id })
  return ok(null)
}

/** Results by id: one for every line to be checked, a total refusal for what the partner could not show. */
function matchResults(
  { units }: SampleRecord,
  results: readonly LineResult[],
  delimited: ReadonlySet<string>,
): Result<ReadonlyMap<string, LineResult>> {
  const byId = new Map<string, SampleUnit>(
    units.flatMap((unit) => (unit.part === 'REPLACED' ? [] : [[unit.id, unit]])),
  )
  const matched = new Map<string, LineResult>()
  for (const result of results) {
    const unit = byId.get(result.id)
    if (!unit) return err('sampling.result-unknown', { id: result.id })
    if (matched.has(result.id)) return err('sampling.result-twice', { id: result.id })
    const checked = checkResult(result, unit, delimited)
    if (!checked.ok) return checked
    matched.set(result.id, result)
  }
  const missing = [...byId.values()].filter(({ id, unavailable }) => !unavailable && !matched.has(id))
  const [first] = missing
  return first ? err('sampling.results-missing', { count: missing.length, id: first.id }) : ok(matched)
}

/** Lines of the delimited errors, each in one error only. */
function delimit(population: Population, systemic: readonly SystemicError[]): Result<ReadonlySet<string>> {
  if (systemic.length === 0) return ok(new Set())
  const amounts = new Map(population.lines.map(({ id, amount }) => [id, amount]))
  const delimited = new Set<string>()
  for (const { code, ids, amount } of systemic) {
    const most = ids.reduce((sum, id) => sum + (amounts.get(id) ?? NaN), 0)
    const isSound = ids.length > 0 && Number.isSafeInteger(amount) && amount >= 0 && amount <= most
    if (!isSound || ids.some((id) => delimited.has(id)) || new Set(ids).size < ids.length)
      return err('sampling.systemic-wrong', { code })
    for (const id of ids) delimited.add(id)
  }
  return ok(delimited)
}

const refused = (id: string): LineResult => ({ id, found: 0, accepted: 0, nature: 'RANDOM' })

function observe(unit: SampleUnit, result: LineResult, isSigned: boolean): ObservedLine {
  const { id, amount, stratum } = unit
  const isAnomalous = result.nature === 'ANOMALOUS'
  const error = isSigned ? amount - result.found : amount - result.accepted
  const isWrong = result.accepted < amount || result.wrong === true || (isSigned && error !== 0)
  return { id, amount, stratum, error: isAnomalous ? 0 : error, isWrong }
}

function remainder(population: Population, apart: ReadonlySet<string>, isStratified: boolean) {
  const isWhole = apart.size === 0
  const rest = isWhole ? population.lines : population.lines.filter(({ id }) => !apart.has(id))
  const whole = { rest, lines: rest.length, amount: isWhole ? population.amount : amountOf(rest) }
  const { lines, amount } = whole
  if (!isStratified) return { ...whole, strata: new Map(rest.length === 0 ? [] : [['', { lines, amount }]]) }
  const strata = [...strataOf(rest)].map(
    ([code, of]) => [code, { lines: of.length, amount: amountOf(of) }] as const,
  )
  return { ...whole, strata: new Map(strata) }
}

/**
 * Sorts results by how they count: delimited lines leave the sample and its population (`docs/formulas.md`: BV'), picked
 * ones stay outside, anomalous errors count as none in the projection.
 * @returns errors `sampling.results-missing`, `result-unknown`, `result-twice`, `accepted-outside`, `found-wrong`,
 *   `cause-missing`, `justification-missing`, `systemic-unknown`, `systemic-wrong`
 */
export function observeLines(
  population: Population,
  record: SampleRecord,
  results: readonly LineResult[],
  systemic: readonly SystemicError[],
): Result<Observed> {
  const delimited = delimit(population, systemic)
  if (!delimited.ok) return delimited
  const matched = matchResults(record, results, delimited.value)
  if (!matched.ok) return matched
  const resultOf = (id: string): LineResult => matched.value.get(id) ?? refused(id)
  const isSigned = record.definition.method === 'DIFFERENCE'
  const counted = drawnUnits(record).filter(({ id }) => !delimited.value.has(id))
  const part = (name: SampleUnit['part']): ObservedLine[] =>
    counted.filter((unit) => unit.part === name).map((unit) => observe(unit, resultOf(unit.id), isSigned))
  const exhaustive = part('EXHAUSTIVE')
  const picked = record.units.filter(({ id, part: at }) => at === 'PICKED' && !delimited.value.has(id))
  const apart = new Set([...delimited.value, ...exhaustive.map(({ id }) => id)])
  const known = systemic.reduce((sum, { amount }) => sum + amount, 0)
  const checked = record.units.filter(({ id, part: at }) => at !== 'REPLACED' && !delimited.value.has(id))
  const lost = (unit: SampleUnit): number => unit.amount - resultOf(unit.id).accepted
  const uncorrected = counted.filter(({ id }) => {
    const { nature, corrected } = resultOf(id)
    return nature === 'ANOMALOUS' && corrected !== true
  })
  return ok({
    ...{
      sample: part('SAMPLED'),
      exhaustive,
      ...remainder(population, apart, hasStrata(record.definition)),
      picked: picked.map((unit) => observe(unit, resultOf(unit.id), isSigned)),
      ...{ delimited: delimited.value.size, systemic: known },
    },
    anomalous: uncorrected.reduce((sum, unit) => sum + lost(unit), 0),
    confirmed: known + checked.reduce((sum, unit) => sum + lost(unit), 0),
  })
}

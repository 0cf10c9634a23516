import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { shareRoundedUp } from '#domain/fraction.ts'
import { hasStrata, isMus, isNormalTheory, NON_STATISTICAL_BELOW } from '#domain/sampling/definition.ts'
import { VALUE_SHARES, VISIT_MINIMUM, type SampleDefinition } from '#domain/sampling/definition.ts'
import { amountOf, errorRoom, splitByValue, strataOf } from '#domain/sampling/frame.ts'
import { twoSidedZ } from '#domain/sampling/normal.ts'
import type { Population, PopulationLine } from '#domain/sampling/population.ts'
import * as formula from '#domain/sampling/size-formulas.ts'
import { sizeWarnings } from '#domain/sampling/size-warnings.ts'

/** How many lines must be checked, and why. */
export interface RequiredSize {
  /** The formula's value before it is rounded up; null where no formula is used. */
  readonly raw: number | null
  /** Lines in all, those of the exhaustive part included; for VALUE_SHARE the share of the amount. */
  readonly target: number
  readonly warnings: readonly AppError[]
}

const missing = (method: string, parameter: string): Result<never> =>
  err('sampling.parameter-missing', { method, parameter })

/** z of a definition: the printed one when given, else exact. */
export const zOf = ({ z, confidence }: SampleDefinition): number => z ?? twoSidedZ(confidence)

function simpleSize(population: Population, definition: SampleDefinition): Result<number> {
  const { method, sigma } = definition
  if (sigma === undefined) return missing(method, 'sigma')
  return ok(
    formula.simpleRandomSize(population.count, zOf(definition), sigma, errorRoom(population, definition)),
  )
}

/** What is expected stratum by stratum: its own deviation, else the one of all. */
function expectedStrata(
  lines: readonly PopulationLine[],
  { method, sigma, sigmas, rateDeviation, rateDeviations }: SampleDefinition,
): Result<formula.ExpectedStratum[]> {
  const isMoney = method === 'MUS_STANDARD'
  const strata: formula.ExpectedStratum[] = []
  for (const [code, of] of strataOf(lines)) {
    const deviation = isMoney ? (rateDeviations?.[code] ?? rateDeviation) : (sigmas?.[code] ?? sigma)
    if (deviation === undefined) return missing(method, `${isMoney ? 'rateDeviations' : 'sigmas'}.${code}`)
    strata.push({ weight: isMoney ? amountOf(of) : of.length, sigma: deviation })
  }
  return ok(strata)
}

function stratifiedSize(population: Population, definition: SampleDefinition): Result<number> {
  const { exhaustive, sampled } = splitByValue(population.lines, definition.highValueFrom)
  const strata = expectedStrata(sampled, definition)
  if (!strata.ok) return strata
  if (sampled.length === 0) return ok(exhaustive.length)
  const deviationOf = definition.allocation === 'NEYMAN' ? formula.neymanSigma : formula.weightedSigma
  const room = errorRoom(population, definition)
  const size = formula.simpleRandomSize(sampled.length, zOf(definition), deviationOf(strata.value), room)
  return ok(exhaustive.length + size)
}

/** σ_r of the population, or σ_rw of its strata. */
function rateDeviationOf({ lines }: Population, definition: SampleDefinition): Result<number> {
  const { method, rateDeviation } = definition
  if (!hasStrata(definition))
    return rateDeviation === undefined ? missing(method, 'rateDeviation') : ok(rateDeviation)
  const strata = expectedStrata(lines, definition)
  return strata.ok ? ok(formula.weightedSigma(strata.value)) : strata
}

function musSize(population: Population, definition: SampleDefinition): Result<number> {
  const deviation = rateDeviationOf(population, definition)
  if (!deviation.ok) return deviation
  const room = errorRoom(population, definition)
  return ok(formula.musSize(population.amount, zOf(definition), deviation.value, room))
}

function conservativeSize(population: Population, definition: SampleDefinition): Result<number> {
  const { method, confidence } = definition
  const room = errorRoom(population, definition)
  const known = definition.expansionFactor ?? formula.expansionFactorAt(confidence)
  if (known === undefined && room.anticipated > 0) return missing(method, 'expansionFactor')
  const factor = known ?? 1
  if (room.anticipated * factor >= room.tolerable) return tooMuchExpected(definition)
  return ok(formula.conservativeMusSize(population.amount, definition.confidence, factor, room))
}

function discoverySize({ count }: Population, definition: SampleDefinition): Result<number> {
  const { method, wrongLines, confidence } = definition
  if (wrongLines === undefined) return missing(method, 'wrongLines')
  if (wrongLines > count) return err('sampling.wrong-lines-too-many', { wrongLines, lines: count })
  return ok(formula.discoverySize(count, wrongLines, confidence))
}

const tooMuchExpected = ({ expectedRate, materiality }: SampleDefinition): Result<never> =>
  err('sampling.expected-error-too-high', { expectedRate, materiality })

const SIZES: Record<
  SampleDefinition['method'],
  (population: Population, definition: SampleDefinition) => Result<number>
> = {
  EXHAUSTIVE: ({ count }) => ok(count),
  SIMPLE_RANDOM: simpleSize,
  DIFFERENCE: simpleSize,
  STRATIFIED: stratifiedSize,
  MUS_STANDARD: musSize,
  MUS_CONSERVATIVE: conservativeSize,
  DISCOVERY: discoverySize,
  VALUE_SHARE: () => ok(VALUE_SHARES[0]),
  NON_STATISTICAL: ({ count }) =>
    ok(Math.max(VISIT_MINIMUM.share * count, Math.min(VISIT_MINIMUM.lines, count))),
}

/** Refuses what no formula of the method can answer. */
function checkAsked(population: Population, definition: SampleDefinition): Result<null> {
  const { method, size, confidence } = definition
  const { count, amount, lines } = population
  if (!(confidence >= 0.5 && confidence < 1)) return err('sampling.confidence-wrong', { confidence })
  if (count === 1 && method !== 'EXHAUSTIVE') return err('sampling.one-line-population')
  if (method === 'NON_STATISTICAL' && count >= NON_STATISTICAL_BELOW)
    return err('sampling.too-many-for-non-statistical', { lines: count, below: NON_STATISTICAL_BELOW })
  const needsAmounts = isNormalTheory(method) || isMus(definition) || method === 'VALUE_SHARE'
  if (needsAmounts && amount === 0) return err('sampling.no-amount')
  if (isMus(definition) || method === 'VALUE_SHARE') {
    const zeros = lines.filter((line) => line.amount === 0).length
    if (zeros > 0) return err('sampling.amount-zero', { count: zeros })
  }
  if (size !== undefined && !(Number.isInteger(size) && size > 0))
    return err('sampling.size-not-positive', { size })
  if (isNormalTheory(method) && definition.expectedRate >= definition.materiality)
    return tooMuchExpected(definition)
  return ok(null)
}

/** Raises a number of lines to the lowest one asked for. */
export function atLeast(size: number, lines: number, { minimum }: SampleDefinition): number {
  if (!minimum) return size
  return Math.max(size, shareRoundedUp(minimum.share, lines), Math.min(minimum.lines, lines))
}

/** The raw number in whole lines: never fewer than two where a deviation has to be measured. */
function targetOf(raw: number, population: Population, definition: SampleDefinition): number {
  const finite = definition.finiteCorrection ? formula.finiteSize(raw, population.count) : raw
  const fewest = isNormalTheory(definition.method) ? 2 : 1
  return atLeast(Math.max(formula.wholeLines(finite), fewest), population.count, definition)
}

/**
 * How many lines a definition needs (`docs/formulas.md`); the inspector's own `size` goes before the formula.
 * @returns errors `sampling.parameter-missing`, `parameter-wrong`, `confidence-wrong`, `expected-error-too-high`, `one-line-population`, `no-amount`,
 *   `amount-zero`, `wrong-lines-too-many`, `size-not-positive`, `size-above-population`, `too-many-for-non-statistical`
 */
export function requiredSize(population: Population, definition: SampleDefinition): Result<RequiredSize> {
  const asked = checkAsked(population, definition)
  if (!asked.ok) return asked
  const computed = SIZES[definition.method](population, definition)
  const isFixed = definition.method === 'VALUE_SHARE' || definition.method === 'EXHAUSTIVE'
  const ownSize = isFixed ? undefined : definition.size
  // for a number that was chosen nothing else is needed, but what it is shared out by
  const isShared = definition.allocation === 'NEYMAN'
  if (
    !computed.ok &&
    (ownSize === undefined || isShared || computed.error.code !== 'sampling.parameter-missing')
  )
    return computed
  const raw = computed.ok ? computed.value : null
  if (definition.method === 'VALUE_SHARE') return ok({ raw: null, target: VALUE_SHARES[0], warnings: [] })
  if (raw !== null && !Number.isFinite(raw))
    return err('sampling.parameter-wrong', { method: definition.method })
  const needed = raw === null ? null : targetOf(raw, population, definition)
  const target = ownSize ?? needed ?? 0
  if (target > population.count)
    return err('sampling.size-above-population', { size: target, lines: population.count })
  return ok({ raw, target, warnings: sizeWarnings(population, definition, target, needed) })
}

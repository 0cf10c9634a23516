import { isIsoDay, type IsoDay } from '#domain/dates.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { DRAW_VERSION, type SampleDefinition } from '#domain/sampling/definition.ts'
import { freezePopulation, type Population } from '#domain/sampling/population.ts'
import { replaySteps } from '#domain/sampling/replay-steps.ts'
import { requiredSize } from '#domain/sampling/required-size.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'

/** A sample, and what must be said beside it. */
export interface DrawnSample {
  readonly record: SampleRecord
  readonly warnings: readonly AppError[]
}

/**
 * Draws a sample: seed, method, version, parameters and population are in the record, which alone is enough to draw it
 * again.
 * @param on the day of the draw
 * @param convention SHA-256 of the convention, so that a later change of it shows
 * @returns errors `sampling.seed-missing`, `sampling.day-unknown` and those of `requiredSize`
 */
export function drawSample(
  population: Population,
  definition: SampleDefinition,
  on: IsoDay,
  convention: string | null = null,
): Result<DrawnSample> {
  if (definition.seed === '') return err('sampling.seed-missing')
  if (!isIsoDay(on)) return err('sampling.day-unknown', { on })
  const size = requiredSize(population, definition)
  if (!size.ok) return size
  const { target, warnings } = size.value
  const steps = [{ kind: 'DRAW' as const, target, on }]
  const { count, amount, hash } = population
  const lines = population.lines.map(
    ({ id, amount: cents, stratum = '' }) => [id, cents, stratum] as [string, number, string],
  )
  const record: SampleRecord = {
    ...{ format: 'constat-sample', version: DRAW_VERSION, population: { count, amount, hash, lines } },
    ...{ definition, convention, steps, units: replaySteps(population, definition, steps) },
  }
  return ok({ record, warnings })
}

/**
 * The population a record carries, frozen again.
 * @returns error `sampling.population-changed` when its lines are no longer those that were hashed
 */
export function populationOf({ population }: SampleRecord): Result<Population> {
  const frozen = freezePopulation(
    population.lines.map(([id, amount, stratum]) => ({ id, amount, ...(stratum === '' ? {} : { stratum }) })),
  )
  if (!frozen.ok) return frozen
  const { hash, count, amount } = frozen.value
  const isSame = hash === population.hash && count === population.count && amount === population.amount
  return isSame ? frozen : err('sampling.population-changed')
}

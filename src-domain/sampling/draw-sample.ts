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
  return ok({
    record: recordOf(population, { version: DRAW_VERSION, definition, convention, steps }),
    warnings,
  })
}

/** The record of a population and of what is done to it. */
export function recordOf(
  population: Population,
  history: Pick<SampleRecord, 'version' | 'definition' | 'convention' | 'steps'>,
): SampleRecord {
  const { count, amount, hash } = population
  const lines = population.lines.map(
    ({ id, amount: cents, stratum = '' }) => [id, cents, stratum] as [string, number, string],
  )
  return {
    ...{ format: 'constat-sample', population: { count, amount, hash, lines } },
    ...{ ...history, units: replaySteps(population, history) },
  }
}

/** The lines of a record, frozen again whatever the record says of them. */
export const freezeLines = ({ lines }: SampleRecord['population']): Result<Population> =>
  freezePopulation(
    lines.map(([id, amount, stratum]) => ({ id, amount, ...(stratum === '' ? {} : { stratum }) })),
  )

/**
 * The population a record carries, frozen again.
 * @returns error `sampling.population-changed` when its lines are no longer those that were hashed
 */
export function populationOf({ population }: SampleRecord): Result<Population> {
  const frozen = freezeLines(population)
  if (!frozen.ok) return frozen
  const { hash, count, amount } = frozen.value
  const isSame = hash === population.hash && count === population.count && amount === population.amount
  return isSame ? frozen : err('sampling.population-changed')
}

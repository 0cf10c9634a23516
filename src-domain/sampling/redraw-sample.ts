import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { DRAW_VERSION, type SampleDefinition } from '#domain/sampling/definition.ts'
import { freezeLines, recordOf } from '#domain/sampling/draw-sample.ts'
import { changeRecord } from '#domain/sampling/inspection-record.ts'
import type { Population } from '#domain/sampling/population.ts'
import { requiredSize } from '#domain/sampling/required-size.ts'
import type { SampleRecord, SampleStep, SampleUnit } from '#domain/sampling/sample-record.ts'

/** Something that is otherwise in the record than in the new draw; null: it is not there. */
export interface RedrawDifference {
  /** A line, or a part of the record: `CE-0001`, `steps/1/target`. */
  readonly id: string
  readonly recorded: string | null
  readonly redrawn: string | null
}

/** What drawing again says about a record. */
export interface Redraw {
  readonly identical: boolean
  readonly lines: number
  readonly differences: readonly RedrawDifference[]
  /** Why the steps of the record could not be taken again; null when they were. */
  readonly problem: AppError | null
}

const written = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)

function compare(id: string, recorded: unknown, redrawn: unknown): RedrawDifference[] {
  const [then, now] = [written(recorded), written(redrawn)]
  return then === now ? [] : [{ id, recorded: then, redrawn: now }]
}

/** Size of the first draw: the one that was chosen, else what the formula gives. */
function firstTarget(population: Population, definition: SampleDefinition): Result<number> {
  const { method, size } = definition
  if (size !== undefined && method !== 'VALUE_SHARE' && method !== 'EXHAUSTIVE') return ok(size)
  const required = requiredSize(population, definition)
  return required.ok ? ok(required.value.target) : required
}

/** Takes every step again, as it was taken. Errors: those of the steps; `sampling.steps-wrong`. */
function takeSteps(population: Population, given: SampleRecord): Result<SampleRecord> {
  const { version, definition, convention } = given
  const [draw, ...changes] = given.steps
  if (draw?.kind !== 'DRAW') return err('sampling.steps-wrong', { step: 1 })
  const target = firstTarget(population, definition)
  if (!target.ok) return target
  const steps = [{ ...draw, target: target.value }]
  let record = recordOf(population, { version, definition, convention, steps })
  for (const [at, step] of changes.entries()) {
    if (step.kind === 'DRAW') return err('sampling.steps-wrong', { step: at + 2 })
    const changed = changeRecord(record, step, step.on, step.kind === 'CONFIRM' ? step.convention : null)
    if (!changed.ok) return changed
    record = changed.value
  }
  return ok(record)
}

/** What of a step follows from the others; a reason is free. */
const factsOf = (step: SampleStep | undefined): Record<string, unknown> => ({ ...step, reason: null })

function compareSteps(recorded: readonly SampleStep[], redrawn: readonly SampleStep[]): RedrawDifference[] {
  return recorded.flatMap((step, at) => {
    const [then, now] = [factsOf(step), factsOf(redrawn[at])]
    return Object.keys(then).flatMap((name) => compare(`steps/${at + 1}/${name}`, then[name], now[name]))
  })
}

const partOf = (unit: SampleUnit | undefined): string | undefined => unit?.part

function compareUnit(
  id: string,
  then: SampleUnit | undefined,
  now: SampleUnit | undefined,
): RedrawDifference[] {
  if (!then || !now || then.part !== now.part) return compare(id, partOf(then), partOf(now))
  const fields = ['amount', 'stratum', 'picked', 'unavailable'] as const
  return fields.flatMap((name) => compare(`${id}/${name}`, then[name], now[name]))
}

function compareUnits(recorded: readonly SampleUnit[], redrawn: readonly SampleUnit[]): RedrawDifference[] {
  const now = new Map(redrawn.map((unit) => [unit.id, unit]))
  const then = new Map(recorded.map((unit) => [unit.id, unit]))
  const ids = [...new Set([...then.keys(), ...now.keys()])]
  const differences = ids.flatMap((id) => compareUnit(id, then.get(id), now.get(id)))
  if (differences.length > 0) return differences
  // a line twice, or lines in another order than they are drawn in
  return recorded.flatMap((unit, at) => compare(`units/${at + 1}`, unit.id, redrawn[at]?.id)).slice(0, 1)
}

function compareRecords(recorded: SampleRecord, redrawn: SampleRecord): RedrawDifference[] {
  return [...compareSteps(recorded.steps, redrawn.steps), ...compareUnits(recorded.units, redrawn.units)]
}

function comparePopulation(
  { population }: SampleRecord,
  { count, amount, hash }: Population,
): RedrawDifference[] {
  return [
    ...compare('population/count', population.count, count),
    ...compare('population/amount', population.amount, amount),
    ...compare('population/hash', population.hash, hash),
  ]
}

/**
 * Draws a recorded sample again, from its record alone: population frozen again, size computed again, every step taken
 * again; any contradiction is told.
 * @returns error `sampling.version-unknown`
 */
export function redrawSample(record: SampleRecord): Result<Redraw> {
  const { version } = record
  if (!(version >= 1 && version <= DRAW_VERSION)) return err('sampling.version-unknown', { version })
  const population = freezeLines(record.population)
  if (!population.ok) return ok(contradiction(population.error, []))
  const header = comparePopulation(record, population.value)
  const redrawn = takeSteps(population.value, record)
  if (!redrawn.ok) return ok(contradiction(redrawn.error, header))
  const differences = [...header, ...compareRecords(record, redrawn.value)]
  const lines = redrawn.value.units.length
  return ok({ identical: differences.length === 0, lines, differences, problem: null })
}

const contradiction = (problem: AppError, differences: readonly RedrawDifference[]): Redraw => ({
  ...{ identical: false, lines: 0, differences, problem },
})

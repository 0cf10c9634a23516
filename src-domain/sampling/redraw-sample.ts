import { err, ok, type Result } from '#domain/result.ts'
import { DRAW_VERSION } from '#domain/sampling/definition.ts'
import { populationOf } from '#domain/sampling/draw-sample.ts'
import { replaySteps } from '#domain/sampling/replay-steps.ts'
import type { SamplePart, SampleRecord } from '#domain/sampling/sample-record.ts'

/** A line that stands elsewhere in the record than in the new draw; null: it is not there. */
export interface RedrawDifference {
  readonly id: string
  readonly recorded: SamplePart | null
  readonly redrawn: SamplePart | null
}

/** What drawing again says about a record. */
export interface Redraw {
  readonly identical: boolean
  readonly lines: number
  readonly differences: readonly RedrawDifference[]
}

/**
 * Draws a recorded sample again, from its record alone, and compares.
 * @returns errors `sampling.version-unknown`, `sampling.population-changed`, and those of `freezePopulation`
 */
export function redrawSample(record: SampleRecord): Result<Redraw> {
  if (record.version !== DRAW_VERSION) return err('sampling.version-unknown', { version: record.version })
  const population = populationOf(record)
  if (!population.ok) return population
  const redrawn = replaySteps(population.value, record.definition, record.steps)
  const now = new Map(redrawn.map((unit) => [unit.id, unit]))
  const then = new Map(record.units.map((unit) => [unit.id, unit]))
  const ids = [...new Set([...then.keys(), ...now.keys()])]
  const differences = ids.flatMap((id) => {
    const [a, b] = [then.get(id), now.get(id)]
    const isSame =
      a &&
      b &&
      a.part === b.part &&
      a.picked === b.picked &&
      a.unavailable === b.unavailable &&
      a.amount === b.amount
    return isSame ? [] : { id, recorded: a?.part ?? null, redrawn: b?.part ?? null }
  })
  return ok({
    identical: differences.length === 0 && redrawn.length === record.units.length,
    lines: redrawn.length,
    differences,
  })
}

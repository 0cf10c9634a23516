import type { SampleDefinition } from '#domain/sampling/definition.ts'
import type { Population, PopulationLine } from '#domain/sampling/population.ts'

/** A population in two parts: lines that are all checked, and lines that are drawn from. */
export interface Frame {
  readonly exhaustive: readonly PopulationLine[]
  readonly sampled: readonly PopulationLine[]
}

/** Sum of the declared amounts, in cents. */
export const amountOf = (lines: readonly PopulationLine[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0)

function split(lines: readonly PopulationLine[], isHigh: (line: PopulationLine) => boolean): Frame {
  const exhaustive: PopulationLine[] = []
  const sampled: PopulationLine[] = []
  for (const line of lines) (isHigh(line) ? exhaustive : sampled).push(line)
  return { exhaustive, sampled }
}

/** Sets apart the lines of at least `highValueFrom`; without it every line is drawn from. */
export const splitByValue = (lines: readonly PopulationLine[], highValueFrom: number | undefined): Frame =>
  split(lines, ({ amount }) => highValueFrom !== undefined && amount >= highValueFrom)

/** The frame of a monetary unit sample, and its interval BV_s/n_s. */
export interface MusFrame extends Frame {
  /** Number of selections in the sampled part. */
  readonly selections: number
  /** BV_s/n_s in cents; 0 when every line is in the exhaustive part. */
  readonly interval: number
}

/**
 * Sets apart what is larger than the interval, again and again until nothing is: BV_i > BV/n, then BV_i > BV_s/n_s
 * (`docs/formulas.md`). No sampled line can then be hit twice.
 */
export function splitForMus(lines: readonly PopulationLine[], size: number): MusFrame {
  let frame: Frame = { exhaustive: [], sampled: lines }
  for (;;) {
    const selections = size - frame.exhaustive.length
    const interval = selections > 0 ? amountOf(frame.sampled) / selections : 0
    const higher = split(frame.sampled, ({ amount }) => amount > interval)
    if (higher.exhaustive.length === 0 || frame.sampled.length === 0) {
      return { ...frame, selections: frame.sampled.length === 0 ? 0 : selections, interval }
    }
    frame = { exhaustive: [...frame.exhaustive, ...higher.exhaustive], sampled: higher.sampled }
  }
}

/** The strata of lines, by code; a line without one is in the stratum ''. */
export function strataOf(lines: readonly PopulationLine[]): Map<string, PopulationLine[]> {
  const strata = new Map<string, PopulationLine[]>()
  for (const line of lines) {
    const code = line.stratum ?? ''
    const stratum = strata.get(code)
    if (stratum) stratum.push(line)
    else strata.set(code, [line])
  }
  return strata
}

/** Tolerable and anticipated error of a population, in cents: TE = materiality × BV, AE = expected rate × BV. */
export const errorRoom = (
  { amount }: Population,
  { materiality, expectedRate }: SampleDefinition,
): { tolerable: number; anticipated: number } => ({
  tolerable: materiality * amount,
  anticipated: expectedRate * amount,
})

/** One line of the table: what was measured, its baseline in the same run, and the bound on their ratio or on the value. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'MB'
  readonly baseline: number | null
  /** Upper bound of value / baseline, or of the value itself when there is no baseline; null: told, not judged. */
  readonly bound: number | null
}

/** A value with a bound of its own. */
export const limited = (name: string, value: number, bound: number): Measure => ({
  ...{ name, value, unit: 'ms', baseline: null, bound },
})

/** Something good to know that has no bound. */
export const told = (name: string, value: number, unit: Measure['unit']): Measure => ({
  ...{ name, value, unit, baseline: null, bound: null },
})

/** The window's thread in one job: the longest time it did not answer. */
export const blocked = (job: string, longest: number): Measure =>
  limited(`thread blocked: ${job}`, longest, 100)

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

export const median = (values: readonly number[]): number =>
  sorted(values)[Math.floor(values.length / 2)] ?? NaN

/** The 95th percentile, by nearest rank. */
export const p95 = (values: readonly number[]): number =>
  sorted(values)[Math.ceil(values.length * 0.95) - 1] ?? NaN

const shown = (value: number): string => value.toFixed(value < 10 ? 2 : 0)

const judgedValue = ({ value, baseline }: Measure): number => (baseline === null ? value : value / baseline)

/** Whether a measure keeps its bound. */
export const isWithin = (measure: Measure): boolean =>
  measure.bound === null || judgedValue(measure) <= measure.bound

function toRow(measure: Measure): string[] {
  const { name, value, unit, baseline, bound } = measure
  const limit = baseline === null ? `${String(bound)} ${unit}` : bound?.toFixed(2)
  return [
    name,
    `${shown(value)} ${unit}`,
    baseline === null ? '–' : `${shown(baseline)} ${unit}`,
    baseline === null ? '–' : judgedValue(measure).toFixed(2),
    bound === null ? '–' : `≤ ${limit ?? ''}`,
    bound === null ? '' : isWithin(measure) ? 'ok' : 'OVER',
  ]
}

/** The measures as a table of text. */
export function printTable(measures: readonly Measure[]): string {
  const rows = [['measure', 'value', 'baseline', 'ratio', 'bound', ''], ...measures.map(toRow)]
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

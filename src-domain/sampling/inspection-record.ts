import type { IsoDay } from '#domain/dates.ts'
import { err, type Result } from '#domain/result.ts'
import {
  confirmDraw,
  extendSample,
  markUnavailable,
  pickLine,
  replaceLine,
} from '#domain/sampling/change-sample.ts'
import type { LineResult } from '#domain/sampling/evaluation.ts'
import type { InspectionSample, LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { Population } from '#domain/sampling/population.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'

/** A sample with its population: all that is needed to draw it again. */
export function sampleRecordOf(sample: InspectionSample, { lines }: Population): SampleRecord {
  const { version, definition, convention, steps, units, population } = sample
  return {
    ...{ format: 'constat-sample', version, definition, convention, steps, units },
    population: {
      ...population,
      lines: lines.map(({ id, amount, stratum = '' }): [string, number, string] => [id, amount, stratum]),
    },
  }
}

/** What of a sample changes when its record does. */
export const withRecord = (
  _sample: InspectionSample,
  { steps, units }: SampleRecord,
): Pick<InspectionSample, 'steps' | 'units'> => ({ steps, units })

function resultOf({ lineId, found, accepted, wrong, ...rest }: LineCheck): LineResult[] {
  if (accepted === null) return []
  const { cause, nature, justification, corrected } = rest
  return [
    {
      ...{ id: lineId, accepted, found: found ?? accepted, wrong, cause, justification, corrected },
      ...(nature === null ? {} : { nature }),
    },
  ]
}

/** What was found on the lines that are checked; a line without an accepted amount has no result yet. */
export const resultsOf = (checks: readonly LineCheck[]): LineResult[] => checks.flatMap(resultOf)

/** One change of a drawn sample, with its reason; EXTEND takes lines in all, or for VALUE_SHARE the share. */
export type SampleChange = { readonly reason: string } & (
  | { readonly kind: 'EXTEND'; readonly target: number }
  | { readonly kind: 'REPLACE' | 'UNAVAILABLE' | 'PICK'; readonly id: string }
  | { readonly kind: 'CONFIRM' }
)

/**
 * Makes one change of a record (`change-sample.ts`).
 * @param on the day of the change
 * @param convention SHA-256 of the convention as it is now; null where none is known
 * @returns errors of `change-sample.ts`, `sampling.convention-unknown`
 */
export function changeRecord(
  record: SampleRecord,
  change: SampleChange,
  on: IsoDay,
  convention: string | null,
): Result<SampleRecord> {
  const because = { reason: change.reason.trim(), on }
  switch (change.kind) {
    case 'EXTEND':
      return extendSample(record, change.target, because)
    case 'REPLACE':
      return replaceLine(record, change.id, because)
    case 'UNAVAILABLE':
      return markUnavailable(record, change.id, because)
    case 'PICK':
      return pickLine(record, change.id, because)
    case 'CONFIRM':
      return convention === null
        ? err('sampling.convention-unknown')
        : confirmDraw(record, convention, because)
  }
}

import { useState } from 'react'
import { ok, type Result } from '#domain/result.ts'
import { lineCheckId, type InspectionSample, type LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import { textAt } from '#renderer/db/drafts.ts'
import type { CheckFields } from '#renderer/features/checking/commands/save-check.ts'
import {
  acceptedAsDeclared,
  refusedWhole,
  stateOf,
  type LineResultName,
} from '#renderer/features/checking/line-result.ts'
import { keptAt } from '#renderer/ui/kept-drafts.ts'

interface Line {
  readonly sample: InspectionSample
  readonly unit: SampleUnit
  readonly check: LineCheck | undefined
  readonly readOnly: boolean
  readonly change: (fields: CheckFields) => Promise<Result<null>>
}

/** No result: the line is open again, or counts as one that could not be shown. */
const NO_RESULT: CheckFields = { found: null, accepted: null, wrong: false }

/** An error is random until the inspector shows that it is not. */
const natureOf = (check: LineCheck | undefined): CheckFields =>
  (check?.nature ?? null) === null ? { nature: 'RANDOM' } : {}

/** Where an amount of a line that can't be read is kept. */
export function amountPlaces(
  { id: sampleId, inspectionId }: Pick<InspectionSample, 'id' | 'inspectionId'>,
  { id }: Pick<SampleUnit, 'id'>,
) {
  const check = lineCheckId(sampleId, id)
  return {
    found: textAt(inspectionId, `check/${check}/found`),
    accepted: textAt(inspectionId, `check/${check}/accepted`),
  }
}

/** Whether an amount was typed that can’t be read: it is shown again until it is put right. */
const hasDraft = (...line: Parameters<typeof amountPlaces>): boolean =>
  Object.values(amountPlaces(...line)).some((place) => keptAt(place) !== null)

/** The result of one line: what is chosen, and what a choice still asks for before it is recorded. */
export function useLineResult({ sample, unit, check, readOnly, change }: Line) {
  const [begun, setBegun] = useState<'OTHER' | 'UNAVAILABLE' | null>(() =>
    (check?.accepted ?? null) === null && hasDraft(sample, unit) ? 'OTHER' : null,
  )
  const state = stateOf(unit, check)
  const stored = state === 'UNCHECKED' || state === 'REPLACED' ? null : state
  const record = (fields: CheckFields): Promise<Result<null>> => {
    setBegun(null)
    return change(fields)
  }
  const choose = (result: LineResultName): Promise<Result<null>> | null => {
    if (readOnly) return null
    if (result === 'ACCEPTED') return record(acceptedAsDeclared(unit))
    if (result === 'REFUSED') return record({ ...refusedWhole(unit), ...natureOf(check) })
    if (result === 'UNAVAILABLE' && unit.unavailable) return record(NO_RESULT)
    setBegun(result)
    return Promise.resolve(ok(null))
  }
  return {
    shown: begun ?? stored,
    asksReason: begun === 'UNAVAILABLE',
    choose,
    takeBack: () => void record(NO_RESULT),
    markedUnavailable: () => {
      if ((check?.accepted ?? null) === null) setBegun(null)
      else void record(NO_RESULT)
    },
  }
}

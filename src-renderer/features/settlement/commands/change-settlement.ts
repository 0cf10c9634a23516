import type { Convention } from '#domain/convention/convention.ts'
import type { Result } from '#domain/result.ts'
import { decisionOf } from '#domain/settlement/inspection-facts.ts'
import { settlementId, type InspectionSettlement } from '#domain/settlement/inspection-settlement.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { getRecord, saveRecord } from '#renderer/db/records.ts'

type Fields = Omit<InspectionSettlement, 'id' | 'inspectionId' | 'settledOn'>

/** One change after the other: each rests on what the one before recorded. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Records what the inspector decides on the settlement; the first decision keeps the advances proposed until then.
 * Errors: those of `saveRecord`.
 * @param change the fields that differ, from how they stand
 */
export function changeSettlement(
  inspectionId: string,
  convention: Convention,
  change: (before: Fields) => Partial<Fields>,
): Promise<Result<null>> {
  const changed = last.then(async () => await record(inspectionId, convention, change))
  last = changed.catch(() => null)
  return changed
}

async function record(
  inspectionId: string,
  convention: Convention,
  change: (before: Fields) => Partial<Fields>,
): Promise<Result<null>> {
  const id = settlementId(inspectionId)
  const decision = (await getRecord('settlement', id)) ?? null
  const before = decisionOf({ decision, convention })
  const patch = { ...change(before), settledOn: today() }
  const whole = decision === null ? { ...before, ...patch, id, inspectionId } : patch
  return await saveRecord('settlement', inspectionId, id, whole)
}

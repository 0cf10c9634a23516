import type { Inspection } from '#domain/inspection/inspection.ts'
import { takeStep } from '#domain/inspection/state-machine.ts'
import type { Result } from '#domain/result.ts'
import { saveRecord } from '#renderer/db/records.ts'

/** Starts the visit: from now on answers, findings and evidence may be recorded. */
export async function startVisit(inspection: Inspection, today: string): Promise<Result<null>> {
  const next = takeStep(inspection.state, 'start')
  if (!next.ok) return next
  return await saveRecord('inspection', inspection.id, inspection.id, {
    state: next.value,
    visitDate: inspection.visitDate ?? today,
  })
}

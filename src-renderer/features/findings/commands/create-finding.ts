import type { Finding } from '#domain/finding/finding.ts'
import { duplicateFinding, newFinding, type FindingIdentity } from '#domain/finding/new-finding.ts'
import { nextNumber } from '#domain/finding/numbering.ts'
import { ok, type Result } from '#domain/result.ts'
import { newId } from '#renderer/db/new-id.ts'
import { listRecords, saveRecord } from '#renderer/db/records.ts'
import { inTurn } from '#renderer/features/findings/commands/in-turn.ts'

/** Makes a finding from what is already known (its point, rows, a suggested text); gives its id. */
export function createFinding(inspectionId: string, seed: Partial<Finding>): Promise<Result<string>> {
  return create(inspectionId, (identity) => newFinding(identity, seed))
}

/** Makes a copy with the next number, without rows and amount (`duplicateFinding`); gives its id. */
export function copyFinding(source: Finding): Promise<Result<string>> {
  return create(source.inspectionId, (identity) => duplicateFinding(source, identity))
}

function create(inspectionId: string, make: (identity: FindingIdentity) => Finding): Promise<Result<string>> {
  return inTurn(async () => {
    const number = nextNumber(await listRecords('finding', inspectionId))
    const finding = make({ id: newId(), inspectionId, number })
    const saved = await saveRecord('finding', inspectionId, finding.id, finding)
    return saved.ok ? ok(finding.id) : saved
  })
}

import { Value } from 'typebox/value'
import type { Caller } from '#central/app-types.ts'
import { Inspection } from '#domain/inspection/inspection.ts'
import type { Mutation } from '#domain/sync/protocol.ts'

/** Whether a change is the first record of an inspection that its inspector made on a laptop. */
export function isNewInspection({ account }: Caller, change: Mutation): boolean {
  const { kind, op, rec, scope, baseVer, patch, resolves } = change
  if (kind !== 'inspection' || op !== 'upsert' || rec !== scope || baseVer !== 0) return false
  if (resolves !== undefined || account.role !== 'INSPECTOR' || !Value.Check(Inspection, patch)) return false
  const begins = patch.state === 'ASSIGNED' || patch.state === 'ON_SITE'
  return begins && patch.id === scope && patch.inspectorId === account.id
}

import type { Caller, CentralDeps } from '#central/app-types.ts'
import { readChanges, readConflicts } from '#central/repositories/changes.ts'
import { findScope } from '#central/repositories/inspections.ts'
import { readEpoch } from '#central/repositories/settings.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { PullQuery, PullResponse } from '#domain/sync/protocol.ts'

const USUAL_PAGE = 500

/**
 * A page of a scope's changes after `since`, read from one snapshot. `next` is the last row's number while there is
 * more, otherwise the scope's counter, so that a conflict that changed no record is delivered too. Fails with
 * `sync.scope-revoked`.
 */
export async function pull(
  deps: CentralDeps,
  caller: Caller,
  asked: PullQuery,
): Promise<Result<PullResponse>> {
  const limit = asked.limit ?? USUAL_PAGE
  return deps.db.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const scope = await findScope(tx, caller, asked.scope)
    if (scope === undefined) return err('sync.scope-revoked')
    const found = await readChanges(tx, scope.id, asked.since, limit + 1)
    const changes = found.slice(0, limit)
    const more = found.length > limit
    const next = more ? (changes.at(-1)?.seq ?? asked.since) : Math.max(scope.seq, asked.since)
    const conflicts = await readConflicts(tx, scope.id, asked.since, next)
    return ok({ epoch: await readEpoch(tx), changes, conflicts, next, more })
  })
}

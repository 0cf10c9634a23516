import { err, ok, type Result } from '#domain/result.ts'
import type { PullResponse } from '#domain/sync/protocol.ts'
import type { ScopeRow } from '#renderer/db/rows.ts'
import { applyPage, listScopes, readEpoch } from '#renderer/db/sync-history.ts'
import { failureClass } from '#renderer/sync/failure-class.ts'
import type { Ports } from '#renderer/sync/ports.ts'

/** Pulls every scope on this laptop; gives back those that are not ours any more, which do not stop the others. */
export async function pullAll(ports: Ports): Promise<Result<string[]>> {
  const revoked: string[] = []
  for (const scope of await listScopes()) {
    const pulled = await pullScope(ports, scope)
    if (pulled.ok) continue
    if (failureClass(pulled.error) !== 'revoked') return pulled
    revoked.push(scope.id)
  }
  return ok(revoked)
}

/** Brings one scope up to date: page by page, or all at once when it starts from nothing. */
export async function pullScope(ports: Ports, scope: Pick<ScopeRow, 'id' | 'cursor'>): Promise<Result<null>> {
  if (scope.cursor === 0) return await pullWhole(ports, scope.id)
  for (let since = scope.cursor; ;) {
    const page = await askPage(ports, scope.id, since)
    if (!page.ok) {
      return failureClass(page.error) === 'resync' ? await pullWhole(ports, scope.id) : page
    }
    await applyPage(scope.id, page.value)
    if (!page.value.more) return ok(null)
    since = page.value.next
  }
}

/** Everything of a scope, taken in with one transaction: never half of the old and half of the new. */
async function pullWhole(ports: Ports, scope: string): Promise<Result<null>> {
  const changes: PullResponse['changes'] = []
  const conflicts: PullResponse['conflicts'] = []
  for (let since = 0; ;) {
    const page = await askPage(ports, scope, since)
    if (!page.ok) return page
    changes.push(...page.value.changes)
    conflicts.push(...page.value.conflicts)
    since = page.value.next
    if (page.value.more) continue
    await applyPage(scope, { ...page.value, changes, conflicts }, true)
    return ok(null)
  }
}

async function askPage(ports: Ports, scope: string, since: number): Promise<Result<PullResponse>> {
  const page = await ports.pull({ scope, since })
  if (page.ok && page.value.epoch !== (await readEpoch())) return err('sync.epoch')
  return page
}

import type { Caller, CentralDeps } from '#central/app-types.ts'
import { Problem } from '#central/plugins/problems.ts'
import { findScope, type Scope } from '#central/repositories/inspections.ts'

/** The inspection when the caller may see it; otherwise 403, the same for one that doesn't exist. */
export async function seenScope(deps: CentralDeps, caller: Caller, id: string): Promise<Scope> {
  const scope = await findScope(deps.db, caller, id)
  if (scope === undefined) throw new Problem(403, 'request.not-assigned')
  return scope
}

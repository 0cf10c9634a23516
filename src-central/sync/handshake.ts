import type { Caller, CentralDeps } from '#central/app-types.ts'
import { deviceOf } from '#central/plugins/callers.ts'
import { readMark } from '#central/repositories/devices.ts'
import { accessOf, listScopes } from '#central/repositories/inspections.ts'
import { readEpoch } from '#central/repositories/settings.ts'
import type { HandshakeResponse } from '#domain/sync/protocol.ts'

/** Tells a laptop how far its log has come here, and which scopes it may pull. */
export async function handshake(deps: CentralDeps, caller: Caller): Promise<HandshakeResponse> {
  const mark = await readMark(deps.db, deviceOf(caller))
  const scopes = await listScopes(deps.db, caller)
  return {
    epoch: await readEpoch(deps.db),
    ...mark,
    serverTime: deps.now().toISOString(),
    scopes: scopes.map((scope) => ({ id: scope.id, access: accessOf(caller, scope), seq: scope.seq })),
  }
}

import type { FastifyRequest } from 'fastify'
import { hashOf } from '#central/accounts/sign-in.ts'
import type { App, Caller, CentralDeps } from '#central/app-types.ts'
import { Problem } from '#central/plugins/problems.ts'
import { findTokenUser } from '#central/repositories/access-tokens.ts'
import { isDeviceOf } from '#central/repositories/devices.ts'
import type { User } from '#domain/account/account.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** From here on in this scope every request needs a good token, and a device it names must be its user's. */
export function requireCaller(app: App, deps: CentralDeps): void {
  app.addHook('onRequest', async (request) => {
    const account = await readAccount(deps, request)
    request.caller = { account, deviceId: await readDevice(deps, request, account) }
  })
}

async function readAccount(deps: CentralDeps, request: FastifyRequest): Promise<User> {
  const [, token] = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '') ?? []
  if (token === undefined) throw new Problem(401, 'session.missing')
  const user = await findTokenUser(deps.db, hashOf(token), deps.now())
  if (user === undefined) throw new Problem(401, 'session.expired')
  return user
}

async function readDevice(deps: CentralDeps, request: FastifyRequest, account: User): Promise<string | null> {
  const id = request.headers['x-device-id']
  if (id === undefined) return null
  const known = typeof id === 'string' && UUID.test(id) && (await isDeviceOf(deps.db, id, account.id))
  if (!known) throw new Problem(403, 'device.not-yours')
  return id
}

/** The laptop that asks; `device.missing` when the request names none. */
export function deviceOf(caller: Caller): string {
  if (caller.deviceId === null) throw new Problem(400, 'device.missing')
  return caller.deviceId
}

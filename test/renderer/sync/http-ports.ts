import { err, ok, type Result } from '#domain/result.ts'
import type { User } from '#domain/account/account.ts'
import type { Ports } from '#renderer/sync/ports.ts'

type Ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Result<T>>

async function askOver(
  url: string,
  headers: Record<string, string>,
  ...[method, path, body]: Parameters<Ask>
) {
  const init =
    body === undefined ? { headers } : { headers: { ...headers, ...JSON_BODY }, body: JSON.stringify(body) }
  const answer = await fetch(url + path, { method, ...init })
  const value: unknown = await answer.json()
  if (answer.ok) return ok(value)
  const problem = value as { code: string; details?: Record<string, string | number> }
  return err(problem.code, problem.details)
}
const JSON_BODY = { 'content-type': 'application/json' }

/** Signs a user in from a device of their own; the ports have no sealed files. */
export async function httpPorts(
  url: string,
  user: User,
  password: string,
  keyOf: Ports['packageKey'],
): Promise<Ports> {
  const headers: Record<string, string> = {}
  const ask = ((...asked: Parameters<Ask>) => askOver(url, headers, ...asked)) as Ask
  const session = await ask<{ accessToken: string }>('POST', '/v1/sessions', { email: user.email, password })
  if (!session.ok) throw new Error(session.error.code)
  headers['authorization'] = `Bearer ${session.value.accessToken}`
  const device = await ask<{ deviceId: string }>('POST', '/v1/devices', { name: 'test' })
  if (!device.ok) throw new Error(device.error.code)
  headers['x-device-id'] = device.value.deviceId
  const bytesOf = async (path: string) =>
    new Uint8Array(await (await fetch(url + path, { headers })).arrayBuffer())
  return {
    handshake: () => ask('POST', '/v1/sync/handshake', { protocol: 1, client: 'test', localTime: '' }),
    push: (request) => ask('POST', '/v1/sync/push', request),
    pull: ({ scope, since }) => ask('GET', `/v1/sync/pull?scope=${scope}&since=${since}`),
    blobStatus: (request) => ask('POST', '/v1/blobs/status', request),
    uploadBlob: () => Promise.resolve(err('file.missing')),
    downloadBlob: async ({ inspectionId, sha256 }) => {
      const bytes = await bytesOf(`/v1/inspections/${inspectionId}/blobs/${sha256}`)
      return bytes.length > 100_000 ? ok(null) : err('file.missing')
    },
    hasFile: () => Promise.resolve(ok({ present: false })),
    listInspections: () => ask('GET', '/v1/inspections'),
    readManifest: (id) => ask('GET', `/v1/inspections/${id}/package`),
    readBlock: async ({ inspectionId, sha256 }) =>
      ok({ bytes: await bytesOf(`/v1/inspections/${inspectionId}/blocks/${sha256}`) }),
    packageKey: keyOf,
  }
}

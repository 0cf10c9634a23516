import { Type } from 'typebox'
import type { App, Caller, CentralDeps } from '#central/app-types.ts'
import { sendContent } from '#central/content/send-content.ts'
import { deviceOf } from '#central/plugins/callers.ts'
import { Problem, ProblemBody } from '#central/plugins/problems.ts'
import { seenScope } from '#central/plugins/scopes.ts'
import { isBlobOf } from '#central/repositories/blobs.ts'
import { nameOfDevice } from '#central/repositories/devices.ts'
import { listInspections, lockScopes, storeCheckout } from '#central/repositories/inspections.ts'
import { findBlock, readManifest } from '#central/repositories/packages.ts'
import { Sha256, Uuid } from '#domain/ids.ts'
import { PackageManifest } from '#domain/package/manifest.ts'
import { CheckoutRequest, CheckoutResponse, InspectionListItem } from '#domain/sync/protocol.ts'

const OneInspection = Type.Object({ id: Uuid })
const OneFile = Type.Object({ id: Uuid, sha256: Sha256 })

/** The caller's inspections and what belongs to each: who writes it, its package, its files. */
export function inspectionRoutes(app: App, deps: CentralDeps): void {
  listRoute(app, deps)
  checkoutRoute(app, deps)
  packageRoutes(app, deps)
  app.get(
    '/v1/inspections/:id/blobs/:sha256',
    { schema: { tags: ['files'], summary: 'Sends a file that a record refers to', params: OneFile } },
    async (request, reply) => {
      const { id, sha256 } = request.params
      const scope = await seenScope(deps, request.caller, id)
      const known = await isBlobOf(deps.db, scope, sha256)
      if (!known) throw new Problem(404, 'request.not-found')
      return sendContent(request, reply, deps.content.pathOf(sha256), sha256)
    },
  )
}

function listRoute(app: App, deps: CentralDeps): void {
  app.get(
    '/v1/inspections',
    {
      schema: {
        tags: ['inspections'],
        summary: 'Lists the inspections of the caller, or the submitted ones to a supervisor',
        response: { 200: Type.Object({ items: Type.Array(InspectionListItem) }), '4xx': ProblemBody },
      },
    },
    async (request) => ({ items: await listInspections(deps.db, request.caller) }),
  )
}

function checkoutRoute(app: App, deps: CentralDeps): void {
  app.post(
    '/v1/inspections/:id/checkout',
    {
      schema: {
        tags: ['inspections'],
        summary: 'Makes this laptop the one that writes the inspection',
        params: OneInspection,
        body: CheckoutRequest,
        response: { 200: CheckoutResponse, '4xx': ProblemBody },
      },
    },
    async (request) => {
      const { caller, params, body } = request
      return { checkedOutBy: await checkOut(deps, caller, params.id, body.takeOver) }
    },
  )
}

/** One writer per inspection; taking it over from another laptop is a wish of its own, and logged. */
function checkOut(deps: CentralDeps, caller: Caller, id: string, takeOver: boolean): Promise<string> {
  const deviceId = deviceOf(caller)
  return deps.db.transaction(async (tx) => {
    const [scope] = await lockScopes(tx, caller, [id])
    if (scope?.inspectorId !== caller.account.id) throw new Problem(403, 'request.not-assigned')
    if (scope.checkedOutBy === deviceId) return deviceId
    if (scope.checkedOutBy !== null && !takeOver) {
      const device = await nameOfDevice(tx, scope.checkedOutBy)
      throw new Problem(409, 'checkout.other-device', { device })
    }
    await storeCheckout(tx, scope, deviceId)
    return deviceId
  })
}

function packageRoutes(app: App, deps: CentralDeps): void {
  app.get(
    '/v1/inspections/:id/package',
    {
      schema: {
        tags: ['inspections'],
        summary: 'Tells what the package of an inspection is made of',
        params: OneInspection,
        response: { 200: PackageManifest, '4xx': ProblemBody },
      },
    },
    async (request) => {
      const manifest = await readManifest(deps.db, await seenScope(deps, request.caller, request.params.id))
      if (manifest === undefined) throw new Problem(404, 'package.not-received')
      return manifest
    },
  )
  app.get(
    '/v1/inspections/:id/blocks/:sha256',
    { schema: { tags: ['inspections'], summary: 'Sends a block of the package', params: OneFile } },
    async (request, reply) => {
      const { id, sha256 } = request.params
      const found = await findBlock(deps.db, await seenScope(deps, request.caller, id), sha256)
      if (found === 'not-received') throw new Problem(404, 'package.not-received')
      if (found === 'unknown') throw new Problem(404, 'request.not-found')
      return sendContent(request, reply, deps.content.pathOf(sha256), sha256)
    },
  )
}

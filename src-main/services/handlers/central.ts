import { Type } from 'typebox'
import type { Handlers } from '#bridge/contract.ts'
import { PackageManifest } from '#domain/package/manifest.ts'
import { err, ok } from '#domain/result.ts'
import * as wire from '#domain/sync/protocol.ts'
import type { Central } from '#main/services/central.ts'
import type { Downloads } from '#main/services/downloads.ts'
import { ownBytes } from '#main/services/own-bytes.ts'
import type { FileName, SealedFiles } from '#main/services/sealed-files.ts'
import type { Uploads } from '#main/services/uploads.ts'
import type { Announce } from '#main/windows/announce.ts'

type CentralHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `central:${string}` | `package:${string}` | `sync:${string}` | `blob:${string}`>
>

export interface CentralHandlerTools {
  readonly central: Central
  readonly downloads: Downloads
  readonly uploads: Uploads
  readonly files: SealedFiles
  readonly announce: Announce
  /** Name and version of this app, as the handshake tells them. */
  readonly client: string
  readonly now: () => Date
}

const InspectionList = Type.Object({ items: Type.Array(wire.InspectionListItem) })

/** Everything that is asked of the central store. */
export function centralHandlers(tools: CentralHandlerTools): CentralHandlers {
  const { central, downloads, uploads, files, announce, client, now } = tools
  const blobPath = ({ inspectionId, sha256 }: FileName): string =>
    `/v1/inspections/${inspectionId}/blobs/${sha256}`
  return {
    'central:inspections': () => central.ask({ method: 'GET', path: '/v1/inspections' }, InspectionList),
    'central:checkout': ({ inspectionId, takeOver }) =>
      central.ask(
        { method: 'POST', path: `/v1/inspections/${inspectionId}/checkout`, body: { takeOver } },
        wire.CheckoutResponse,
      ),
    'package:manifest': ({ inspectionId }) =>
      central.ask({ method: 'GET', path: `/v1/inspections/${inspectionId}/package` }, PackageManifest),
    'package:block': async ({ inspectionId, sha256 }) => {
      const block = await downloads.fetch(`/v1/inspections/${inspectionId}/blocks/${sha256}`, sha256)
      return block.ok ? ok({ bytes: ownBytes(block.value) }) : block
    },
    'sync:handshake': () => {
      const body = { protocol: wire.PROTOCOL_VERSION, client, localTime: now().toISOString() }
      return central.ask({ method: 'POST', path: '/v1/sync/handshake', body }, wire.HandshakeResponse)
    },
    'sync:push': (body) => central.ask({ method: 'POST', path: '/v1/sync/push', body }, wire.PushResponse),
    'sync:pull': (query) =>
      central.ask({ method: 'GET', path: '/v1/sync/pull', query: { ...query } }, wire.PullResponse),
    'blob:status': (body) =>
      central.ask({ method: 'POST', path: '/v1/blobs/status', body }, wire.BlobStatusResponse),
    'blob:upload': ({ bytes, ...name }) => {
      const { sha256 } = name
      const tell = (sent: number, total: number) => announce('blob:progressed', { sha256, sent, total })
      return bytes === undefined ? uploads.send(name, tell) : uploads.sendBytes(name, bytes, tell)
    },
    'blob:download': async (name) => {
      if ((await files.read(name)).ok) return ok(null)
      const blob = await downloads.fetch(blobPath(name), name.sha256)
      if (!blob.ok) return blob
      const stored = await files.store(name.inspectionId, blob.value)
      if (!stored.ok) return stored
      return stored.value.sha256 === name.sha256 ? ok(null) : err('package.wrong-hash')
    },
  }
}

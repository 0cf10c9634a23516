import type { PackageManifest } from '#domain/package/manifest.ts'
import { err, type Result } from '#domain/result.ts'
import type * as wire from '#domain/sync/protocol.ts'

interface OneBlob {
  readonly inspectionId: string
  readonly sha256: string
}
type Answer<T> = Promise<Result<T>>

/** What the pump asks of the outside world; nothing here ever rejects. */
export interface Ports {
  handshake(): Answer<wire.HandshakeResponse>
  push(request: wire.PushRequest): Answer<wire.PushResponse>
  pull(query: wire.PullQuery): Answer<wire.PullResponse>
  blobStatus(request: { sha256: string[] }): Answer<wire.BlobStatusResponse>
  /** `bytes` when the file is not one that main keeps. */
  uploadBlob(blob: OneBlob & { readonly bytes?: Uint8Array<ArrayBuffer> }): Answer<null>
  downloadBlob(blob: OneBlob): Answer<null>
  hasFile(blob: OneBlob): Answer<{ present: boolean }>
  listInspections(): Answer<{ items: wire.InspectionListItem[] }>
  readManifest(inspectionId: string): Answer<PackageManifest>
  readBlock(block: OneBlob): Answer<{ bytes: Uint8Array<ArrayBuffer> }>
  packageKey(inspectionId: string): Answer<{ key: Uint8Array<ArrayBuffer> }>
}

/** The same ports, but while `cut` gives an error code every question is answered with it and nothing goes out. */
export function cutWhile(ports: Ports, cut: () => string | null): Ports {
  return new Proxy(ports, {
    get: (target, name: keyof Ports) => (question: never) => {
      const code = cut()
      return code === null
        ? (target[name] as (asked: never) => unknown)(question)
        : Promise.resolve(err(code))
    },
  })
}

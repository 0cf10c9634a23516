import type { Bridge, InputOf } from '#bridge/contract.ts'

/** What the pump asks of the outside world, answered through the bridge. Fits `Ports` of `#renderer/sync`. */
export function createPorts(bridge: Bridge) {
  return {
    handshake: () => bridge.invoke('sync:handshake', null),
    push: (request: InputOf<'sync:push'>) => bridge.invoke('sync:push', request),
    pull: (query: InputOf<'sync:pull'>) => bridge.invoke('sync:pull', query),
    blobStatus: (request: InputOf<'blob:status'>) => bridge.invoke('blob:status', request),
    uploadBlob: (blob: InputOf<'blob:upload'>) => bridge.invoke('blob:upload', blob),
    downloadBlob: (blob: InputOf<'blob:download'>) => bridge.invoke('blob:download', blob),
    hasFile: (blob: InputOf<'file:has'>) => bridge.invoke('file:has', blob),
    listInspections: () => bridge.invoke('central:inspections', null),
    readManifest: (inspectionId: string) => bridge.invoke('package:manifest', { inspectionId }),
    readBlock: (block: InputOf<'package:block'>) => bridge.invoke('package:block', block),
    packageKey: (inspectionId: string) => bridge.invoke('vault:package-key', { inspectionId }),
  }
}

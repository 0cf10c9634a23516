import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Caller, CentralDeps } from '#central/app-types.ts'
import { storeBlob } from '#central/repositories/blobs.ts'
import { findScope } from '#central/repositories/inspections.ts'

/** Evidence is at most 30 MiB; a report with its pictures may be larger. */
const MAX_FILE_BYTES = 64 * 1024 * 1024
const SHA256 = /^[0-9a-f]{64}$/
const WRONG_CHECKSUM = 460

export interface Uploads {
  handle(caller: Caller, request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Bytes that have arrived, by hash, of unfinished uploads of an account. */
  partial(accountId: string, hashes: readonly string[]): Record<string, number>
}

/**
 * Resumable uploads, in a folder per account: the upload's id is the file's SHA-256, and nobody sees or continues the
 * upload of another. At the end the hash is checked and the file moved into the content store, durable before the answer.
 */
export function openUploads(deps: CentralDeps): Uploads {
  const root = path.join(deps.settings.dataFolder, 'uploads')
  const servers = new Map<string, Server>()
  const serverOf = (caller: Caller): Server => {
    const known =
      servers.get(caller.account.id) ?? makeServer(deps, caller, path.join(root, caller.account.id))
    servers.set(caller.account.id, known)
    return known
  }
  return {
    handle: (caller, request, response) => serverOf(caller).handle(request, response),
    partial: (accountId, hashes) => {
      const sizes = hashes.map((hash) => [hash, sizeOf(path.join(root, accountId, hash))] as const)
      return Object.fromEntries(sizes.filter(([, size]) => size > 0))
    },
  }
}

function makeServer(deps: CentralDeps, caller: Caller, folder: string): Server {
  fs.mkdirSync(folder, { recursive: true })
  return new Server({
    path: '/v1/files',
    relativeLocation: true,
    maxSize: MAX_FILE_BYTES,
    allowedOrigins: [],
    datastore: new FileStore({ directory: folder }),
    namingFunction: async (_, metadata) => {
      const sha256 = metadata?.['sha256'] ?? ''
      if (!SHA256.test(sha256)) throw new Refusal(400, 'request.invalid')
      if (!(await mayUpload(deps, caller, metadata?.['inspectionId'])))
        throw new Refusal(403, 'request.not-assigned')
      return sha256
    },
    onUploadCreate: (_, upload) => {
      if (fs.existsSync(path.join(folder, upload.id))) throw new Refusal(409, 'request.upload-exists')
      return Promise.resolve({})
    },
    onIncomingRequest: async (request, id) => {
      if (request.method === 'HEAD') await dropFinished(folder, id)
    },
    onUploadFinish: async (_, upload) => {
      await finish(deps, caller, folder, upload)
      return {}
    },
  })
}

/** A refusal in the form the upload server answers with. */
class Refusal extends Error {
  readonly status_code: number
  readonly body: string
  constructor(status: number, code: string) {
    super(code)
    this.status_code = status
    this.body = JSON.stringify({ code })
  }
}

/** Files come from the inspector of the inspection they are announced for. */
async function mayUpload(deps: CentralDeps, caller: Caller, inspectionId?: string | null): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/.test(inspectionId ?? '')) return false
  const scope = await findScope(deps.db, caller, inspectionId ?? '')
  return scope?.inspectorId === caller.account.id
}

async function finish(deps: CentralDeps, caller: Caller, folder: string, upload: Upload): Promise<void> {
  const file = path.join(folder, upload.id)
  if ((await hashFile(file)) !== upload.id) {
    removeUpload(folder, upload.id)
    throw new Refusal(WRONG_CHECKSUM, 'sync.wrong-content')
  }
  const { size } = await fs.promises.stat(file)
  deps.content.adopt(file, upload.id)
  removeUpload(folder, upload.id)
  await storeBlob(deps.db, caller.account.id, upload.id, size)
}

/** All bytes there and still not moved: the process died in between. The file is sent again, and then checked. */
async function dropFinished(folder: string, id: string): Promise<void> {
  if (!SHA256.test(id)) return
  const described = await fs.promises.readFile(path.join(folder, `${id}.json`), 'utf8').catch(() => '{}')
  const { size } = JSON.parse(described) as { size?: number }
  if (size !== undefined && sizeOf(path.join(folder, id)) === size) removeUpload(folder, id)
}

function removeUpload(folder: string, id: string): void {
  fs.rmSync(path.join(folder, id), { force: true })
  fs.rmSync(path.join(folder, `${id}.json`), { force: true })
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(fs.createReadStream(file), hash)
  return hash.digest('hex')
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

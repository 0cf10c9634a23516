import { createHash } from 'node:crypto'
import { BlobStatusResponse } from '#domain/sync/protocol.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Central } from '#main/services/central.ts'
import type { FileName, SealedFiles } from '#main/services/sealed-files.ts'
import { SEGMENT_BYTES, type SealedReader } from '#main/services/sealed-format.ts'

const TUS = { 'tus-resumable': '1.0.0' }
const PATH = '/v1/files'
const ABSENT = [404, 410]

export type OnSent = (sent: number, total: number) => void

/**
 * Sends sealed files with tus 1.0 (tus.io), opened part by part. The id of an upload is the file's SHA-256, so that
 * nothing has to be remembered to go on after a broken connection or a restart.
 */
export interface Uploads {
  /** Errors: `file.missing`, `file.damaged`, `session.expired`, `central.…`, the server's. */
  send(name: FileName, onSent: OnSent): Promise<Result<null>>
  /** The same for bytes that are not a file here. Errors: `file.damaged` when they do not have their hash. */
  sendBytes(name: FileName, bytes: Uint8Array, onSent: OnSent): Promise<Result<null>>
}

/** What parts are read from. */
type PartReader = Pick<SealedReader, 'size' | 'read'>

export function createUploads(central: Central, files: SealedFiles): Uploads {
  const sendParts = async (name: FileName, reader: PartReader, onSent: OnSent): Promise<Result<null>> => {
    const start = await findOffset(central, name, reader.size)
    if (!start.ok) return start
    for (let offset = start.value; offset < reader.size;) {
      onSent(offset, reader.size)
      const part = await reader.read(offset, offset + SEGMENT_BYTES)
      if (!part) return err('file.damaged')
      const next = await sendPart(central, name, offset, part)
      if (!next.ok) return next
      offset = next.value
    }
    onSent(reader.size, reader.size)
    return ok(null)
  }
  const unlessReceived = async (name: FileName, act: () => Promise<Result<null>>): Promise<Result<null>> => {
    const known = await isReceived(central, name.sha256)
    if (!known.ok) return known
    return known.value ? ok(null) : act()
  }
  return {
    send: (name, onSent) =>
      unlessReceived(name, () => files.withReader(name, (reader) => sendParts(name, reader, onSent))),
    sendBytes: async (name, bytes, onSent) => {
      if (createHash('sha256').update(bytes).digest('hex') !== name.sha256) return err('file.damaged')
      return unlessReceived(name, () => sendParts(name, readerOf(bytes), onSent))
    },
  }
}

const readerOf = (bytes: Uint8Array): PartReader => ({
  size: bytes.byteLength,
  read: (start, end) => Promise.resolve(Buffer.from(bytes.subarray(start, end))),
})

/** The answer to the last part may have been lost: then the store has the file and no upload any more. */
async function isReceived(central: Central, sha256: string): Promise<Result<boolean>> {
  const call = { method: 'POST', path: '/v1/blobs/status', body: { sha256: [sha256] } }
  const status = await central.ask(call, BlobStatusResponse)
  return status.ok ? ok(status.value.have.includes(sha256)) : status
}

async function findOffset(central: Central, name: FileName, size: number): Promise<Result<number>> {
  const path = `${PATH}/${name.sha256}`
  const head = await central.send({ method: 'HEAD', path, headers: TUS }, ABSENT)
  if (!head.ok) return head
  if (!ABSENT.includes(head.value.status)) return offsetOf(head.value.headers, 0)
  const headers = { ...TUS, 'upload-length': String(size), 'upload-metadata': metadataOf(name) }
  const created = await central.send({ method: 'POST', path: PATH, headers })
  return created.ok ? ok(0) : created
}

async function sendPart(
  central: Central,
  { sha256 }: FileName,
  offset: number,
  part: Buffer,
): Promise<Result<number>> {
  const answer = await central.send({
    method: 'PATCH',
    path: `${PATH}/${sha256}`,
    headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: part,
  })
  return answer.ok ? offsetOf(answer.value.headers, offset + 1) : answer
}

/** An offset that doesn't grow would send the same part for ever. */
function offsetOf(headers: Headers, atLeast: number): Result<number> {
  const text = headers.get('upload-offset')
  const offset = text === null ? Number.NaN : Number(text)
  return Number.isInteger(offset) && offset >= atLeast ? ok(offset) : err('central.unreadable-answer')
}

const metadataOf = ({ sha256, inspectionId }: FileName): string =>
  Object.entries({ sha256, inspectionId })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

import { ok, type Result } from '#domain/result.ts'
import type { UploadRow } from '#renderer/db/rows.ts'
import { listUploads, noteUpload, readUpload } from '#renderer/db/uploads.ts'
import { concernsAll } from '#renderer/sync/failure-class.ts'
import type { Ports } from '#renderer/sync/ports.ts'

const AT_ONCE = 2
const MOST_ASKED = 500

/**
 * Sends every file that the central store lacks, two at a time. A file that can't be read or is not taken is noted with
 * its reason and does not stop the others; a lost connection or an expired token stops all.
 */
export async function uploadAll(ports: Ports, onSent: () => void): Promise<Result<null>> {
  const lacking = await withoutKnown(ports, await listUploads())
  if (!lacking.ok) return lacking
  const queue = [...lacking.value]
  let stopped: Result<null> = ok(null)
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined && stopped.ok; next = queue.shift()) {
      const sent = await uploadOne(ports, next)
      if (sent.ok) onSent()
      else stopped = sent
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return stopped
}

/** Notes what the central store already has, so that only the rest is sent. */
async function withoutKnown(ports: Ports, uploads: UploadRow[]): Promise<Result<UploadRow[]>> {
  const lacking: UploadRow[] = []
  for (let at = 0; at < uploads.length; at += MOST_ASKED) {
    const part = uploads.slice(at, at + MOST_ASKED)
    const answer = await ports.blobStatus({ sha256: [...new Set(part.map(({ sha256 }) => sha256))] })
    if (!answer.ok) return answer
    for (const upload of part) {
      if (answer.value.have.includes(upload.sha256)) await noteUpload(upload, null)
      else lacking.push(upload)
    }
  }
  return ok(lacking)
}

async function uploadOne(ports: Ports, upload: UploadRow): Promise<Result<null>> {
  const sent = await sendFile(ports, upload)
  if (!sent.ok && concernsAll(sent.error)) return sent
  await noteUpload(upload, sent.ok ? null : sent.error.code)
  return ok(null)
}

/** A file is sent by main, that keeps it; a block of a package is handed over. */
async function sendFile(ports: Ports, upload: UploadRow): Promise<Result<null>> {
  const name = { inspectionId: upload.scope, sha256: upload.sha256 }
  const block = await readUpload(upload)
  if (!block.ok) return block
  return await ports.uploadBlob(block.value === null ? name : { ...name, bytes: block.value })
}

import { UPLOAD, type UploadRow } from '#renderer/db/rows.ts'
import { currentStore } from '#renderer/db/store.ts'

/** The files that the central store does not have yet. */
export async function listUploads(): Promise<UploadRow[]> {
  return await currentStore().db.uploads.where('state').equals(UPLOAD.toSend).toArray()
}

/** Notes that a file arrived, or why it did not (an error code). */
export async function noteUpload({ scope, sha256 }: UploadRow, failure: string | null): Promise<void> {
  const state = failure === null ? UPLOAD.received : UPLOAD.toSend
  await currentStore().db.uploads.put({ scope, sha256, state, failure })
}

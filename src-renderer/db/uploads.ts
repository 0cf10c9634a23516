import { ok, type Result } from '#domain/result.ts'
import { blockBytes } from '#renderer/db/blocks.ts'
import { UPLOAD, type UploadRow } from '#renderer/db/rows.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'

/** The files that the central store does not have yet. */
export async function listUploads(): Promise<UploadRow[]> {
  return await currentStore().db.uploads.where('state').equals(UPLOAD.toSend).toArray()
}

/** Notes that a file arrived, or why it did not (an error code). */
export async function noteUpload({ scope, sha256 }: UploadRow, failure: string | null): Promise<void> {
  const state = failure === null ? UPLOAD.received : UPLOAD.toSend
  await currentStore().db.uploads.put({ scope, sha256, state, failure })
}

/**
 * The bytes to send of a block of a package; null for a file that main keeps.
 * Errors: `store.damaged`, `store.key-missing`.
 */
export async function readUpload({
  scope,
  sha256,
}: UploadRow): Promise<Result<Uint8Array<ArrayBuffer> | null>> {
  return await guarded(async () => {
    const { db, keyring } = currentStore()
    const keys = await db.blocks.where('inspectionId').equals(scope).primaryKeys()
    const place = keys.find(([, , , hash]) => hash === sha256)
    const row = place && (await db.blocks.get(place))
    return ok(row === undefined ? null : await blockBytes(await keyring.blockKey(scope), row))
  })
}

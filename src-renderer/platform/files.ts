import { ok, type Result } from '#domain/result.ts'
import { bridge, type InputOf } from '#renderer/platform/bridge.ts'

export type FilePlace = InputOf<'file:read'>

/** Makes a file of an inspection readable here: fetched from the central store when this laptop does not have it. */
export async function bringFile({ inspectionId, sha256 }: FilePlace): Promise<Result<null>> {
  const place = { inspectionId, sha256 }
  const present = await bridge.invoke('file:has', place)
  if (!present.ok) return present
  return present.value.present ? ok(null) : await bridge.invoke('blob:download', place)
}

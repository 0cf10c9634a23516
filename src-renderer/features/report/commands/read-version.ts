import type { ReportVersion } from '#domain/report/report-version.ts'
import { ok, type Result } from '#domain/result.ts'
import { bridge } from '#renderer/platform/bridge.ts'
import { bringFile } from '#renderer/platform/files.ts'

type File = Pick<ReportVersion, 'inspectionId' | 'sha256'>

/** The bytes of a signed version; fetched from the central store when this laptop does not have them. */
export async function readVersion({ inspectionId, sha256 }: File): Promise<Result<Uint8Array>> {
  const file = { inspectionId, sha256 }
  const fetched = await bringFile(file)
  if (!fetched.ok) return fetched
  const read = await bridge.invoke('file:read', file)
  return read.ok ? ok(read.value.bytes) : read
}

/** Writes a decrypted copy where the user wants it. */
export async function exportVersion(file: File, suggestedName: string): Promise<Result<null>> {
  const { inspectionId, sha256 } = file
  const fetched = await bringFile({ inspectionId, sha256 })
  if (!fetched.ok) return fetched
  const exported = await bridge.invoke('file:export', { inspectionId, sha256, suggestedName })
  return exported.ok ? ok(null) : exported
}

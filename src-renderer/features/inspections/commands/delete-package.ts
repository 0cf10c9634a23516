import type { Result } from '#domain/result.ts'
import { deletePackage } from '#renderer/db/packages.ts'
import { bridge } from '#renderer/platform/bridge.ts'

/** Removes a package from this laptop and destroys its key. Refused while anything of it is not sent. */
export async function removePackage(inspectionId: string): Promise<Result<null>> {
  const removed = await deletePackage(inspectionId)
  return removed.ok ? await bridge.invoke('vault:shred-package', { inspectionId }) : removed
}

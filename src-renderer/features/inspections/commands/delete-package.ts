import type { Result } from '#domain/result.ts'
import { deletePackage } from '#renderer/db/packages.ts'
import { bridge } from '#renderer/platform/bridge.ts'
import { forgetDraftsOf } from '#renderer/ui/kept-drafts.ts'

/** Removes a package from this laptop and destroys its key. Refused while anything of it is not sent. */
export async function removePackage(inspectionId: string): Promise<Result<null>> {
  const removed = await deletePackage(inspectionId)
  if (!removed.ok) return removed
  forgetDraftsOf(inspectionId)
  return await bridge.invoke('vault:shred-package', { inspectionId })
}

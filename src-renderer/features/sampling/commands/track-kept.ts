import type { Result } from '#domain/result.ts'
import { trackSave } from '#renderer/ui/save-status.ts'

/**
 * Follows an act that is computed before it is recorded: the footer speaks of what the disk did, while a refusal by the
 * rules is said where it was asked for.
 */
export async function trackKept<T>(act: Promise<Result<T>>): Promise<Result<T>> {
  const done = await act
  const reachedDisk = done.ok || done.error.code.startsWith('store.')
  return reachedDisk ? await trackSave(Promise.resolve(done)) : done
}

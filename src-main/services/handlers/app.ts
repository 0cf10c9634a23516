import type { Handlers } from '#bridge/contract.ts'
import { ok } from '#domain/result.ts'
import type { DiskSpace } from '#main/services/disk-space.ts'

type AppHandlers = Pick<Handlers, 'app:info'>

/** What the app says of itself. */
export function appHandlers({ version, disk }: { version: string; disk: DiskSpace }): AppHandlers {
  return {
    'app:info': async () =>
      ok({ version, electron: process.versions.electron, freeBytes: await disk.freeBytes() }),
  }
}

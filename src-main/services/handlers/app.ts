import type { Handlers } from '#bridge/contract.ts'
import { ok } from '#domain/result.ts'
import type { DiskSpace } from '#main/services/disk-space.ts'
import type { Leave } from '#main/services/leave.ts'

type AppHandlers = Pick<Handlers, 'app:info' | 'app:speak' | 'leave:answer'>

interface Tools {
  readonly version: string
  readonly disk: DiskSpace
  readonly speak: (language: 'fr' | 'nl' | 'en') => void
  readonly leave: Leave
}

/** What the app says of itself, and what the page tells of itself. */
export function appHandlers({ version, disk, speak, leave }: Tools): AppHandlers {
  return {
    'app:info': async () =>
      ok({ version, electron: process.versions.electron, freeBytes: await disk.freeBytes() }),
    'app:speak': ({ language }) => {
      speak(language)
      return Promise.resolve(ok(null))
    },
    'leave:answer': (answer) => {
      leave.answer(answer)
      return Promise.resolve(ok(null))
    },
  }
}

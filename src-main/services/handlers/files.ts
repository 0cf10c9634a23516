import { writeFile } from 'node:fs/promises'
import type { Handlers } from '#bridge/contract.ts'
import { MAX_EVIDENCE_BYTES } from '#domain/finding/finding.ts'
import { err, ok } from '#domain/result.ts'
import { mediaTypeOf } from '#main/services/media-type.ts'
import { ownBytes } from '#main/services/own-bytes.ts'
import type { SealedFiles } from '#main/services/sealed-files.ts'

type FileHandlers = Pick<Handlers, Extract<keyof Handlers, `file:${string}`>>

interface Tools {
  readonly files: SealedFiles
  /** Asks the user where to save; null when they changed their mind. */
  readonly askWhere: (suggestedName: string) => Promise<string | null>
}

const MIB = 1024 * 1024

/** Taking evidence in, and giving sealed files out. */
export function fileHandlers({ files, askWhere }: Tools): FileHandlers {
  return {
    'file:store': async ({ inspectionId, bytes }) => {
      if (bytes.byteLength > MAX_EVIDENCE_BYTES) {
        return err('file.too-large', { maxMB: MAX_EVIDENCE_BYTES / MIB })
      }
      return mediaTypeOf(bytes) ? files.store(inspectionId, bytes) : err('file.unreadable')
    },
    'file:read': async (name) => {
      const bytes = await files.read(name)
      return bytes.ok ? ok({ bytes: ownBytes(bytes.value) }) : bytes
    },
    'file:has': async (name) => ok({ present: await files.has(name) }),
    'file:export': async ({ suggestedName, ...name }) => {
      const bytes = await files.read(name)
      if (!bytes.ok) return bytes
      const path = await askWhere(suggestedName)
      if (path === null) return ok({ saved: false })
      return writeFile(path, bytes.value).then(
        () => ok({ saved: true }),
        () => err('file.not-exported'),
      )
    },
  }
}

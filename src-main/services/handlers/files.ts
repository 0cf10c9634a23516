import type { Handlers } from '#bridge/contract.ts'
import { checkEvidenceFile } from '#domain/finding/media-type.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { writeAll, writeAtomically } from '#main/services/atomic-file.ts'
import { ownBytes } from '#main/services/own-bytes.ts'
import { safeFileName } from '#main/services/safe-file-name.ts'
import type { SealedFiles } from '#main/services/sealed-files.ts'

type FileHandlers = Pick<Handlers, Extract<keyof Handlers, `file:${string}`>>

interface Tools {
  readonly files: SealedFiles
  /** Asks the user where to save; null when they changed their mind. */
  readonly askWhere: (suggestedName: string) => Promise<string | null>
}

/** Taking evidence in, giving sealed files out, and saving what the page made. */
export function fileHandlers({ files, askWhere }: Tools): FileHandlers {
  return {
    'file:store': async ({ inspectionId, bytes }) => {
      const checked = checkEvidenceFile(bytes.byteLength, bytes)
      return checked.ok ? files.store(inspectionId, bytes) : checked
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
      return await saveWhole(path, bytes.value, 'file.not-exported')
    },
    'file:save': async ({ suggestedName, bytes }) => {
      const path = await askWhere(safeFileName(suggestedName))
      if (path === null) return ok({ saved: false })
      return await saveWhole(path, bytes, 'file.not-saved')
    },
  }
}

/** A file that leaves the app stands where the user wanted it whole, or not at all. */
async function saveWhole(
  path: string,
  bytes: Uint8Array,
  refusal: 'file.not-exported' | 'file.not-saved',
): Promise<Result<{ saved: boolean }>> {
  return await writeAtomically(path, (file) => writeAll(file, bytes)).then(
    () => ok({ saved: true }),
    () => err(refusal),
  )
}

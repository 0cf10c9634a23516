import { readFile as read, stat } from 'node:fs/promises'
import { err, ok, type Result } from '#domain/result.ts'
import { checkFileSize } from '#domain/table/limits.ts'

/** Reads a file that is not too large. Errors: `check.file-unreadable`, `import.empty`, `import.too-large`. */
export async function readFile(fileName: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(fileName)
    const checked = checkFileSize(size)
    if (!checked.ok) return err(checked.error.code, { ...checked.error.details, fileName })
    return ok(await read(fileName))
  } catch {
    return err('check.file-unreadable', { fileName })
  }
}

import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'

const PART = '.part'

type Writer = Pick<FileHandle, 'write'>

/** Writes everything: near the end of a disk one `write` may take only a part, without an error. */
export async function writeAll(file: Writer, bytes: Uint8Array): Promise<void> {
  let at = 0
  while (at < bytes.byteLength) {
    const { bytesWritten } = await file.write(bytes, at, bytes.byteLength - at)
    if (bytesWritten === 0) throw Object.assign(new Error('The disk takes no more'), { code: 'ENOSPC' })
    at += bytesWritten
  }
}

/**
 * Writes a file whole or not at all: temporary file, fsync, rename, fsync of the folder.
 * @param check called with the temporary file before the rename; throws when it isn't what was meant
 */
export async function writeAtomically(
  file: string,
  write: (handle: FileHandle) => Promise<void>,
  check?: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = `${file}.${randomUUID()}${PART}`
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  try {
    await writeSynced(temporary, write)
    await check?.(temporary)
    await rename(temporary, file)
  } catch (problem) {
    await rm(temporary, { force: true })
    throw problem
  }
  await syncFolder(path.dirname(file))
}

/** Removes what a killed process left half-written below a folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names.filter((each) => each.endsWith(PART))) await rm(path.join(folder, name))
}

/** The bytes of a file, or null when there is none. */
export async function readIfPresent(file: string): Promise<Buffer | null> {
  return readFile(file).catch((problem: unknown) => {
    if (hasCode(problem, 'ENOENT')) return null
    throw problem
  })
}

/** Whether a thrown value is a system error of that name, e.g. `ENOSPC`. */
export function hasCode(problem: unknown, code: string): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === code
}

async function writeSynced(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await write(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes the rename itself durable; Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

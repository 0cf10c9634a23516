import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { syncFolder, syncPath, writeDurably } from '#central/content/disk.ts'

/** Files named by the SHA-256 of their bytes: stored once, never changed, never removed. */
export interface ContentStore {
  has(sha256: string): boolean
  pathOf(sha256: string): string
  /** Stores bytes; durable when it returns. @returns their SHA-256 */
  put(bytes: Uint8Array): string
  /** Moves a checked file in; durable when it returns. */
  adopt(file: string, sha256: string): void
}

/** Opens the store in a folder, with a sub-folder per first byte of the hash. */
export function openContentStore(folder: string): ContentStore {
  const pathOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256)
  const has = (sha256: string): boolean => fs.existsSync(pathOf(sha256))
  const home = (sha256: string): string => {
    const place = path.dirname(pathOf(sha256))
    if (fs.mkdirSync(place, { recursive: true }) !== undefined) syncFolder(folder)
    return pathOf(sha256)
  }
  return {
    has,
    pathOf,
    put: (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (!has(sha256)) writeDurably(home(sha256), bytes)
      return sha256
    },
    adopt: (file, sha256) => {
      syncPath(file)
      fs.renameSync(file, home(sha256))
      syncFolder(path.dirname(pathOf(sha256)))
    },
  }
}

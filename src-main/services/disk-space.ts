import { randomBytes } from 'node:crypto'
import { rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '#domain/result.ts'
import { writeAll, writeAtomically } from '#main/services/atomic-file.ts'

const MIB = 1024 * 1024
/** Below this no file is taken in: the database needs room to go on. */
export const FLOOR_BYTES = 200 * MIB
export const BALLAST_BYTES = 64 * MIB
/** Below this the ballast is given up, so that the inspector can still save and delete. */
const EMERGENCY_BYTES = 64 * MIB

/** Watches the free space of the disk that a folder is on. */
export interface DiskSpace {
  freeBytes(): Promise<number>
  /** Error `file.disk-full` when a file of that size would leave too little. */
  reserve(bytes: number): Promise<Result<null>>
  /** Lays down the ballast file when there is plenty of room, gives it up when there is none left. */
  trim(): Promise<void>
}

/** @param readFree free bytes of the disk; by default asked of the system */
export function diskSpace(folder: string, readFree = freeOf): DiskSpace {
  const ballast = path.join(folder, 'ballast')
  const freeBytes = (): Promise<number> => readFree(folder)
  const dropBallast = (): Promise<void> => rm(ballast, { force: true })
  return {
    freeBytes,
    reserve: async (bytes) => {
      const free = await freeBytes()
      if (free < EMERGENCY_BYTES) await dropBallast()
      return free - bytes < FLOOR_BYTES ? err('file.disk-full', { freeMB: Math.floor(free / MIB) }) : ok(null)
    },
    trim: async () => {
      const free = await freeBytes()
      if (free < EMERGENCY_BYTES) await dropBallast()
      else if (free > FLOOR_BYTES + 2 * BALLAST_BYTES && !(await isLaid(ballast))) await lay(ballast)
    },
  }
}

async function freeOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

const isLaid = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ size }) => size === BALLAST_BYTES,
    () => false,
  )

/** Random bytes, so that no file system stores them smaller than they are. */
const lay = (file: string): Promise<void> =>
  writeAtomically(file, async (handle) => {
    const piece = randomBytes(MIB)
    for (let written = 0; written < BALLAST_BYTES; written += MIB) await writeAll(handle, piece)
  })

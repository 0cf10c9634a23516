import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const WINDOWS = process.platform === 'win32'

/** Makes a file's bytes reach the disk. Windows syncs only what is open for writing. */
export function syncPath(file: string): void {
  const handle = fs.openSync(file, WINDOWS ? 'r+' : 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** Makes a folder's list of names reach the disk; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (!WINDOWS) syncPath(folder)
}

/** Writes a whole file or nothing: temporary name, fsync, rename, fsync of the folder. */
export function writeDurably(file: string, content: Uint8Array | string, mode = 0o644): void {
  const temporary = `${file}.${randomUUID()}.part`
  try {
    fs.writeFileSync(temporary, content, { mode })
    syncPath(temporary)
    fs.renameSync(temporary, file)
    syncFolder(path.dirname(file))
  } catch (problem) {
    fs.rmSync(temporary, { force: true })
    throw problem
  }
}

import fs from 'node:fs'
import path from 'node:path'

/** The locks this process holds. */
const held = new Set<string>()

/** Another living process works in the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(`The folder ${folder} is in use by process ${pid}.`)
    this.name = 'FolderInUse'
  }
}

/**
 * Takes a folder for this process: a file `<folder>.lock` beside it holds the process id. The lock of a process that
 * is gone, or an empty one as a power cut leaves it, is taken over.
 * @returns gives the folder back
 * @throws FolderInUse
 */
export function lockFolder(folder: string): () => void {
  const place = path.resolve(folder)
  const lock = `${place}.lock`
  fs.mkdirSync(path.dirname(place), { recursive: true })
  while (!tryLock(lock)) {
    const holder = readHolder(lock)
    if (held.has(lock) || isAlive(holder)) throw new FolderInUse(place, holder)
    fs.rmSync(lock, { force: true })
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    fs.rmSync(lock, { force: true })
  }
}

/** The link appears whole: nobody sees a lock whose number isn't written yet. */
function tryLock(lock: string): boolean {
  const draft = `${lock}.${process.pid}`
  fs.writeFileSync(draft, String(process.pid), { flush: true })
  try {
    fs.linkSync(draft, lock)
    return true
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw problem
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

function readHolder(lock: string): number {
  try {
    return Number(fs.readFileSync(lock, 'utf8'))
  } catch {
    return 0
  }
}

/** Our own number in an old file means that the system gave it out again: the writer is gone. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}

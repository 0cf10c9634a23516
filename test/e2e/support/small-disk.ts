import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const MIB = 1024 * 1024

/** A small disk in memory that a test can fill. */
export class SmallDisk {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Null where mounting is not allowed: it needs root on Linux. */
  static mount(mib: number): SmallDisk | null {
    const folder = mkdtempSync(path.join(tmpdir(), 'constat-disk-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mib}m`, 'tmpfs', folder], { stdio: 'ignore' })
      return new SmallDisk(folder)
    } catch {
      rmSync(folder, { recursive: true })
      return null
    }
  }

  private get filler(): string {
    return path.join(this.folder, 'filler')
  }

  /** Writes until nothing more goes in. */
  fill(): void {
    const file = openSync(this.filler, 'w')
    try {
      for (;;) if (writeSync(file, Buffer.alloc(MIB)) === 0) break
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem
    } finally {
      closeSync(file)
    }
  }

  empty(): void {
    rmSync(this.filler, { force: true })
  }

  unmount(): void {
    execFileSync('umount', [this.folder])
    rmSync(this.folder, { recursive: true })
  }
}

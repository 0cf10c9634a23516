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

  /** Whether mounting is allowed here: it needs root, and Linux. */
  static isPossible(): boolean {
    try {
      SmallDisk.mount(1).unmount()
      return true
    } catch {
      return false
    }
  }

  static mount(mib: number): SmallDisk {
    const folder = mkdtempSync(path.join(tmpdir(), 'constat-disk-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mib}m`, 'tmpfs', folder], { stdio: 'ignore' })
      return new SmallDisk(folder)
    } catch (problem) {
      rmSync(folder, { recursive: true })
      throw problem
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
    execFileSync('umount', ['--lazy', this.folder])
    rmSync(this.folder, { recursive: true })
  }
}

import { NodeFS } from '@electric-sql/pglite/nodefs'
import fs from 'node:fs'
import path from 'node:path'
import { syncFolder, syncPath } from '#central/content/disk.ts'

const WAL_SEGMENT = /^[0-9A-F]{24}$/

/**
 * PGlite runs PostgreSQL without fsync. This file system makes the write-ahead log reach the disk before a
 * statement outside a transaction (or a COMMIT) resolves, and every file after a checkpoint.
 */
export class DurableNodeFS extends NodeFS {
  private readonly written = new Map<string, bigint>()
  private lastCheckpoint = 0n

  /** Called by PGlite after each statement outside a transaction, and by us after each COMMIT. */
  override syncToFs(): Promise<void> {
    if (fs.existsSync(this.at('pg_wal'))) {
      this.syncLog()
      this.syncAfterCheckpoint()
    }
    return Promise.resolve()
  }

  override async closeFs(): Promise<void> {
    syncTree(this.rootDir)
    await super.closeFs()
  }

  private at(...names: string[]): string {
    return path.join(this.rootDir, ...names)
  }

  private syncLog(): void {
    const segments = fs.readdirSync(this.at('pg_wal')).filter((name) => WAL_SEGMENT.test(name))
    const created = segments.some((name) => !this.written.has(name))
    for (const name of segments) this.syncSegment(name)
    if (created) syncFolder(this.at('pg_wal'))
  }

  private syncSegment(name: string): void {
    const file = this.at('pg_wal', name)
    const changed = fs.statSync(file, { bigint: true }).mtimeNs
    if (this.written.get(name) === changed) return
    syncPath(file)
    this.written.set(name, changed)
  }

  /** A changed control file means a checkpoint: the log before it may go, so the data files must be there. */
  private syncAfterCheckpoint(): void {
    const checkpoint = fs.statSync(this.at('global', 'pg_control'), { bigint: true }).mtimeNs
    if (checkpoint === this.lastCheckpoint) return
    syncTree(this.rootDir)
    this.lastCheckpoint = checkpoint
  }
}

function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) syncTree(place)
    else if (fs.existsSync(place)) syncPath(place)
  }
  syncFolder(folder)
}

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '#central/db/database.ts'

/** Lets one starter at a time migrate a shared PostgreSQL. */
const MIGRATION_LOCK = 4_711_001
export const MIGRATIONS_FOLDER = path.resolve(import.meta.dirname, '../migrations')

/**
 * Applies the pending `NNNN_name.sql` files in order, all or none.
 * @returns the names applied now
 * @throws when a file was edited after it was applied, or the store is from a newer version
 */
export async function migrate(db: Database, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const files = await readMigrations(folder)
  return db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await tx.script(`CREATE TABLE IF NOT EXISTS schema_migrations (
      name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`)
    const applied = await readApplied(tx)
    refuseUnknown(applied, files)
    const pending = [...files].filter(([name]) => !applied.has(name))
    for (const [name, sql] of pending) await apply(tx, name, sql)
    return pending.map(([name]) => name)
  })
}

async function readMigrations(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  const texts = names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const)
  return new Map(await Promise.all(texts))
}

async function readApplied(tx: Database): Promise<Map<string, string>> {
  const rows = await tx.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM schema_migrations',
  )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

function refuseUnknown(applied: Map<string, string>, files: Map<string, string>): void {
  for (const [name, checksum] of applied) {
    const sql = files.get(name)
    if (sql === undefined) throw new Error(`The store knows ${name}: it was made by a newer version.`)
    if (checksumOf(sql) !== checksum) throw new Error(`Migration ${name} was edited after it was applied.`)
  }
}

async function apply(tx: Database, name: string, sql: string): Promise<void> {
  await tx.script(sql)
  await tx.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [name, checksumOf(sql)])
}

const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex')

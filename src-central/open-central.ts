import path from 'node:path'
import { buildApp } from '#central/app.ts'
import type { App, CentralDeps } from '#central/app-types.ts'
import { openAuthority } from '#central/authority/authority.ts'
import type { CentralSettings } from '#central/config.ts'
import { openContentStore } from '#central/content/content-store.ts'
import type { Database } from '#central/db/database.ts'
import { openEmbedded } from '#central/db/embedded.ts'
import { migrate } from '#central/db/migrate.ts'
import { openPostgres } from '#central/db/postgres.ts'
import { sweepTokens } from '#central/repositories/access-tokens.ts'

/** A central store that is open and doesn't listen yet. */
export interface Central {
  readonly deps: CentralDeps
  readonly app: App
  close(): Promise<void>
}

/** Opens the database, migrates it, reads or makes the keys and builds the HTTP side. */
export async function openCentral(settings: CentralSettings, now = (): Date => new Date()): Promise<Central> {
  const db = await openDatabase(settings)
  try {
    await migrate(db)
    await sweepTokens(db, now())
    const deps: CentralDeps = {
      db,
      settings,
      now,
      content: openContentStore(path.join(settings.dataFolder, 'content')),
      authority: await openAuthority(settings.dataFolder, settings.organisation, now()),
    }
    const app = await buildApp(deps)
    return { deps, app, close: () => app.close().finally(() => db.close()) }
  } catch (problem) {
    await db.close()
    throw problem
  }
}

function openDatabase(settings: CentralSettings): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openPostgres(settings.databaseUrl)
  return openEmbedded(path.join(settings.dataFolder, 'database'))
}

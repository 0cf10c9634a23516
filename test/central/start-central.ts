import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { CentralSettings } from '#central/config.ts'
import { loadNetwork } from '#central/import/load-network.ts'
import { openCentral, type Central } from '#central/open-central.ts'
import { storeInspections } from '#central/repositories/inspections.ts'
import { writeNetwork } from '#scripts/sample/write-network.ts'
import { startCluster, type Cluster, type TestDatabase } from '#test/central/postgres.ts'

export const ENGINES = ['PGlite', 'PostgreSQL'] as const
export type Engine = (typeof ENGINES)[number]
export const AGREEMENT = 'ARAE-2025-014'
export const BAERT = { email: 'a.baert@constat.example', password: 'Demo-a-baert-2026' }
export const DHONDT = { email: 'j.dhondt@constat.example', password: 'Demo-j-dhondt-2026' }
export const SUPERVISOR = { email: 'e.vermeulen@constat.example', password: 'Demo-e-vermeulen-2026' }
export const ADMINISTRATOR = { email: 'admin@constat.example', password: 'Demo-admin-2026' }
const BAERT_ID = '01890000-0000-7000-8000-000000000001'
const SEED = 2026

/** A real central store listening on loopback, with a small part of the sample network, and a clock that tests move. */
export interface TestCentral {
  readonly url: string
  readonly central: Central
  readonly folder: string
  /** Moves the store's clock on. */
  pass(seconds: number): void
  /** A new inspection of the first inspector. @returns its id */
  plan(): Promise<string>
  stop(): Promise<void>
}

/** A loaded store to copy: its data folder and, on PostgreSQL, its database. */
interface Template {
  readonly folder: string
  readonly cluster?: Cluster | undefined
  readonly database?: TestDatabase | undefined
}

/** Loaded once for all stores of this process: a first start is long. */
const templates: Partial<Record<Engine, Promise<Template>>> = {}

async function loadTemplate(engine: Engine): Promise<Template> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'constat-template-'))
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  const cluster = engine === 'PostgreSQL' ? await startCluster() : undefined
  const database = await cluster?.createDatabase()
  const central = await openCentral(settingsFor(folder, database), () => new Date())
  await writeNetwork(path.join(folder, 'network'), SEED, [AGREEMENT])
  await loadNetwork(central.deps, path.join(folder, 'network'))
  await central.close()
  fs.rmSync(path.join(folder, 'network'), { recursive: true })
  return { folder, cluster, database }
}

export async function startCentral(engine: Engine): Promise<TestCentral> {
  const template = await (templates[engine] ??= loadTemplate(engine))
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'constat-central-'))
  fs.cpSync(template.folder, folder, { recursive: true })
  const database = await template.cluster?.createDatabase(template.database)
  let ahead = 0
  const now = (): Date => new Date(Date.now() + ahead)
  const central = await openCentral(settingsFor(folder, database), now)
  await central.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = central.app.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    central,
    folder,
    pass: (seconds) => {
      ahead += seconds * 1000
    },
    plan: () => planInspection(central),
    stop: async () => {
      await central.close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

function settingsFor(folder: string, database: TestDatabase | undefined): CentralSettings {
  return {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: database?.url,
    dataFolder: path.join(folder, 'data'),
    organisation: 'Office de test',
    tokenHours: 12,
    signInsPerMinute: 10_000,
    password: { memoryKib: 256, iterations: 1 },
  }
}

async function planInspection({ deps }: Central): Promise<string> {
  const id = randomUUID()
  const [model] = await deps.db.query<{ data: Record<string, unknown> }>(
    `SELECT data FROM records WHERE kind = 'inspection' ORDER BY id LIMIT 1`,
  )
  const record = { ...model?.data, id, reference: `T-${id}`, state: 'ASSIGNED' }
  await storeInspections(deps.db, [{ id, agreementNo: AGREEMENT, inspectorId: BAERT_ID, record }])
  return id
}

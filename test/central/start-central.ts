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
import { startCluster, type Cluster } from '#test/central/postgres.ts'

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

/** Its data folder, loaded once for all PGlite stores of this process: a first start is long. */
let template: Promise<string> | null = null

async function loadTemplate(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'constat-template-'))
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  const central = await openCentral(await settingsFor(folder, undefined), () => new Date())
  await loadSample(central, folder)
  await central.close()
  fs.rmSync(path.join(folder, 'network'), { recursive: true })
  return folder
}

async function loadSample({ deps }: Central, folder: string): Promise<void> {
  await writeNetwork(path.join(folder, 'network'), SEED, [AGREEMENT])
  await loadNetwork(deps, path.join(folder, 'network'))
}

export async function startCentral(engine: Engine): Promise<TestCentral> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'constat-central-'))
  const cluster = engine === 'PostgreSQL' ? await startCluster() : undefined
  if (!cluster) fs.cpSync(await (template ??= loadTemplate()), folder, { recursive: true })
  let ahead = 0
  const now = (): Date => new Date(Date.now() + ahead)
  const central = await openCentral(await settingsFor(folder, cluster), now)
  if (cluster) await loadSample(central, folder)
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
      await cluster?.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function settingsFor(folder: string, cluster: Cluster | undefined): Promise<CentralSettings> {
  return {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: await cluster?.createDatabase(),
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

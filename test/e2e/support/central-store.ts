import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEmbedded } from '#central/db/embedded.ts'
import { writeNetwork } from '#scripts/sample/write-network.ts'
import { AGREEMENTS } from '#test/e2e/support/sample.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const SEED = 2026

/** A port nobody listens on; the store keeps it over its restarts, as a real address would. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Names the folder of a store loaded with `AGREEMENTS`, made once for all tests (`global-setup.ts`). */
export const TEMPLATE = 'CONSTAT_STORE_TEMPLATE'

/** A real central store in a process of its own, with a part of the sample network, that tests can stop and start. */
export class CentralStore {
  private child: ChildProcess | null = null
  private output = ''
  readonly folder: string
  readonly url: string
  private readonly port: number

  private constructor(folder: string, port: number) {
    this.folder = folder
    this.port = port
    this.url = `http://127.0.0.1:${port}`
  }

  /**
   * A store of its own, a copy of one that was loaded once: first starts are long.
   * @param agreements the conventions of the sample network to load; without them those of the end-to-end tests
   */
  static async create(agreements?: readonly string[]): Promise<CentralStore> {
    const prepared = process.env[TEMPLATE]
    const template = agreements || !prepared ? await CentralStore.load(agreements ?? AGREEMENTS) : prepared
    const folder = await mkdtemp(path.join(tmpdir(), 'constat-central-'))
    await cp(template, folder, { recursive: true })
    const store = new CentralStore(folder, await freePort())
    await store.start()
    return store
  }

  /** Loads a store and stops it; the folder stays until this process ends. */
  static async load(agreements: readonly string[]): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'constat-template-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    await writeNetwork(path.join(folder, 'network'), SEED, agreements)
    const store = new CentralStore(folder, await freePort())
    await store.start()
    await store.stop()
    return folder
  }

  get caFile(): string {
    return path.join(this.folder, 'data', 'ca.pem')
  }

  /** Starts it unless it runs. */
  async start(): Promise<void> {
    if (this.child) return
    const env = {
      ...process.env,
      CONSTAT_DATA: path.join(this.folder, 'data'),
      CONSTAT_PORT: String(this.port),
      CONSTAT_PASSWORD_MIB: '8',
      DATABASE_URL: '',
    }
    const args = ['scripts/central.mjs', '--sample', path.join(this.folder, 'network')]
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (text) => (this.output += String(text)))
    child.stderr.on('data', (text) => (this.output += String(text)))
    this.child = child
    while (!(await this.answers())) {
      if (child.exitCode !== null) throw new Error(`the central store ended:\n${this.output}`)
    }
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/v1/organisation`)).ok
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return false
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { child } = this
    this.child = null
    if (!child || child.exitCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }

  /** Ends every session, as their time would; the store must be stopped. */
  async forgetSessions(): Promise<void> {
    await this.change('DELETE FROM access_tokens')
  }

  /** Changes the database behind the store's back; the store must be stopped. */
  async change(sql: string, params: readonly unknown[] = []): Promise<void> {
    const db = await openEmbedded(path.join(this.folder, 'data', 'database'))
    await db.query(sql, params)
    await db.close()
  }

  async remove(): Promise<void> {
    await this.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  async signIn(email: string, password: string): Promise<string> {
    const answer = await fetch(`${this.url}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    const { accessToken } = (await answer.json()) as { accessToken: string }
    return accessToken
  }
}

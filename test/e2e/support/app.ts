import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureElectron } from '#scripts/electron-runtime.mjs'
import { ownDisplay } from '#test/e2e/support/display.ts'
import { launchElectron } from '#test/e2e/support/launch.ts'

/** A bound on an act that hangs; a loaded machine takes long for one. */
const ACTION_MS = 180_000

/** The built app; another build can be named, to look at it while this one changes. */
const APP = process.env['CONSTAT_APP_FOLDER'] ?? path.resolve(import.meta.dirname, '../../..')

/** The built app on a data folder of its own, started and killed at will. */
export class App {
  readonly userData: string
  readonly netLog: string
  private display: Readonly<Record<string, string>> = {}
  private electron: ElectronApplication | null = null
  private current: Page | null = null
  /** Errors that the page wrote to its console; must stay empty. */
  readonly problems: string[] = []

  private constructor(folder: string) {
    this.userData = path.join(folder, 'user-data')
    this.netLog = path.join(folder, 'net-log.json')
  }

  /** @param disk where its data folder is made */
  static async create(disk = tmpdir()): Promise<App> {
    const app = new App(await mkdtemp(path.join(disk, 'constat-app-')))
    app.display = await ownDisplay()
    await app.start()
    return app
  }

  get page(): Page {
    if (!this.current) throw new Error('the app is not running')
    return this.current
  }

  get main(): ElectronApplication {
    if (!this.electron) throw new Error('the app is not running')
    return this.electron
  }

  /** Starts the app once more on the same data, as a second click on its icon does; gives its exit code. */
  async startSecond(): Promise<number | null> {
    const { executable } = await ensureElectron()
    const second = spawn(executable, [...this.flags(), APP], { env: this.environment({}), stdio: 'ignore' })
    const [code] = (await once(second, 'exit')) as [number | null]
    return code
  }

  private environment(env: Readonly<Record<string, string>>): Record<string, string> {
    // A virtual display sees nobody move: what Playwright types does not count as a person being there.
    const awake = { CONSTAT_IDLE_SECONDS: '86400' }
    return { ...process.env, ...awake, ...this.display, CONSTAT_USER_DATA: this.userData, ...env }
  }

  /** What the running app was started with, such as a sandbox that is off for root. */
  private flags(): string[] {
    return this.main.process().spawnargs.filter((flag) => flag === '--no-sandbox')
  }

  async start(env: Readonly<Record<string, string>> = {}): Promise<Page> {
    const { executable } = await ensureElectron()
    const all = this.environment(env)
    const args = [APP, `--log-net-log=${this.netLog}`]
    this.electron = await launchElectron({ executablePath: executable, args, env: all })
    this.current = await this.electron.firstWindow({ timeout: 0 })
    this.current.setDefaultTimeout(ACTION_MS)
    this.current.on('console', (message) => message.type() === 'error' && this.problems.push(message.text()))
    this.current.on('pageerror', (error) => this.problems.push(error.message))
    await this.current.waitForLoadState('domcontentloaded', { timeout: 0 })
    return this.current
  }

  /** `kill -9` of the whole app, as a power cut or the system would. */
  async kill(): Promise<void> {
    const child = this.main.process()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    this.electron = null
    this.current = null
  }

  async close(): Promise<void> {
    await this.electron?.close()
    this.electron = null
    this.current = null
  }

  async remove(): Promise<void> {
    await this.close()
    await rm(path.dirname(this.userData), { recursive: true, force: true })
  }

  async expectNoProblems(): Promise<void> {
    await expect.poll(() => this.problems).toEqual([])
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '#central/db/embedded.ts'
import { writeNetwork } from '#scripts/sample/write-network.ts'
import { ADMINISTRATOR, AGREEMENT, BAERT } from '#test/central/start-central.ts'

const STARTER = path.resolve(import.meta.dirname, '../../scripts/central.mjs')

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'constat-main-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: unknown
  readonly told: string
}

const run = (env: Record<string, string>, ...args: string[]): Promise<Ended> =>
  runUntil(null, () => undefined, env, ...args)

/** Runs the starter; once it has said `words`, `act` ends it. */
async function runUntil(
  words: string | null,
  act: (child: ChildProcess) => void,
  env: Record<string, string>,
  ...args: string[]
): Promise<Ended> {
  const rest = { ...process.env, DATABASE_URL: '', CONSTAT_PORT: '0', CONSTAT_DATA: folder, ...env }
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const
  const child = spawn(process.execPath, [STARTER, ...args], { env: rest, stdio: [...stdio] })
  let told = ''
  const hear = (text: unknown): void => {
    const before = told
    told += String(text)
    if (words !== null && told.includes(words) && !before.includes(words)) act(child)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  // not `close`: Node leaves it out where this side ended the channel
  const outputs = [child.stdout, child.stderr].map((output) => output && once(output, 'end'))
  const [ended] = await Promise.all([once(child, 'exit'), ...outputs])
  return { code: ended[0], told }
}

describe('the starter of the central store', () => {
  it('lists its settings and starts nothing', async () => {
    const { code, told } = await run({}, '--help')
    expect([code, told.includes('CONSTAT_PORT'), told.includes('DATABASE_URL')]).toEqual([0, true, true])
  })

  it('refuses an option that it does not know, or one without its value', async () => {
    const said = await Promise.all([run({}, '--smaple', 'x'), run({}, 'sample'), run({}, '--sample')])
    const first = said.map(({ code, told }) => [code, told.split('\n')[0]])
    expect(first).toEqual([
      [1, "Unknown option '--smaple'"],
      [1, expect.stringContaining("Unexpected argument 'sample'")],
      [1, "Option '--sample <value>' argument missing"],
    ])
  })

  it('names the setting that makes no sense', async () => {
    const { code, told } = await run({ CONSTAT_PORT: '99999' })
    expect([code, told]).toEqual([1, 'The setting CONSTAT_PORT makes no sense.\n'])
  })

  it('ends with one clear line when its port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { code, told } = await run({ CONSTAT_PORT: String(port), CONSTAT_DATA: path.join(folder, 'own') })
    server.close()
    expect([code, told]).toEqual([1, 'The port is in use. Choose another one with CONSTAT_PORT.\n'])
  })

  it('ends with one clear line when another process works in its folder', async () => {
    const db = await openEmbedded(path.join(folder, 'database'))
    const { code, told } = await run({})
    await db.close()
    expect(`${String(code)},${told}`).toMatch(/^1,The folder .* is in use by process \d+\.\n$/)
  })
})

describe('the starter with a sample network', () => {
  const quick = { CONSTAT_PASSWORD_MIB: '8', CONSTAT_PASSWORD_ROUNDS: '1' }
  let network: string
  beforeAll(async () => {
    network = path.join(folder, 'network')
    await writeNetwork(network, 2026, [AGREEMENT, 'SYND-2025-002'])
  })

  it('tells the accounts at every start, and ends with the process that started it', async () => {
    const env = { ...quick, CONSTAT_DATA: path.join(folder, 'twice') }
    const ready = 'Constat central store: http'
    const first = await runUntil(ready, (child) => child.disconnect(), env, '--sample', network)
    const second = await runUntil(ready, (child) => child.disconnect(), env, '--sample', network)
    expect([first.code, second.code]).toEqual([0, 0])
    expect(second.told).toContain('nothing was loaded')
    for (const { email, password } of [BAERT, ADMINISTRATOR])
      for (const { told } of [first, second]) expect(told).toMatch(new RegExp(`${email} +${password}`))
  })

  it('ends in the middle of a load when it is told to, and loads all of it the next time', async () => {
    const env = { ...quick, CONSTAT_DATA: path.join(folder, 'half') }
    const loading = 'Loading conventions: 1 of 2'
    const half = await runUntil(loading, (child) => child.kill('SIGTERM'), env, '--sample', network)
    expect([half.code, half.told.includes('Stopped before it was ready.')]).toEqual([1, true])
    const ready = 'Constat central store: http'
    const whole = await runUntil(ready, (child) => child.kill('SIGTERM'), env, '--sample', network)
    expect([whole.code, whole.told.includes('Loaded: 2 conventions')]).toEqual([0, true])
  })
})

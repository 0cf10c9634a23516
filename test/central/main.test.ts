import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '#central/db/embedded.ts'

const STARTER = path.resolve(import.meta.dirname, '../../scripts/central.mjs')

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'constat-main-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

async function run(env: Record<string, string>, ...args: string[]): Promise<{ code: unknown; told: string }> {
  const rest = { ...process.env, DATABASE_URL: '', CONSTAT_PORT: '0', CONSTAT_DATA: folder, ...env }
  const child = spawn(process.execPath, [STARTER, ...args], { env: rest, stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  child.stdout.on('data', (text) => (told += String(text)))
  child.stderr.on('data', (text) => (told += String(text)))
  const [code] = (await once(child, 'close')) as unknown[]
  return { code, told }
}

describe('the starter of the central store', () => {
  it('lists its settings and starts nothing', async () => {
    const { code, told } = await run({}, '--help')
    expect([code, told.includes('CONSTAT_PORT'), told.includes('DATABASE_URL')]).toEqual([0, true, true])
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

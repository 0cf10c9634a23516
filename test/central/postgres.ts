import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

const INSTALLED = '/usr/lib/postgresql'

/** A database of a cluster. */
export interface TestDatabase {
  readonly name: string
  readonly url: string
}

/** A PostgreSQL server of the test's own: an empty cluster in a temporary folder, reached by a socket in it. */
export interface Cluster {
  /** Makes a database, empty or a copy of one that nobody is connected to. */
  createDatabase(copyOf?: TestDatabase): Promise<TestDatabase>
}

/** Runs the server until standard input ends, as it does when the tests' process is gone, whatever ended it. */
const WATCHED = '"$@" & read -r _; kill -QUIT $!; wait; rm -rf "$0"'

/**
 * Starts a cluster; as root under the user `postgres` or `nobody`, since PostgreSQL refuses root. It ends with this
 * process.
 */
export async function startCluster(): Promise<Cluster> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'constat-pg-'))
  const owner = ownerOf(folder)
  const data = path.join(folder, 'data')
  execFileSync(tool('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  })
  const settings = [
    'listen_addresses=',
    'fsync=off',
    'max_connections=40',
    `unix_socket_directories=${folder}`,
  ]
  const args = ['-D', data, ...settings.flatMap((one) => ['-c', one])]
  const watched = ['-c', WATCHED, folder, tool('postgres'), ...args]
  const server = spawn('sh', watched, { ...owner, cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] })
  await untilReady(server)
  server.unref()
  return { createDatabase: (copyOf) => createDatabase(folder, copyOf) }
}

async function createDatabase(folder: string, copyOf?: TestDatabase): Promise<TestDatabase> {
  const name = `t${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ host: folder, user: 'postgres', database: 'postgres' })
  await client.connect()
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${copyOf?.name ?? 'template1'}`)
  await client.end()
  return { name, url: `postgresql://postgres@localhost/${name}?host=${encodeURIComponent(folder)}` }
}

async function untilReady(server: ChildProcess): Promise<void> {
  let told = ''
  for await (const text of server.stderr ?? []) {
    told += String(text)
    if (told.includes('ready to accept connections')) break
  }
  if (!told.includes('ready to accept connections')) throw new Error(`PostgreSQL did not start:\n${told}`)
}

/** The newest installed version's program. */
function tool(name: string): string {
  const versions = fs.existsSync(INSTALLED) ? fs.readdirSync(INSTALLED) : []
  const [newest] = versions.map(Number).sort((left, right) => right - left)
  if (newest === undefined) throw new Error('PostgreSQL is missing. Install it: apt-get install postgresql')
  return path.join(INSTALLED, String(newest), 'bin', name)
}

function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name) !== undefined)
  if (user === undefined) throw new Error('PostgreSQL refuses root, and there is no user postgres or nobody')
  const [uid = 0, gid = 0] = [idOf('-u', user), idOf('-g', user)]
  fs.chownSync(folder, uid, gid)
  return { uid, gid }
}

function idOf(which: string, user: string): number | undefined {
  try {
    return Number(
      execFileSync('id', [which, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return undefined
  }
}

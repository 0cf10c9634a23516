/** What the machine must have around Electron: system packages, a display, a sandbox. */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fail, isRoot, log, onPath, RuntimeError } from './common.mjs'

/** Found out in a minimal Debian 12; everything else that Electron links comes along with these. */
const ELECTRON_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libx11-xcb1']
/** Opened at run time, so that ldd doesn't list it; without it the process dies without a word. */
const DLOPENED = 'libX11-xcb.so.1'

const output = (command, ...args) => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? ''

/**
 * Installs Debian packages where we may (root, apt-get), and otherwise stops with the command to type.
 * @param missing what is lacking, in words
 */
export function installPackages(missing, packages) {
  if (packages.length === 0) return
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  if (!isRoot() || !onPath('apt-get') || process.env.ELECTRON_RUNTIME_NO_APT) {
    fail(`This machine lacks: ${missing.join(', ')}.\nOn Debian or Ubuntu: sudo apt-get ${install.join(' ')}`)
  }
  log(`Missing: ${missing.join(', ')}.\nRunning: apt-get ${install.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const stdio = ['ignore', 'ignore', 2]
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { stdio, env }).status
  apt('update') // also fails when some other source can't be reached; what counts is the install
  if (apt(...install) !== 0) fail('That failed. Install these packages by hand.')
}

/** Libraries that the executable needs, and Xvfb where there is no display. */
export function ensureLibraries(runtime, needsXvfb) {
  if (process.platform !== 'linux') return
  const missing = output('ldd', runtime.executable)
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0])
  const known = output('/sbin/ldconfig', '-p')
  if (known && !known.includes(DLOPENED)) missing.push(DLOPENED)
  const packages = missing.length > 0 ? [...ELECTRON_PACKAGES] : []
  if (needsXvfb && !onPath('Xvfb')) {
    missing.push('Xvfb (there is no display)')
    packages.push('xvfb')
  }
  installPackages(missing, packages)
}

/** Starts Xvfb on a free display number that it picks itself; it ends with this process. */
export async function startXvfb() {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset']
  const child = spawn('Xvfb', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true, // Ctrl+C must not reach it before the app has closed its windows
  })
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

/** Why Chromium's sandbox can't run here, or null: it refuses root, and needs user namespaces or a set-uid helper. */
export function sandboxProblem(runtime) {
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

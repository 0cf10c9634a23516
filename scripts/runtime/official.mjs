/** The official binary of the `electron` npm package: unpacked, in a download cache, or downloaded now. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fail, log, PROJECT_ROOT, RuntimeError } from './common.mjs'

export function electronPackage() {
  const require = createRequire(path.join(PROJECT_ROOT, 'package.json'))
  try {
    const file = require.resolve('electron/package.json')
    return { dir: path.dirname(file), version: JSON.parse(fs.readFileSync(file, 'utf8')).version }
  } catch {
    return fail('The npm package "electron" is not installed. Run "npm ci" first.')
  }
}

function installed(pkg) {
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
function artifact(pkg) {
  const env = process.env
  const base =
    env.npm_config_electron_mirror ||
    env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/'
  const custom = env.npm_config_electron_custom_dir || env.ELECTRON_CUSTOM_DIR || `v${pkg.version}`
  const name = `electron-v${pkg.version}-${process.platform}-${process.arch}.zip`
  return { url: `${base}${custom.replace('{{ version }}', pkg.version)}/${name}`, name }
}

/** Has @electron/get kept this zip from an earlier install? Its folders there are named by hash. */
function inDownloadCache(name) {
  const home = os.homedir()
  const byPlatform = {
    darwin: path.join(home, 'Library', 'Caches', 'electron'),
    win32: path.join(process.env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'electron', 'Cache'),
  }
  const fallback = path.join(process.env.XDG_CACHE_HOME || path.join(home, '.cache'), 'electron')
  const root = process.env.electron_config_cache || byPlatform[process.platform] || fallback
  try {
    return fs.readdirSync(root).some((folder) => fs.existsSync(path.join(root, folder, name)))
  } catch {
    return false
  }
}

/** A refused name fails in milliseconds; a firewall that swallows packets would make the download hang. */
async function reachable(url, timeoutMs) {
  if (process.env.ELECTRON_GET_USE_PROXY) return true // fetch() here wouldn't use that proxy
  try {
    const response = await fetch(url, {
      method: 'HEAD',
      redirect: 'follow',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return response.ok
  } catch {
    return false
  }
}

/** The official runtime, installing it when its host answers within `timeoutMs`. */
export async function official(pkg, timeoutMs) {
  const present = installed(pkg)
  if (present) return present
  const { url, name } = artifact(pkg)
  if (!inDownloadCache(name) && !(await reachable(url, timeoutMs))) {
    const { host } = new URL(url)
    throw new RuntimeError(
      `The official Electron ${pkg.version} is not installed and ${host} can't be reached.`,
    )
  }
  log(`Installing the official Electron ${pkg.version} …`)
  const env = { ...process.env }
  delete env.ELECTRON_OVERRIDE_DIST_PATH // install.js would look there for the unpacked files
  const { status } = spawnSync(process.execPath, [path.join(pkg.dir, 'install.js')], {
    stdio: ['ignore', 2, 2],
    env,
  })
  return (status === 0 && installed(pkg)) || fail(`Installing the official Electron ${pkg.version} failed.`)
}

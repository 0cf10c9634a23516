/**
 * What `electron <folder>` runs in the registry runtime. An ES module with a top-level await, as the official
 * one is: Electron holds its `ready` event back until this is done, so the app can still register schemes.
 */
import { app } from 'electron'
import fs from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import url from 'node:url'

function stop(message) {
  console.error(message)
  process.exit(1)
}

function describe(folder, json) {
  if (json.version) app.setVersion(json.version)
  if (json.productName || json.name) app.name = json.productName || json.name
  app.setDesktopName(json.desktopName || `${app.name}.desktop`)
  app.setAppPath(folder)
}

async function load(folder) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  const manifest = path.join(folder, 'package.json')
  if (fs.existsSync(manifest)) describe(folder, JSON.parse(fs.readFileSync(manifest, 'utf8')))
  const main = Module._resolveFilename(folder, null, true)
  await import(url.pathToFileURL(main).toString())
}

const args = process.argv.slice(1)
if (args.includes('--version') || args.includes('-v')) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
const preloads = args.flatMap((arg, at) => (arg === '-r' || arg === '--require' ? [args[at + 1]] : []))
const folder = args.find((arg) => !arg.startsWith('-') && !preloads.includes(arg))
if (preloads.length > 0) Module._preloadModules(preloads)
if (!folder) stop('Usage: electron [-r module] path-to-app [arguments]')
try {
  await load(path.resolve(folder))
} catch (error) {
  stop(error.stack || String(error))
}

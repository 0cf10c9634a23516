#!/usr/bin/env node
/** Makes a fresh clone ready to run: Node's version, npm packages. Plain Node: it has to work before anything else does. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, isRoot, log, onPath, PROJECT_ROOT, readOrNull } from './runtime/common.mjs'
import { installPackages } from './runtime/machine.mjs'
import { runStep } from './runtime/step.mjs'

const STAMP = path.join(PROJECT_ROOT, 'node_modules', '.constat-lock')

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node ${process.versions.node} is too old: 20.19 or newer.`)
}

/** `npm ci` when the lock file is not the one that node_modules was made from. */
async function installPackagesOfLock() {
  const lock = fs.readFileSync(path.join(PROJECT_ROOT, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (readOrNull(STAMP) === wanted) return
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  await runStep('Installing the npm packages (once)', 'npm', args)
  fs.writeFileSync(STAMP, wanted)
}

/** What the tests judge PDFs, workbooks and the store with: command → the Debian package that brings it. */
const JUDGES = {
  pdfsig: 'poppler-utils',
  qpdf: 'qpdf',
  openssl: 'openssl',
  certutil: 'libnss3-tools',
  soffice: 'libreoffice-calc',
}

function postgresInstalled() {
  const root = '/usr/lib/postgresql'
  return (
    fs.existsSync(root) && fs.readdirSync(root).some((v) => fs.existsSync(path.join(root, v, 'bin/initdb')))
  )
}

/** Installs the tools that only the tests need. */
export function ensureJudges() {
  const missing = Object.keys(JUDGES).filter((name) => !onPath(name))
  const packages = missing.map((name) => JUDGES[name])
  if (!postgresInstalled()) {
    missing.push('postgresql')
    packages.push('postgresql')
  }
  installPackages(missing, packages)
  if (!isRoot()) log('Tests run as an ordinary user.')
}

/** Node and npm packages; call before importing anything from node_modules. */
export async function setup() {
  checkNode()
  await installPackagesOfLock()
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await setup()

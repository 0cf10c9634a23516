#!/usr/bin/env node
/** Starts the central store (`src-central/main.ts`) with the given arguments; plain Node, passes signals on. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

function findTsx() {
  try {
    return createRequire(path.join(root, 'package.json')).resolve('tsx/cli')
  } catch {
    console.error('The packages are not installed yet. Run: npm ci')
    process.exit(1)
  }
}

const child = spawn(
  process.execPath,
  [findTsx(), path.join(root, 'src-central/main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)))

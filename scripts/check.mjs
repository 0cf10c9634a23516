#!/usr/bin/env node
/** The gates: formatting, types of every room, typed lint, import rules. All side by side; names those that failed. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { log, PROJECT_ROOT } from './runtime/common.mjs'
import { setup } from './setup.mjs'

const ROOMS = ['src-domain', 'src-main', 'src-renderer', 'src-central', 'scripts', 'test']
/** The compiler written in Go, twice as fast; typed lint needs the other one (docs/adr/0008). */
const TYPE_CHECKER = 'node_modules/typescript-7/bin/tsc'
const GATES = {
  formatting: ['prettier', ['--check', '--log-level', 'warn', '.']],
  types: ['node', [TYPE_CHECKER, '-b']],
  lint: ['eslint', ['--max-warnings', '0', '.']],
  'import rules': ['depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...ROOMS]],
}

/** Runs one gate; what it says is printed when it ends, so that gates side by side do not mix their words. */
function runGate([name, [command, args]]) {
  const started = performance.now()
  const bin = command === 'node' ? process.execPath : path.join(PROJECT_ROOT, 'node_modules', '.bin', command)
  const child = spawn(bin, args, { cwd: PROJECT_ROOT, shell: process.platform === 'win32' })
  let words = ''
  child.stdout.on('data', (text) => (words += text))
  child.stderr.on('data', (text) => (words += text))
  return new Promise((resolve) => {
    child.on('close', (status) => {
      process.stdout.write(words)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      log(`${name}: ${status === 0 ? 'clean' : 'FAILED'} (${seconds} s)`)
      resolve({ name, good: status === 0 })
    })
  })
}

await setup()
const results = await Promise.all(Object.entries(GATES).map(runGate))
const failed = results.filter(({ good }) => !good)
if (failed.length > 0) {
  log(`check failed: ${failed.map(({ name }) => name).join(', ')}`)
  process.exitCode = 1
}

#!/usr/bin/env node
/** The gates: formatting, types of every room, typed lint, import rules. Runs all of them and names those that failed. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { log, PROJECT_ROOT } from './runtime/common.mjs'
import { setup } from './setup.mjs'

const ROOMS = ['src-domain', 'src-main', 'src-renderer', 'src-central', 'scripts', 'test']
const GATES = {
  formatting: ['prettier', ['--check', '--log-level', 'warn', '.']],
  types: ['tsc', ['-b']],
  lint: ['eslint', ['--max-warnings', '0', '.']],
  'import rules': ['depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...ROOMS]],
}

setup()
const failed = Object.entries(GATES).filter(([name, [command, args]]) => {
  const started = performance.now()
  const bin = path.join(PROJECT_ROOT, 'node_modules', '.bin', command)
  const shell = process.platform === 'win32'
  const { status } = spawnSync(bin, args, { cwd: PROJECT_ROOT, stdio: 'inherit', shell })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  log(`${name}: ${status === 0 ? 'clean' : 'FAILED'} (${seconds} s)`)
  return status !== 0
})
if (failed.length > 0) {
  log(`check failed: ${failed.map(([name]) => name).join(', ')}`)
  process.exitCode = 1
}

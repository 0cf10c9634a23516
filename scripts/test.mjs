#!/usr/bin/env node
/**
 * Everything that must hold: check, unit and integration tests, build, end-to-end in real Electron.
 * Installs what is missing first. The last line is `N passed, N failed`; a gate that fails counts as one.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { log, PROJECT_ROOT, RuntimeError } from './runtime/common.mjs'
import { ensureJudges, setup } from './setup.mjs'

const RESULTS = path.join(PROJECT_ROOT, 'test-results')
const bin = (name) => path.join(PROJECT_ROOT, 'node_modules', '.bin', name)
const total = { passed: 0, failed: 0 }

function run(name, command, args, env) {
  const started = performance.now()
  const options = { cwd: PROJECT_ROOT, stdio: 'inherit', env, shell: process.platform === 'win32' }
  const { status } = spawnSync(command, args, options)
  log(`${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(0)} s)`)
  return status === 0
}

const gate = (name, command, args, env = process.env) => {
  total[run(name, command, args, env) ? 'passed' : 'failed'] += 1
}

/** Runs a test runner and adds up what its JSON report counted; a run without a report is one failure. */
function suite(name, command, args, report, count, env = process.env) {
  fs.rmSync(report, { force: true })
  const good = run(name, command, args, env)
  let counted = { passed: 0, failed: 0 }
  if (fs.existsSync(report)) counted = count(JSON.parse(fs.readFileSync(report, 'utf8')))
  total.passed += counted.passed
  total.failed += counted.failed
  if (!good && counted.failed === 0) total.failed += 1
  if (good && counted.passed === 0) total.failed += 1
}

async function main() {
  setup()
  ensureJudges()
  const { windowEnv } = await import('./electron-runtime.mjs')
  const env = await windowEnv()
  fs.mkdirSync(RESULTS, { recursive: true })

  gate('check', process.execPath, ['scripts/check.mjs'])
  const unit = path.join(RESULTS, 'unit.json')
  const vitest = ['run', '-c', 'test/vitest.config.ts', '--reporter=default', '--reporter=json']
  suite('unit and integration', bin('vitest'), [...vitest, `--outputFile.json=${unit}`], unit, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
  }))
  gate('build', bin('electron-vite'), ['build', '--logLevel', 'warn'], env)
  const e2e = path.join(RESULTS, 'e2e.json')
  const playwright = ['test', '-c', 'test/playwright.config.ts']
  suite(
    'end to end',
    bin('playwright'),
    playwright,
    e2e,
    ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
    }),
    { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: e2e },
  )

  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed === 0 ? 0 : 1)
}

main().catch((error) => {
  log(error instanceof RuntimeError ? error.message : error.stack)
  console.log(`${total.passed} passed, ${total.failed + 1} failed`)
  process.exit(1)
})

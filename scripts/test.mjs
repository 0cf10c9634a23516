#!/usr/bin/env node
/**
 * Everything that must hold: check, unit and integration tests, build, end-to-end in real Electron.
 * Installs what is missing first. The last line is `N passed, N failed`; a gate that fails counts as one.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { log, PROJECT_ROOT, RuntimeError } from './runtime/common.mjs'
import { playwrightFailures } from './runtime/failures.mjs'
import { ensureJudges, setup } from './setup.mjs'

const RESULTS = path.join(PROJECT_ROOT, 'test-results')
const bin = (name) => path.join(PROJECT_ROOT, 'node_modules', '.bin', name)
const LINES_OF_A_FAILURE = 40
const total = { passed: 0, failed: 0 }
const failures = []

/**
 * Runs one step to its end. A quiet one takes only what the others leave of the processor, and says all it has to say
 * when it ends, so that two steps do not mix their words.
 */
function run({ name, command, args, env = process.env, quiet = false }) {
  const started = performance.now()
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit'
  const child = spawn(command, args, { cwd: PROJECT_ROOT, stdio, env, shell: process.platform === 'win32' })
  if (quiet && child.pid) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW)
  const words = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => words.push(piece))
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ good: false, said: message }))
    child.on('close', (status) => {
      const said = Buffer.concat(words).toString()
      process.stdout.write(said)
      const seconds = ((performance.now() - started) / 1000).toFixed(0)
      log(`${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
      resolve({ good: status === 0, said })
    })
  })
}

async function gate(step) {
  const { good, said } = await run(step)
  total[good ? 'passed' : 'failed'] += 1
  if (!good)
    failures.push({ title: step.name, message: said.split('\n').slice(-LINES_OF_A_FAILURE).join('\n') })
}

/** Runs a test runner and adds up what its report counted; a run without a report is one failure. */
async function suite(step, report, read) {
  fs.rmSync(report, { force: true })
  const { good } = await run(step)
  const told = fs.existsSync(report)
    ? read(JSON.parse(fs.readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, failures: [] }
  failures.push(...told.failures)
  total.passed += told.passed
  total.failed += told.failed
  if (!good && told.failed === 0) total.failed += 1
  if (good && told.passed === 0) total.failed += 1
}

const check = () =>
  gate({ name: 'check', command: process.execPath, args: ['scripts/check.mjs'], quiet: true })

function unitTests() {
  const report = path.join(RESULTS, 'unit.json')
  const env = { ...process.env, CONSTAT_UNIT_REPORT: report }
  const reporters = ['--reporter=default', '--reporter=./scripts/runtime/vitest-reporter.mjs']
  const args = ['run', '-c', 'test/vitest.config.ts', ...reporters]
  const step = { name: 'unit and integration', command: bin('vitest'), args, env, quiet: true }
  return suite(step, report, (told) => told)
}

function endToEnd(windowEnv) {
  const report = path.join(RESULTS, 'e2e.json')
  const env = { ...windowEnv, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const args = ['test', '-c', 'test/playwright.config.ts']
  const step = { name: 'end to end', command: bin('playwright'), args, env }
  return suite(step, report, (told) => ({
    passed: told.stats.expected + told.stats.flaky,
    failed: told.stats.unexpected,
    failures: playwrightFailures(told),
  }))
}

/** Says the failures once more: three steps have said much since, and a log is often read from its end. */
function sayFailures() {
  for (const { title, message } of failures) {
    const lines = message.split('\n').slice(0, LINES_OF_A_FAILURE)
    console.log([`\nFAILED ${title}`, ...lines].join('\n'))
  }
}

async function main() {
  await setup()
  ensureJudges()
  const { windowEnv } = await import('./electron-runtime.mjs')
  const env = await windowEnv()
  fs.mkdirSync(RESULTS, { recursive: true })

  await gate({ name: 'build', command: bin('electron-vite'), args: ['build', '--logLevel', 'warn'], env })
  // A window spends much of its time waiting: the other steps live on what it leaves.
  await Promise.all([endToEnd(env), check().then(unitTests)])

  sayFailures()
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed === 0 ? 0 : 1)
}

main().catch((error) => {
  log(error instanceof RuntimeError ? error.message : error.stack)
  console.log(`${total.passed} passed, ${total.failed + 1} failed`)
  process.exit(1)
})

#!/usr/bin/env node
/**
 * From a fresh clone to the open window: installs what is missing, builds, writes the sample network, starts the
 * central store and opens the app. Ends with the window.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { runToEnd, windowEnv } from './electron-runtime.mjs'
import { fail, log, PROJECT_ROOT, RuntimeError } from './runtime/common.mjs'
import { mustRun, setup } from './setup.mjs'

const NETWORK = path.join(PROJECT_ROOT, '.constat', 'sample-network')
const PORT = process.env.CONSTAT_PORT ?? '8460'
const URL_OF_CENTRAL = `http://127.0.0.1:${PORT}`
const READY_TIMEOUT_MS = 180_000
const bin = (name) => path.join(PROJECT_ROOT, 'node_modules', '.bin', name)

async function answers(url) {
  try {
    return (await fetch(`${url}/v1/organisation`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

/** Starts the central store with the sample network and waits until it answers. */
async function startCentral() {
  if (await answers(URL_OF_CENTRAL)) {
    log(`A central store already answers at ${URL_OF_CENTRAL}; using it.`)
    return null
  }
  const args = ['scripts/central.mjs', '--sample', NETWORK]
  const child = spawn(process.execPath, args, { cwd: PROJECT_ROOT, stdio: 'inherit' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (!(await answers(URL_OF_CENTRAL))) {
    const pause = new Promise((resolve) => setTimeout(resolve, 250, 'waiting'))
    if ((await Promise.race([ended, pause])) !== 'waiting')
      fail('The central store did not start; see above.')
    if (Date.now() > deadline) fail('The central store did not answer in three minutes.')
  }
  return child
}

async function main() {
  setup()
  const env = await windowEnv()
  mustRun(bin('electron-vite'), ['build', '--logLevel', 'warn'], env)
  mustRun(bin('tsx'), ['scripts/sample/main.ts', NETWORK])
  const central = await startCentral()
  log(`Opening the app. Sign in at ${URL_OF_CENTRAL} with one of the accounts above.`)
  const status = await runToEnd(env.ELECTRON_EXEC_PATH, [PROJECT_ROOT], env)
  central?.kill('SIGTERM')
  process.exit(status)
}

main().catch((error) => {
  log(error instanceof RuntimeError ? error.message : error.stack)
  process.exit(1)
})

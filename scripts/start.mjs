#!/usr/bin/env node
/**
 * From a fresh clone to the open window: installs what is missing, builds, writes the sample network, starts the
 * central store and opens the app. Ends with the window; the store ends with it, whatever ended it.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { runToEnd, windowEnv } from './electron-runtime.mjs'
import { fail, log, PROJECT_ROOT, RuntimeError } from './runtime/common.mjs'
import { runStep } from './runtime/step.mjs'
import { loadTypeScript } from './runtime/typescript.mjs'
import { setup } from './setup.mjs'

const NETWORK = path.join(PROJECT_ROOT, '.constat', 'sample-network')
const PORT = process.env.CONSTAT_PORT ?? '8460'
const URL_OF_CENTRAL = `http://127.0.0.1:${PORT}`
/** A slow machine takes as long as it needs; a store that says nothing for this long hangs. */
const SILENCE_MS = 10 * 60_000
const LOOK_EVERY_MS = 250
/** What Chromium says of a machine without a message bus or a graphics processor: nothing that anyone can act on. */
const NOISE =
  /:ERROR:(bus|object_proxy|interface_endpoint_client|viz_main_impl|command_buffer_proxy_impl|gpu_\w+|gl_\w+|angle_\w+)\.cc\(/
const bin = (name) => path.join(PROJECT_ROOT, 'node_modules', '.bin', name)

async function answers() {
  try {
    return (await fetch(`${URL_OF_CENTRAL}/v1/organisation`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

/** Passes on what the store says, and waits until it answers or ends. */
async function untilItAnswers(child) {
  let lastWord = Date.now()
  child.stdout.on('data', (words) => {
    lastWord = Date.now()
    process.stdout.write(words)
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (!(await answers())) {
    const pause = new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS, 'waiting'))
    if ((await Promise.race([ended, pause])) !== 'waiting')
      fail('The central store did not start; see above.')
    if (Date.now() - lastWord > SILENCE_MS) fail('The central store has said nothing for ten minutes.')
  }
}

/** Starts the central store with the sample network and waits until it answers. */
async function startCentral() {
  log('Starting the central store …')
  const args = ['scripts/central.mjs', '--sample', NETWORK]
  // the store ends when the channel to it closes, which the system sees to when this process ends
  const stdio = ['ignore', 'pipe', 'inherit', 'ipc']
  await untilItAnswers(spawn(process.execPath, args, { cwd: PROJECT_ROOT, stdio }))
}

/** A store that was there before: nobody knows here what it holds. */
async function useCentral() {
  await loadTypeScript(1)
  const { describeAccounts } = await import('../src-central/import/describe-load.ts')
  const { readAccounts } = await import('../src-central/import/network-files.ts')
  log(`A central store already answers at ${URL_OF_CENTRAL}; using it. If it holds the sample network:`)
  console.log(describeAccounts(readAccounts(NETWORK)))
}

async function main([unknown]) {
  if (unknown !== undefined) fail(`npm start takes no options; it does not know ${unknown}.`)
  await setup()
  const env = await windowEnv()
  await runStep('Building the app', bin('electron-vite'), ['build', '--logLevel', 'warn'], env)
  await runStep('Writing the sample network', bin('tsx'), ['scripts/sample/main.ts', NETWORK])
  await ((await answers()) ? useCentral() : startCentral())
  log(`Opening the app. Sign in at ${URL_OF_CENTRAL} with one of the accounts above.`)
  process.exit(await runToEnd(env.ELECTRON_EXEC_PATH, [PROJECT_ROOT], env, (line) => !NOISE.test(line)))
}

main(process.argv.slice(2)).catch((error) => {
  log(error instanceof RuntimeError ? error.message : error.stack)
  process.exit(1)
})

#!/usr/bin/env node
/** Takes the pictures of README and docs anew: `npm run pictures`. */
import path from 'node:path'
import { windowEnv } from './electron-runtime.mjs'
import { log, PROJECT_ROOT, RuntimeError } from './runtime/common.mjs'
import { runStep } from './runtime/step.mjs'
import { setup } from './setup.mjs'

const bin = (name) => path.join(PROJECT_ROOT, 'node_modules', '.bin', name)

async function main() {
  await setup()
  const env = await windowEnv()
  await runStep('Building the app', bin('electron-vite'), ['build', '--logLevel', 'warn'], env)
  await runStep('Taking the pictures', bin('tsx'), ['test/pictures/take-pictures.ts'], env)
  process.exit(0)
}

main().catch((error) => {
  log(error instanceof RuntimeError ? error.message : error.stack)
  process.exit(1)
})

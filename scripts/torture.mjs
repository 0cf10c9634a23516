#!/usr/bin/env node
/**
 * Tortures the built app: `npm run torture -- typing --moments 200 --seed 7` (docs/reliability.md). Installs what is
 * missing and builds first; `CONSTAT_APP_FOLDER` names another build instead.
 */
import path from 'node:path'
import { runToEnd, windowEnv } from './electron-runtime.mjs'
import { log, PROJECT_ROOT, RuntimeError } from './runtime/common.mjs'
import { runStep } from './runtime/step.mjs'
import { setup } from './setup.mjs'

const bin = (name) => path.join(PROJECT_ROOT, 'node_modules', '.bin', name)

async function main() {
  await setup()
  const env = await windowEnv()
  if (!env.CONSTAT_APP_FOLDER)
    await runStep('Building the app', bin('electron-vite'), ['build', '--logLevel', 'warn'], env)
  process.exitCode = await runToEnd(bin('tsx'), ['test/torture/main.ts', ...process.argv.slice(2)], env)
}

main().catch((error) => {
  log(error instanceof RuntimeError ? error.message : error.stack)
  process.exit(1)
})

import path from 'node:path'
import { runToEnd, windowEnv } from '../electron-runtime.mjs'
import { setup } from '../setup.mjs'
import { log, PROJECT_ROOT, RuntimeError } from './common.mjs'
import { runStep } from './step.mjs'

const bin = (name) => path.join(PROJECT_ROOT, 'node_modules', '.bin', name)

/**
 * Installs what is missing, builds the app, and runs a program of the project on it with this command's arguments; ends
 * with its exit code. `CONSTAT_APP_FOLDER` names another build, which is then taken as it is.
 */
export async function runOnBuiltApp(program) {
  try {
    await setup()
    const env = await windowEnv()
    if (!env.CONSTAT_APP_FOLDER)
      await runStep('Building the app', bin('electron-vite'), ['build', '--logLevel', 'warn'], env)
    process.exit(await runToEnd(bin('tsx'), [program, ...process.argv.slice(2)], env))
  } catch (error) {
    log(error instanceof RuntimeError ? error.message : error.stack)
    process.exit(1)
  }
}

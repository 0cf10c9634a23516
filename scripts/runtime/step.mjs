/** Steps of a command that take their time: each is named before it begins, and again while it goes on. */
import { spawn } from 'node:child_process'
import { fail, log, PROJECT_ROOT } from './common.mjs'

const SAY_AGAIN_MS = 10_000

/** Names what begins, says every ten seconds that it goes on, and resolves to what `work` resolves to. */
export async function sayWhile(name, work) {
  log(`${name} …`)
  const started = performance.now()
  const seconds = () => Math.round((performance.now() - started) / 1000)
  const again = setInterval(() => log(`${name}: still at it (${seconds()} s)`), SAY_AGAIN_MS)
  try {
    return await work()
  } finally {
    clearInterval(again)
  }
}

/**
 * Runs a command in the project to its end, as a step with a name.
 * @throws RuntimeError when the command fails
 */
export function runStep(name, command, args, env = process.env) {
  const shell = process.platform === 'win32'
  return sayWhile(name, async () => {
    const child = spawn(command, args, { cwd: PROJECT_ROOT, stdio: 'inherit', env, shell })
    const status = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve))
    if (status !== 0) fail(`"${command} ${args.join(' ')}" failed.`)
  })
}

import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT_ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Something the user can act on; shown without a stack. */
export class RuntimeError extends Error {}

/** Throws a RuntimeError; usable where an expression is wanted. */
export const fail = (message) => {
  throw new RuntimeError(message)
}

export const log = (message) => process.stderr.write(`[constat] ${message}\n`)

export const readOrNull = (file) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

export const isRoot = () => process.platform === 'linux' && process.getuid?.() === 0

export const onPath = (name) =>
  (process.env.PATH ?? '').split(path.delimiter).some((dir) => dir && fs.existsSync(path.join(dir, name)))

export const isRunning = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** One holder at a time, also across processes; a lock whose owner died is taken over. */
export async function lock(file, staleMs = 10 * 60_000) {
  const deadline = Date.now() + staleMs
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(file, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = Number(readOrNull(file))
    if (!owner || !isRunning(owner)) fs.rmSync(file, { force: true })
    else if (Date.now() > deadline) fail(`Waited too long for ${file} (process ${owner}).`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

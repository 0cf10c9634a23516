import { _electron, type ElectronApplication } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'

type Options = Parameters<typeof _electron.launch>[0] & { readonly args: string[] }

/** A start takes two seconds, and some more on a busy machine. */
const PATIENCE_MS = 20_000
const TRIES = 3

/**
 * Starts Electron. A start that hangs before Playwright has hold of it is ended and done once more: seen about once in
 * a hundred starts, where a widget's message is refused while Playwright attaches.
 * @param mark an argument that no other process has
 */
export async function launchElectron(options: Options, mark: string): Promise<ElectronApplication> {
  for (let left = TRIES - 1; left > 0; left--) {
    const app = await launchInTime(options)
    if (app) return app
    console.warn('Electron hung at its start; starting it once more')
    for (const pid of processesWith(mark)) process.kill(pid, 'SIGKILL')
  }
  return await _electron.launch(options)
}

/** Null when it takes longer than a start should. */
async function launchInTime(options: Options): Promise<ElectronApplication | null> {
  const started = _electron.launch(options)
  const hung = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref())
  const app = await Promise.race([started, hung])
  if (!app) started.catch(() => undefined)
  return app
}

/** Processes whose command line holds a text; none where there is no `/proc`. */
function processesWith(mark: string): number[] {
  try {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
    return pids.filter((pid) => commandLine(pid).includes(mark))
  } catch {
    return []
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // it has ended meanwhile
  }
}

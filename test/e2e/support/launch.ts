import { _electron, type ElectronApplication } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'

type Options = Parameters<typeof _electron.launch>[0] & { readonly args: string[] }

const PATIENCE_MS = 40_000

/**
 * Starts Electron. A start that hangs before Playwright has hold of it is ended and done once more: seen about once in
 * a hundred starts on a virtual display, where the GPU process fails.
 * @param mark an argument that no other process has
 */
export async function launchElectron(options: Options, mark: string): Promise<ElectronApplication> {
  const started = _electron.launch(options)
  const hung = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref())
  const app = await Promise.race([started, hung])
  if (app) return app
  started.catch(() => undefined)
  console.warn('Electron hung at its start; starting it once more')
  for (const pid of processesWith(mark)) process.kill(pid, 'SIGKILL')
  return await _electron.launch(options)
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

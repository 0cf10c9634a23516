import { execFileSync } from 'node:child_process'
import type { App } from '#test/e2e/support/app.ts'

/** Megabytes that the window's process holds. */
export async function memoryOfWindow(app: App): Promise<number> {
  return await app.main.evaluate(({ app: electron }) => {
    const window = electron.getAppMetrics().find(({ type }) => type === 'Tab')
    return (window?.memory.workingSetSize ?? NaN) / 1024
  })
}

/** Megabytes held by the child of this process whose command has these words; not known on Windows. */
export function memoryOfChild(words: string): number {
  if (process.platform === 'win32') return NaN
  const lines = execFileSync('ps', ['-A', '-o', 'ppid=,rss=,args='], { encoding: 'utf8' }).split('\n')
  const own = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
  const child = own.find(([, parent, , args]) => Number(parent) === process.pid && args?.includes(words))
  return Number(child?.[2]) / 1024
}

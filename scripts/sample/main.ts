import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { NETWORK_VERSION, writeNetwork } from '#scripts/sample/write-network.ts'

const SEED = 2026
const [folder = '.constat/sample-network', ...filter] = process.argv.slice(2)

async function isCurrent(): Promise<boolean> {
  try {
    const { version, seed } = JSON.parse(await readFile(path.join(folder, 'network.json'), 'utf8')) as Record<
      string,
      unknown
    >
    return version === NETWORK_VERSION && seed === SEED
  } catch {
    return false
  }
}

if (!(await isCurrent())) {
  const started = performance.now()
  await writeNetwork(folder, SEED, filter.length > 0 ? filter : undefined)
  console.log(`Sample network written to ${folder} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}

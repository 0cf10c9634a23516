import os from 'node:os'
import { ensureElectron } from '#scripts/electron-runtime.mjs'
import { benchColdStart } from '#test/bench/cold-start.ts'
import { benchFlash } from '#test/bench/flash.ts'
import { benchImport } from '#test/bench/import.ts'
import { benchLargePackage } from '#test/bench/large-package.ts'
import { benchLimits } from '#test/bench/limits.ts'
import { isWithin, printTable } from '#test/bench/measure.ts'
import { benchNumbers } from '#test/bench/numbers.ts'
import { benchReport } from '#test/bench/report.ts'
import { benchWideListing } from '#test/bench/wide-listing.ts'

/** `npm run bench`, or only some: `npm run bench -- report`. Ends with 1 when a bound is not kept. */
const { executable } = await ensureElectron()
const benches = {
  start: () => benchColdStart(executable),
  package: () => benchLargePackage(),
  import: () => benchImport(),
  report: () => benchReport(executable),
  listing: () => Promise.resolve(benchWideListing()),
  numbers: () => Promise.resolve(benchNumbers()),
  flash: () => benchFlash(),
  limits: () => Promise.resolve(benchLimits()),
}
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.keys(benches).includes(name))
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
const measures = []
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) measures.push(...(await bench()))
}
console.log(`\n${os.cpus().length} cores; a thread that never waits gets ${shareOfCore()} % of one\n`)
console.log(printTable(measures))
process.exitCode = measures.every(isWithin) ? 0 : 1

/** How much of a core a busy thread really gets: under 90 % others are at work, and milliseconds say little. */
function shareOfCore(): number {
  const before = process.cpuUsage()
  const started = performance.now()
  while (performance.now() - started < 1000);
  const { user, system } = process.cpuUsage(before)
  return Math.round((user + system) / 10_000)
}

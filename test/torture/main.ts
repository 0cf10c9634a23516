import { parseArgs } from 'node:util'
import { tortureTyping } from '#test/torture/typing.ts'

/** What can be tortured: each prints its seed and figures, and answers whether the app held. */
const tortures: Readonly<Record<string, (moments: number, seed: number) => Promise<boolean>>> = {
  typing: tortureTyping,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { moments: { type: 'string', default: '200' }, seed: { type: 'string' } },
})
const torture = tortures[positionals[0] ?? '']
const moments = Number(values.moments)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6))
if (!torture || positionals.length > 1 || !(moments > 0) || !Number.isSafeInteger(seed)) {
  console.error(`npm run torture -- ${Object.keys(tortures).join('|')} [--moments 200] [--seed N]`)
  process.exit(2)
}
process.exitCode = (await torture(moments, seed)) ? 0 : 1

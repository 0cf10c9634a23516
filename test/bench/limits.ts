import { simulateLimits, type LimitCounts } from '#test/domain/sampling/limits-simulation.ts'

const percent = (part: number, whole: number): string =>
  `${(whole === 0 ? 0 : (100 * part) / whole).toFixed(1)} %`

const row = ({ method, looks, missed, unwarned, unwarnedMissed }: LimitCounts): string =>
  [
    ...[method.padEnd(18), String(looks), percent(missed, looks), percent(unwarned, looks)],
    ...[percent(unwarnedMissed, unwarned), percent(missed - unwarnedMissed, missed)],
  ].join('\t')

/** The long simulation of upper limits: no speed, so nothing is measured; figures of docs/formulas.md. */
export function benchLimits(): [] {
  console.log('method\tsamples\tmissed\tnot warned\tmissed of these\tmisses that were warned')
  for (const counts of simulateLimits(5, [30, 60, 120])) console.log(row(counts))
  return []
}

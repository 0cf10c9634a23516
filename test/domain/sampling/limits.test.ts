import { describe, expect, it } from 'vitest'
import { simulateLimits, WORLDS } from '#test/domain/sampling/limits-simulation.ts'

/**
 * A quick pass over populations with unequal amounts; `npm run bench -- limits` makes the long one, whose figures stand in
 * docs/formulas.md. Stated for the upper limit: 95 %.
 */
describe('an upper limit without a warning, over populations with unequal amounts', () => {
  const worlds = WORLDS.filter(({ lines, wrong }) => lines === 200 && wrong >= 0.25)
  const counted = simulateLimits(12, [60], worlds)

  it.each(counted)('keeps its confidence: $method', ({ looks, unwarned, unwarnedMissed, missed }) => {
    // at most 5 % by chance, and what chance adds to it one time in a thousand
    const most = 0.05 * unwarned + 3.09 * Math.sqrt(0.05 * 0.95 * unwarned)
    expect(unwarnedMissed).toBeLessThanOrEqual(most)
    expect(unwarned).toBeGreaterThan(looks / 25)
    expect(missed).toBeGreaterThan(0)
  })
})

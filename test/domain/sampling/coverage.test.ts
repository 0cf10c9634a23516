import { describe, expect, it } from 'vitest'
import { drawnUnits } from '#domain/sampling/change-sample.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { evaluateSample } from '#domain/sampling/evaluate-sample.ts'
import type { Estimator, Evaluation } from '#domain/sampling/evaluation.ts'
import { chance, define, populationWith, valueOf } from '#test/domain/sampling/support.ts'

/** Populations drawn per case: what the issue asks for. */
const RUNS = 1000
const CONFIDENCE = 0.9
/** Lowest count that a coverage of 90 % gives by chance, at one case in a thousand. */
const LEAST = RUNS * CONFIDENCE - 3.09 * Math.sqrt(RUNS * CONFIDENCE * (1 - CONFIDENCE))

/** A synthetic population: lines, share of wrong ones, how wrong a wrong one is, how unequal the amounts are. */
interface World {
  readonly lines: number
  readonly wrong: number
  readonly tainting: (random: number) => number
  readonly spread: number
}
const half: World['tainting'] = (random) => 0.5 + random / 2
const few: World['tainting'] = (random) => Math.min(1, -0.1 * Math.log(1 - random))

interface Run {
  readonly evaluation: Evaluation
  readonly error: number
  readonly wrongLines: number
}

function simulate(at: number, world: World, given: Partial<SampleDefinition>, estimator: Estimator): Run {
  const random = chance(at * 7919 + world.lines)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const amounts = Array.from(
    { length: world.lines },
    () => Math.round(1e5 * Math.exp(world.spread * normal())) + 1,
  )
  const errors = amounts.map((amount) => {
    const isWrong = random() < world.wrong
    return isWrong ? Math.ceil(amount * world.tainting(random())) : 0
  })
  const population = populationWith(amounts, ['A', 'B', 'C'])
  const errorOf = new Map(population.lines.map(({ id }, place) => [id, errors[place] ?? 0]))
  const definition = define({ confidence: CONFIDENCE, seed: `world ${at}`, ...given })
  const { record } = valueOf(drawSample(population, definition, '2025-11-20'))
  const results = drawnUnits(record).map(({ id, amount }) => {
    const accepted = amount - (errorOf.get(id) ?? 0)
    return { id, accepted, found: accepted, cause: 'SYNTHETIC', nature: 'RANDOM' as const }
  })
  return {
    evaluation: valueOf(evaluateSample(record, { results, estimator })),
    error: errors.reduce((sum, one) => sum + one, 0),
    wrongLines: errors.filter((one) => one > 0).length,
  }
}

const runAll = (
  world: World,
  given: Partial<SampleDefinition>,
  estimator: Estimator = 'MEAN',
  runs = RUNS,
): Run[] => Array.from({ length: runs }, (_, at) => simulate(at, world, given, estimator))

const isCovered = ({ evaluation, error }: Run): boolean => (evaluation.upperLimit ?? NaN) >= error
const isWarned = ({ evaluation }: Run): boolean =>
  evaluation.warnings.some(({ code }) =>
    [
      'sampling.few-errors',
      'sampling.skewed-errors',
      'sampling.skewed-amounts',
      'sampling.small-sample',
    ].includes(code),
  )
const count = (runs: readonly Run[], is: (run: Run) => boolean): number => runs.filter(is).length

describe('the upper limit of the normal theory, over 1,000 populations', () => {
  const world: World = { lines: 400, wrong: 0.4, tainting: half, spread: 0.4 }
  const method: [string, Partial<SampleDefinition>, Estimator, Partial<World>][] = [
    ['mean-per-unit', { method: 'SIMPLE_RANDOM', size: 60 }, 'MEAN', {}],
    ['ratio', { method: 'SIMPLE_RANDOM', size: 60 }, 'RATIO', {}],
    ['difference', { method: 'DIFFERENCE', size: 60 }, 'MEAN', {}],
    ['stratified', { method: 'STRATIFIED', size: 60 }, 'MEAN', {}],
    ['standard MUS', { method: 'MUS_STANDARD', size: 60 }, 'MEAN', { spread: 0.8 }],
  ]

  it.each(method)('reaches its confidence inside its assumptions: %s', (_, given, estimator, more) => {
    const runs = runAll({ ...world, ...more }, given, estimator)
    expect(count(runs, isCovered)).toBeGreaterThanOrEqual(LEAST)
    expect(count(runs, isWarned)).toBeLessThan(RUNS / 10)
  })

  it.each(method)(
    'fails outside, and the warning stands beside every failure: %s',
    (_, given, estimator, more) => {
      const outside = { ...world, lines: 200, wrong: 0.03, tainting: few, ...more }
      const runs = runAll(outside, { ...given, size: 30 }, estimator)
      expect(count(runs, isCovered)).toBeLessThan(LEAST)
      expect(count(runs, (run) => !isCovered(run) && !isWarned(run))).toBe(0)
    },
  )
})

describe('what holds throughout, over 1,000 populations', () => {
  it.each([
    ['many errors', { lines: 200, wrong: 0.3, tainting: half, spread: 0.8 }],
    ['few errors', { lines: 200, wrong: 0.02, tainting: few, spread: 0.8 }],
    ['whole lines wrong', { lines: 100, wrong: 0.05, tainting: () => 1, spread: 0.8 }],
  ])('conservative MUS: %s', (_, world) => {
    const runs = runAll(world, { method: 'MUS_CONSERVATIVE', size: 20 })
    expect(count(runs, isCovered)).toBeGreaterThanOrEqual(LEAST)
  })

  it.each([0, 0.02, 0.1, 0.4, 1])('Clopper–Pearson and discovery: a share of %d wrong', (wrong) => {
    const world: World = { lines: 120, wrong, tainting: half, spread: 0.3 }
    const runs = runAll(world, { method: 'DISCOVERY', wrongLines: 6, size: 38 })
    const byRate = count(
      runs,
      ({ evaluation, wrongLines }) => (evaluation.lines.upperRate ?? NaN) >= wrongLines / 120,
    )
    const byLines = count(
      runs,
      ({ evaluation, wrongLines }) => (evaluation.lines.upperLines ?? NaN) >= wrongLines,
    )
    expect(byRate).toBeGreaterThanOrEqual(LEAST)
    expect(byLines).toBeGreaterThanOrEqual(LEAST)
  })

  it('discovery: six wrong lines of 120 hide from 38 at most one time in ten', () => {
    const hidden = Array.from({ length: RUNS }, (_, at) => {
      const { record } = valueOf(
        drawSample(
          populationWith(Array.from({ length: 120 }, () => 1)),
          define({ method: 'DISCOVERY', wrongLines: 6, seed: `hidden ${at}` }),
          '2025-11-20',
        ),
      )
      return drawnUnits(record).every(({ id }) => Number(id.slice(2)) > 6)
    }).filter(Boolean).length
    expect(hidden).toBeLessThanOrEqual(RUNS * 0.1 + 3.09 * Math.sqrt(RUNS * 0.1 * 0.9))
    expect(hidden).toBeGreaterThan(0)
  })
})

import { drawnUnits } from '#domain/sampling/change-sample.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { evaluateSample } from '#domain/sampling/evaluate-sample.ts'
import { freezePopulation, type Population, type PopulationLine } from '#domain/sampling/population.ts'
import type { Result } from '#domain/result.ts'
import { settleUnitCosts, type UnitRow } from '#domain/settlement/unit-costs.ts'
import { limited, median, type Measure } from '#test/bench/measure.ts'

const LINES = 200_000
const UNITS = 50_000
const ROUNDS = 7

const DEFINITION: SampleDefinition = {
  ...{ method: 'SIMPLE_RANDOM', seed: 'bench', confidence: 0.9, materiality: 0.02, expectedRate: 0.004 },
  ...{ size: 300 },
}
const METHODS: readonly [string, Partial<SampleDefinition>][] = [
  ['simple random', {}],
  ['stratified', { method: 'STRATIFIED' }],
  ['monetary unit', { method: 'MUS_STANDARD' }],
]

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** In no order, so that freezing has to sort. */
const listing = (): PopulationLine[] =>
  Array.from({ length: LINES }, (_, at) => {
    const no = (at * 7919) % LINES
    return {
      id: `A-${String(no).padStart(6, '0')}`,
      amount: 5000 + ((no * 31) % 90_000),
      stratum: `S${no % 5}`,
    }
  })

/** Draw, and evaluate with one line in ten wrong: what the worker of the window does with a frozen population. */
function drawAndEvaluate(population: Population, given: Partial<SampleDefinition>): void {
  const { record } = must(drawSample(population, { ...DEFINITION, ...given }, '2025-11-20'))
  const results = drawnUnits(record).map(({ id, amount }, at) => {
    const accepted = at % 10 === 0 ? 0 : amount
    return { id, accepted, found: accepted, cause: 'NO_PROOF', nature: 'RANDOM' as const }
  })
  must(evaluateSample(record, { results }, population))
}

function settle(rows: readonly UnitRow[]): void {
  const unitCosts = [1, 2, 3].map((phase) => ({
    ...{ code: `P${phase}`, validFrom: '2025-01-01', amount: 115_000 },
  }))
  must(
    settleUnitCosts({
      ...{ mode: 'UNIT_COST', rows: [...rows], unitCosts, frame: { ceiling: 9e9, advances: [] } },
    }),
  )
}

function time(job: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    job()
    return performance.now() - started
  })
  return median(times)
}

/** Freezing 200,000 lines, draw and evaluation over them, and a settlement of 50,000 units. */
export function benchNumbers(): Measure[] {
  const lines = listing()
  const population = must(freezePopulation(lines))
  const units = Array.from({ length: UNITS }, (_, at) => ({
    ...{
      row: `U-${String(at).padStart(5, '0')}`,
      code: `P${1 + (at % 3)}`,
      date: '2025-05-05',
      units: 1 + (at % 4),
    },
    valid: at % 9 === 0 ? 0 : 1,
  }))
  return [
    limited(
      'freeze 200,000 lines in no order',
      time(() => must(freezePopulation(lines))),
      500,
    ),
    ...METHODS.map(([name, given]) =>
      limited(
        `draw and evaluate 200,000 lines, ${name}`,
        time(() => drawAndEvaluate(population, given)),
        500,
      ),
    ),
    limited(
      'settle 50,000 units',
      time(() => settle(units)),
      300,
    ),
  ]
}

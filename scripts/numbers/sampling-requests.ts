import { Type } from 'typebox'
import { allocate } from '#domain/sampling/allocate.ts'
import { applyProjection, NOTICE_KINDS } from '#domain/sampling/apply-projection.ts'
import { extendSample } from '#domain/sampling/change-sample.ts'
import { hasStrata, SampleDefinition } from '#domain/sampling/definition.ts'
import { drawHash, drawOrder } from '#domain/sampling/draw-order.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { evaluateSample } from '#domain/sampling/evaluate-sample.ts'
import { Estimator, LineResult, SystemicError } from '#domain/sampling/evaluation.ts'
import { freezePopulation, type Population } from '#domain/sampling/population.ts'
import { redrawSample } from '#domain/sampling/redraw-sample.ts'
import { requiredSize } from '#domain/sampling/required-size.ts'
import { SampleRecord } from '#domain/sampling/sample-record.ts'
import { upperLimits } from '#domain/sampling/upper-limits.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { estimateKind } from '#scripts/numbers/estimate-request.ts'
import { opinionKind } from '#scripts/numbers/opinion-request.ts'
import { requestKind } from '#scripts/numbers/request-kind.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Count = Type.Integer({ minimum: 1 })
const Line = Type.Object({
  id: Type.String(),
  amount: Type.Number(),
  stratum: Type.Optional(Type.String()),
})

const definition: SampleDefinition = {
  ...{ method: 'DISCOVERY', seed: 'ACT-2025-0042|INSP-2025-0107', confidence: 0.9 },
  ...{ materiality: 0.02, expectedRate: 0, wrongLines: 2 },
}
const lines = [101, 102, 103, 104, 105].map((no) => ({ id: `CE-${no}`, amount: 115_000 }))
const record = exampleRecord()

function exampleRecord(): SampleRecord {
  const frozen = freezePopulation(lines)
  const drawn = frozen.ok ? drawSample(frozen.value, definition, '2025-11-20') : frozen
  if (!drawn.ok) throw new Error(drawn.error.code)
  return drawn.value.record
}

/** A frozen population, or only its totals where a size needs no more. */
function populationOf(given: {
  lines?: { id: string; amount: number; stratum?: string }[]
  count?: number
  amount?: number
  definition: Pick<SampleDefinition, 'method' | 'byStratum'>
}): Result<Population> {
  if (given.lines) return freezePopulation(given.lines)
  const { count, amount, definition: asked } = given
  if (count === undefined || amount === undefined || hasStrata(asked))
    return err('numbers.parameter-missing', { parameter: 'lines' })
  return ok({ lines: [], count, amount, hash: '' })
}

/** Requests about samples. */
export const SAMPLING_REQUESTS = {
  draw: requestKind(
    'Freezes a population and draws a sample: the record can be redrawn by anyone.',
    {
      lines: Type.Array(Line),
      definition: SampleDefinition,
      on: Day,
      convention: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    },
    { lines, definition, on: '2025-11-20' },
    ({ lines: given, definition: defined, on, convention }) => {
      const population = freezePopulation(given)
      return population.ok ? drawSample(population.value, defined, on, convention ?? null) : population
    },
  ),
  order: requestKind(
    'The order of a draw: ids by SHA-256(`seed|id`), with their hashes.',
    { seed: Type.String({ minLength: 1 }), ids: Type.Array(Type.String()) },
    { seed: 'ACT-2025-0042|INSP-2025-0107', ids: ['CE-0001', 'CE-0004', 'CE-0010'] },
    ({ seed, ids }) =>
      ok(drawOrder(seed, ids).map((at) => ({ id: ids[at], hash: drawHash(seed, ids[at] ?? '') }))),
  ),
  size: requestKind(
    'How many lines a definition needs, from the lines or from their number and amount.',
    {
      lines: Type.Optional(Type.Array(Line)),
      count: Type.Optional(Count),
      amount: Type.Optional(Type.Number({ minimum: 0 })),
      definition: Type.Omit(SampleDefinition, ['seed']),
    },
    {
      ...{ count: 3852, amount: 46_501_186 },
      definition: {
        ...{ method: 'SIMPLE_RANDOM', confidence: 0.8, materiality: 0.02, expectedRate: 0.0124, sigma: 518 },
      },
    },
    (given) => {
      const population = populationOf(given)
      return population.ok
        ? requiredSize(population.value, { ...given.definition, seed: 'size' })
        : population
    },
  ),
  allocate: requestKind(
    'Shares lines among strata by largest remainder, at least three each: in proportion to their lines, or to the product of `weight` (an amount; lines and deviation).',
    {
      size: Count,
      strata: Type.Array(
        Type.Object({
          ...{ code: Type.String(), lines: Count },
          weight: Type.Optional(Type.Array(Type.Number({ minimum: 0 }), { minItems: 1 })),
        }),
        { minItems: 1 },
      ),
    },
    {
      size: 20,
      strata: [
        { code: 'A', lines: 500 },
        { code: 'B', lines: 5 },
      ],
    },
    ({ size, strata }) => {
      const parts = allocate(size, strata)
      return parts.ok ? ok(Object.fromEntries(parts.value)) : parts
    },
  ),
  extend: requestKind(
    'Extends a recorded sample: every line stays in.',
    { record: SampleRecord, target: Type.Number(), reason: Type.String(), on: Day },
    { record, target: 5, reason: 'Une erreur.', on: '2025-12-01' },
    ({ record: given, target, reason, on }) => extendSample(given, target, { reason, on }),
  ),
  redraw: requestKind(
    'Draws a recorded sample again and compares.',
    { record: SampleRecord },
    { record },
    ({ record: given }) => redrawSample(given),
  ),
  evaluate: requestKind(
    'Evaluates a recorded sample from the results of its lines.',
    {
      record: SampleRecord,
      results: Type.Array(LineResult),
      systemic: Type.Optional(Type.Array(SystemicError)),
      estimator: Type.Optional(Estimator),
      convention: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    },
    {
      record,
      results: record.units.map(({ id }) => ({
        ...{ id, found: 115_000, accepted: 115_000 },
      })),
    },
    ({ record: given, ...input }) => evaluateSample(given, input),
  ),
  opinion: opinionKind,
  estimate: estimateKind,
  limit: requestKind(
    'Upper limit for wrong lines: Clopper–Pearson, and exact for a finite population of `lines`; over all `looks` (earlier ones, cumulated) where the sample was extended after an error.',
    {
      wrong: Type.Integer({ minimum: 0 }),
      size: Count,
      confidence: Type.Number({ minimum: 0.5, maximum: 0.999 }),
      lines: Type.Optional(Count),
      looks: Type.Optional(
        Type.Array(Type.Object({ size: Count, wrong: Type.Integer({ minimum: 0 }) }), { minItems: 1 }),
      ),
      wrongLines: Type.Optional(Count),
    },
    { wrong: 2, size: 25, confidence: 0.9, lines: 120 },
    upperLimits,
  ),
  'apply-projection': requestKind(
    'Makes a projection count, where the clause and the notices exist.',
    {
      evaluation: Type.Object({ totalError: Type.Integer(), confirmed: Type.Integer() }),
      clauses: Type.Array(Type.Object({ validFrom: Day, extrapolation: Type.Boolean() })),
      notices: Type.Array(Type.Object({ kind: Type.Enum([...NOTICE_KINDS]), sentOn: Day })),
      drawnOn: Day,
      on: Day,
    },
    {
      evaluation: { totalError: 100_000, confirmed: 10_000 },
      clauses: [{ validFrom: '2025-01-01', extrapolation: false }],
      notices: [],
      ...{ drawnOn: '2025-11-20', on: '2026-01-10' },
    },
    ({ evaluation, ...ground }) => applyProjection(evaluation, ground),
  ),
}

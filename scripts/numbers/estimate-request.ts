import { Type } from 'typebox'
import { err, ok, type Result } from '#domain/result.ts'
import { twoSidedZ } from '#domain/sampling/normal.ts'
import * as project from '#domain/sampling/projections.ts'
import { requestKind } from '#scripts/numbers/request-kind.ts'

const Amount = Type.Number({ minimum: 0 })

interface Sums {
  readonly method: 'MEAN' | 'RATIO' | 'MUS_STANDARD'
  readonly lines?: number
  readonly size: number
  readonly errors: number
  readonly deviation: number
  readonly amount?: number
  readonly sampleAmount?: number
}

const missing = (parameter: string): Result<never> => err('numbers.parameter-missing', { parameter })

function estimateOf(given: Sums, z: number): Result<project.Estimate> {
  const { method, lines, size, errors, deviation, amount, sampleAmount } = given
  if (method !== 'MEAN' && amount === undefined) return missing('amount')
  if (method === 'MUS_STANDARD')
    return ok({
      error: ((amount ?? 0) / size) * errors,
      precision: project.musPrecision(amount ?? 0, size, z, deviation),
    })
  if (lines === undefined) return missing('lines')
  if (size > lines) return err('sampling.size-above-population', { size, lines })
  const precision = project.linePrecision(lines, size, z, deviation)
  if (method === 'MEAN') return ok({ error: project.meanError(lines, size, errors), precision })
  if (sampleAmount === undefined || sampleAmount === 0) return missing('sampleAmount')
  return ok({ error: project.ratioError(amount ?? 0, errors, sampleAmount), precision })
}

/** Projects from the sums of a sample, without its lines: for work that was done on paper. */
export const estimateKind = requestKind(
  'Projection and precision from sums: MEAN, RATIO, or MUS_STANDARD (where `errors` is the sum of taintings and `deviation` that of the error rates).',
  {
    method: Type.Enum(['MEAN', 'RATIO', 'MUS_STANDARD']),
    /** N. */
    lines: Type.Optional(Type.Integer({ minimum: 1 })),
    /** n. */
    size: Type.Integer({ minimum: 1 }),
    errors: Type.Number(),
    deviation: Amount,
    /** BV', or BV_s for MUS. */
    amount: Type.Optional(Amount),
    sampleAmount: Type.Optional(Amount),
    /** Errors of the lines that are all checked. */
    exhaustiveErrors: Type.Optional(Amount),
    tolerable: Amount,
    confidence: Type.Number({ minimum: 0.5, maximum: 0.999 }),
    z: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
  },
  {
    ...{ method: 'RATIO', lines: 3852, size: 53, errors: 7797, deviation: 755, amount: 46_501_186 },
    ...{ sampleAmount: 661_580, tolerable: 930_023.72, confidence: 0.8, z: 1.282 },
  },
  (given) => {
    const estimate = estimateOf(given, given.z ?? twoSidedZ(given.confidence))
    if (!estimate.ok) return estimate
    const error = estimate.value.error + (given.exhaustiveErrors ?? 0)
    const precision = estimate.value.precision ?? 0
    const upperLimit = error + precision
    const { tolerable } = given
    const conclusion =
      error > tolerable ? 'MATERIAL' : upperLimit < tolerable ? 'NOT_MATERIAL' : 'INCONCLUSIVE'
    return ok({ error, precision, upperLimit, conclusion })
  },
)

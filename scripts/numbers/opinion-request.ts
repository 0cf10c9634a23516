import { Type } from 'typebox'
import { ok } from '#domain/result.ts'
import { SamplingMethod } from '#domain/sampling/definition.ts'
import { Conclusion, ConclusionBasis } from '#domain/sampling/evaluation.ts'
import { combineParts } from '#domain/sampling/opinion.ts'
import { requestKind } from '#scripts/numbers/request-kind.ts'

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** What of an evaluation an opinion is formed by. */
const Part = Type.Object({
  method: SamplingMethod,
  ...{ declared: Type.Integer(), totalError: Type.Integer(), confirmed: Type.Integer() },
  precision: orNull(Type.Integer()),
  ...{ materiality: Type.Number(), confidence: Type.Number() },
  upperConfidence: orNull(Type.Number()),
  ...{ conclusion: Conclusion, basis: ConclusionBasis },
})

/** Judges several samples together, from their evaluations. */
export const opinionKind = requestKind(
  'One opinion over several samples whose populations have no line in common: fields of their evaluations.',
  { parts: Type.Array(Part, { minItems: 1 }) },
  {
    parts: [
      {
        ...{ method: 'SIMPLE_RANDOM', declared: 40_000_000, totalError: 300_000, confirmed: 41_000 },
        ...{ precision: 210_000, materiality: 0.02, confidence: 0.9, upperConfidence: 0.95 },
        ...{ conclusion: 'NOT_MATERIAL', basis: 'LIMIT' },
      },
      {
        ...{ method: 'STRATIFIED', declared: 25_000_000, totalError: 450_000, confirmed: 62_000 },
        ...{ precision: 280_000, materiality: 0.02, confidence: 0.9, upperConfidence: 0.95 },
        ...{ conclusion: 'INCONCLUSIVE', basis: 'LIMIT' },
      },
    ],
  },
  ({ parts }) => ok(combineParts(parts)),
)

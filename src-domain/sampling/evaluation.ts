import { Type, type Static } from 'typebox'
import type { AppError } from '#domain/result.ts'
import type { SamplingMethod } from '#domain/sampling/definition.ts'

const Cents = Type.Integer({ minimum: 0 })

/** Random errors are projected, systemic ones are delimited and added, anomalous ones need a written justification. */
export const ErrorNature = Type.Enum(['RANDOM', 'SYSTEMIC', 'ANOMALOUS'])
export type ErrorNature = Static<typeof ErrorNature>

/** What was found on one checked line. */
export const LineResult = Type.Object({
  id: Type.String(),
  /** What the documents show, in cents; it may be more than was declared. */
  found: Cents,
  /** What is accepted, in cents: from zero to the declared amount. */
  accepted: Cents,
  /** A wrong line without an amount in it (a participant without the right proof). */
  wrong: Type.Optional(Type.Boolean()),
  cause: Type.Optional(Type.String()),
  nature: Type.Optional(ErrorNature),
  /** Why an anomalous error can’t recur. */
  justification: Type.Optional(Type.String()),
  /** An anomalous error that the partner has corrected is not added. */
  corrected: Type.Optional(Type.Boolean()),
})
export type LineResult = Static<typeof LineResult>

/** An error whose extent is known: the lines it touches, checked or not, and its amount in cents. */
export const SystemicError = Type.Object({
  code: Type.String({ minLength: 1 }),
  description: Type.String(),
  ids: Type.Array(Type.String()),
  amount: Cents,
})
export type SystemicError = Static<typeof SystemicError>

/** How the errors of a simple random sample are projected. */
export const Estimator = Type.Enum(['MEAN', 'RATIO'])
export type Estimator = Static<typeof Estimator>

export const Conclusion = Type.Enum(['MATERIAL', 'NOT_MATERIAL', 'INCONCLUSIVE'])
export type Conclusion = Static<typeof Conclusion>

/** What a conclusion rests on: wrong lines, the upper limit of amounts, or the total error alone. */
export const ConclusionBasis = Type.Enum(['LINES', 'LIMIT', 'TOTAL'])
export type ConclusionBasis = Static<typeof ConclusionBasis>

/** An estimate in whole cents. */
export interface RoundedEstimate {
  readonly error: number
  readonly precision: number | null
}

/** How many lines are wrong, and how many may be at most; null where lines were not drawn with equal chance. */
export interface LineRates {
  readonly checked: number
  readonly wrong: number
  /** Wrong lines known beside the drawn ones: picked for their risk, or delimited. */
  readonly apart: number
  /** N·k/n and the known ones: wrong lines the population would have. */
  readonly projected: number | null
  /** Clopper–Pearson, one-sided at the confidence of the definition; after more than one look that of `upperLines`. */
  readonly upperRate: number | null
  /** The same for the finite population, exact: a number of lines. */
  readonly upperLines: number | null
}

/** What a sample says about its population. Amounts in whole cents, rates from 0 to 1. */
export interface Evaluation {
  readonly method: SamplingMethod
  readonly estimator: Estimator | null
  readonly declared: number
  readonly projected: number
  readonly precision: number | null
  readonly systemic: number
  readonly anomalous: number
  /** Errors actually seen, those of picked lines and delimited errors included. */
  readonly confirmed: number
  readonly totalError: number
  readonly totalErrorRate: number
  readonly upperLimit: number | null
  readonly upperLimitRate: number | null
  readonly tolerable: number
  readonly materiality: number
  readonly conclusion: Conclusion
  readonly basis: ConclusionBasis
  readonly confidence: number
  /** What the confidence is worth for the upper limit alone. */
  readonly upperConfidence: number | null
  /** How often the sample was looked at, an extension after an error being another look. */
  readonly looks: number
  readonly lines: LineRates
  /** Both estimates of a simple random or stratified sample, to choose from. */
  readonly byMean: RoundedEstimate | null
  readonly byRatio: RoundedEstimate | null
  readonly advice: Estimator | null
  readonly warnings: readonly AppError[]
}

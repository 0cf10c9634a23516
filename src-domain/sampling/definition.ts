import { Type, type Static } from 'typebox'

/** Ways to choose the lines that are checked (`docs/formulas.md`). */
export const SAMPLING_METHODS = [
  'EXHAUSTIVE',
  'SIMPLE_RANDOM',
  'STRATIFIED',
  'DIFFERENCE',
  'MUS_STANDARD',
  'MUS_CONSERVATIVE',
  'DISCOVERY',
  'VALUE_SHARE',
  'NON_STATISTICAL',
] as const
export const SamplingMethod = Type.Enum([...SAMPLING_METHODS])
export type SamplingMethod = Static<typeof SamplingMethod>

const Rate = Type.Number({ minimum: 0, maximum: 1 })
const Confidence = Type.Number({ minimum: 0.5, maximum: 0.999 })

/** How a stratified sample is shared out: by lines, or by lines times deviation (Neyman 1934; Cochran, 5.9). */
export const Allocation = Type.Enum(['PROPORTIONAL', 'NEYMAN'])
export type Allocation = Static<typeof Allocation>

/** Everything that decides a draw, beside the population: recorded, and enough to draw again. */
export const SampleDefinition = Type.Object({
  method: SamplingMethod,
  seed: Type.String({ minLength: 1, maxLength: 400 }),
  /** Two-sided for the normal-theory methods, one-sided for discovery, Clopper–Pearson and conservative MUS. */
  confidence: Confidence,
  /** Highest tolerable error as a rate of the amount: that of the convention on the day of the draw. */
  materiality: Rate,
  /** Error expected, as a rate of the amount. */
  expectedRate: Rate,
  /** A printed z instead of the exact quantile, to recompute older work. */
  z: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
  /** Expected standard deviation of the error per line, in cents. */
  sigma: Type.Optional(Type.Number({ minimum: 0 })),
  /** The same per stratum, by its code. */
  sigmas: Type.Optional(Type.Record(Type.String(), Type.Number({ minimum: 0 }))),
  /** Expected standard deviation of the error rates (MUS). */
  rateDeviation: Type.Optional(Type.Number({ minimum: 0 })),
  /** The same per stratum, by its code. */
  rateDeviations: Type.Optional(Type.Record(Type.String(), Type.Number({ minimum: 0 }))),
  /** Standard MUS stratum by stratum: each has its own interval. */
  byStratum: Type.Optional(Type.Boolean()),
  /** PROPORTIONAL where it is absent. */
  allocation: Type.Optional(Allocation),
  /** A non-statistical sample: lines with equal chance (where it is absent), or in proportion to their amount. */
  selection: Type.Optional(Type.Enum(['EQUAL', 'PPS'])),
  /** EF of conservative MUS instead of the one of the guidance. */
  expansionFactor: Type.Optional(Type.Number({ minimum: 1 })),
  /** Discovery: the number of wrong lines that must not pass unseen. */
  wrongLines: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Share of lines expected to be in error, when it is known: few of them break the normal theory. */
  expectedLineRate: Type.Optional(Rate),
  /** Lines of at least this amount (cents) are all checked. */
  highValueFrom: Type.Optional(Type.Integer({ minimum: 1 })),
  /** n' = n/(1 + n/N); from version 2 of the rules on the precision is narrowed as well. */
  finiteCorrection: Type.Optional(Type.Boolean()),
  /** The number of lines the inspector wants instead of the computed one; EXHAUSTIVE and VALUE_SHARE do not use it. */
  size: Type.Optional(Type.Integer()),
  /** Lowest share and number of lines, for instance those of a partner visit. */
  minimum: Type.Optional(Type.Object({ share: Rate, lines: Type.Integer({ minimum: 0 }) })),
})
export type SampleDefinition = Static<typeof SampleDefinition>

/**
 * The version of the rules: a record names it and keeps it, a changed rule gets a new one. 2: shares are compared as the
 * decimals they are written as (1: as binary numbers), and the finite correction narrows the precision too.
 */
export const DRAW_VERSION = 2

/** At least a tenth of the lines, and ten, on every partner visit (`docs/formulas.md`). */
export const VISIT_MINIMUM = { share: 0.1, lines: 10 } as const

/** Shares of the amount that a value-share sample grows through (`docs/formulas.md`). */
export const VALUE_SHARES = [0.25, 0.4, 0.55, 0.7, 0.85, 1] as const

/** Below this number of units a non-statistical sample may be taken (CPR art. 79(2), `docs/formulas.md`). */
export const NON_STATISTICAL_BELOW = 300

/** Methods whose precision rests on the normal distribution. */
export const isNormalTheory = (method: SamplingMethod): boolean =>
  method === 'SIMPLE_RANDOM' ||
  method === 'STRATIFIED' ||
  method === 'DIFFERENCE' ||
  method === 'MUS_STANDARD'

/** Whether lines are hit in proportion to their amount. */
export const isMus = ({ method, selection }: Pick<SampleDefinition, 'method' | 'selection'>): boolean =>
  method === 'MUS_STANDARD' ||
  method === 'MUS_CONSERVATIVE' ||
  (method === 'NON_STATISTICAL' && selection === 'PPS')

/** Whether the population is drawn from and estimated stratum by stratum. */
export const hasStrata = ({ method, byStratum }: Pick<SampleDefinition, 'method' | 'byStratum'>): boolean =>
  method === 'STRATIFIED' || (method === 'MUS_STANDARD' && byStratum === true)

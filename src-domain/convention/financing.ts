import { Type, type Static } from 'typebox'
import { BilingualText, Code, IsoDate, orNull, Share, Text } from '#domain/convention/basics.ts'
import { Cents } from '#domain/money.ts'

export const FinancingMode = Type.Enum(['SALARY_LUMP_SUM', 'UNIT_COST', 'ACTUAL_COSTS'])
export type FinancingMode = Static<typeof FinancingMode>

/** A dated amount: it holds from `validFrom` until a later one of the same code. */
export const DatedAmount = Type.Object({
  code: Code,
  label: BilingualText,
  validFrom: IsoDate,
  amount: Cents,
})
export type DatedAmount = Static<typeof DatedAmount>

/** The flat rates of Regulation (EU) 2021/1060, by the article that allows them (`union-rates.ts` has the most of each). */
export const FlatRateKind = Type.Enum(['ART_54_A', 'ART_54_B', 'ART_54_C', 'ART_55_1', 'ART_56_1'])
export type FlatRateKind = Static<typeof FlatRateKind>

/** A flat rate on a base of costs; it holds from `validFrom` until a later one of the same kind. */
export const FlatRate = Type.Object({ kind: FlatRateKind, validFrom: IsoDate, rate: Share })
export type FlatRate = Static<typeof FlatRate>

export const Instalment = Type.Object({
  no: Type.Integer({ minimum: 1 }),
  percentage: Type.Number({ minimum: 0, maximum: 100 }),
  dueEvent: Text,
  amount: Cents,
  paidDate: orNull(IsoDate),
})

/** The frame of the grant from a day on. */
export const DatedTerms = Type.Object({
  validFrom: IsoDate,
  /** Highest grant of one year. */
  annualCeiling: Cents,
  agreedFte: Type.Number({ minimum: 0, maximum: 200 }),
  /** Part paid by the FSE+. */
  euRate: orNull(Share),
})

/** The financing agreed; whatever may change during the convention is a dated list (`parameters.ts` reads them). */
export const FinancingTerms = Type.Object({
  mode: FinancingMode,
  terms: Type.Array(DatedTerms, { minItems: 1 }),
  /** Per FTE: the code is a role. */
  lumpSums: Type.Array(DatedAmount),
  /** Per unit: the code is a phase. */
  unitCosts: Type.Array(DatedAmount),
  flatRates: Type.Array(FlatRate),
  euCofinanced: Type.Boolean(),
  operationCode: orNull(Code),
  instalments: Type.Array(Instalment),
})
export type FinancingTerms = Static<typeof FinancingTerms>

/** What the checks and the settlement need of the convention, from a day on; printed in the report where used. */
export const ConventionParameters = Type.Object({
  validFrom: IsoDate,
  groupMin: Type.Integer({ minimum: 0 }),
  groupMax: Type.Integer({ minimum: 1 }),
  hoursTolerance: Type.Number({ minimum: 0 }),
  signatureToleranceDays: Type.Integer({ minimum: 0 }),
  exitProofWindowDays: Type.Integer({ minimum: 0 }),
  minAge: orNull(Type.Integer()),
  /** Highest age reached at entry, inclusive: 29 for "under 30". */
  maxAge: orNull(Type.Integer()),
  requiredQualification: orNull(Code),
  /** Part of the hours that must be attended for a unit to count. */
  minAttendance: Share,
  /** Days of unpaid absence a year that do not lower a wage lump sum. */
  absenceToleranceDays: Type.Integer({ minimum: 0 }),
  /** An error above this part of the amount is material; 0.02 is the most the Union allows. */
  materiality: Type.Number({ minimum: 0, maximum: 0.02 }),
  /** Part of the target below which the grant is reduced; null when the convention has no such clause. */
  performanceThreshold: orNull(Share),
  /** Whether the convention lets an error found in a sample be projected on the whole. */
  extrapolation: Type.Boolean(),
})
export type ConventionParameters = Static<typeof ConventionParameters>

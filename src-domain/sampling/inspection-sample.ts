import { Type, type Static } from 'typebox'
import { orNull } from '#domain/convention/basics.ts'
import { IsoDate } from '#domain/convention/convention.ts'
import { derivedId } from '#domain/derived-id.ts'
import { Sha256, Uuid } from '#domain/ids.ts'
import { ListingName } from '#domain/listing/listing.ts'
import { Cents } from '#domain/money.ts'
import { SampleDefinition } from '#domain/sampling/definition.ts'
import { ErrorNature, Estimator, SystemicError } from '#domain/sampling/evaluation.ts'
import { SampleStep, SampleUnit } from '#domain/sampling/sample-record.ts'

/**
 * How a row of a listing becomes a declared amount: a column in euros; the unit cost of the row's phase on its entry
 * date; or a number (of a column, else one a row) times an amount per unit.
 */
export const AmountRule = Type.Union([
  Type.Object({ kind: Type.Literal('COLUMN'), column: Type.String() }),
  Type.Object({ kind: Type.Literal('SCALE') }),
  Type.Object({ kind: Type.Literal('UNIT'), column: orNull(Type.String()), cents: Cents }),
])
export type AmountRule = Static<typeof AmountRule>

/** Keeps the rows whose cell is one of the values, as the listing shows them. */
export const PopulationFilter = Type.Object({
  column: Type.String(),
  values: Type.Array(Type.String(), { minItems: 1, maxItems: 200 }),
})
export type PopulationFilter = Static<typeof PopulationFilter>

/** Rows that cannot be drawn by amount: without one, with zero, or negative (credit notes). */
export const APART_KINDS = ['MISSING', 'ZERO', 'NEGATIVE'] as const
export const ApartKind = Type.Enum([...APART_KINDS])
export type ApartKind = Static<typeof ApartKind>

/** Where a population comes from: the rows of one version of a listing, which it stays on. */
export const PopulationSource = Type.Object({
  listing: ListingName,
  /** The version of the package, as `versionIdOf` names it. */
  versionId: Type.String({ minLength: 1, maxLength: 80 }),
  /** SHA-256 of the listing's file. */
  sha256: Sha256,
  filters: Type.Array(PopulationFilter, { maxItems: 20 }),
  amount: AmountRule,
  /** Column that makes the strata; null for none. */
  stratum: orNull(Type.String()),
  /** Rows left out on purpose: checked apart, and said wherever the sample is. */
  leftOut: Type.Optional(Type.Array(ApartKind, { maxItems: APART_KINDS.length })),
})
export type PopulationSource = Static<typeof PopulationSource>

/** Lines that one sample may have in an inspection: each is checked by hand. */
export const MOST_SAMPLED = 5000

/**
 * A sample of an inspection; the record of kind `sample`. Its population is not kept here but found again in the pinned
 * listing: `population.hash` proves that it is the same. With its lines it is a `SampleRecord`.
 */
export const InspectionSample = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  /** Its order in the inspection, shown as `E-01`. */
  number: Type.Integer({ minimum: 1 }),
  title: Type.String({ maxLength: 200 }),
  source: PopulationSource,
  population: Type.Object({ count: Type.Integer(), amount: Type.Integer(), hash: Sha256 }),
  version: Type.Integer(),
  definition: SampleDefinition,
  convention: orNull(Sha256),
  steps: Type.Array(SampleStep, { minItems: 1 }),
  units: Type.Array(SampleUnit, { maxItems: MOST_SAMPLED }),
  systemic: Type.Array(SystemicError, { maxItems: 200 }),
  estimator: orNull(Estimator),
  /** What the partner was told, and when (`apply-projection.ts`). */
  notices: Type.Array(Type.Object({ kind: Type.Enum(['METHOD', 'RESULT']), sentOn: IsoDate }), {
    maxItems: 20,
  }),
  /** The day the projection was applied; null while it is an indication. */
  appliedOn: orNull(IsoDate),
  /** The sample it was drawn in place of, and why: a sample is never redrawn silently. */
  replaces: Type.Optional(Type.Object({ id: Uuid, reason: Type.String({ minLength: 1, maxLength: 2000 }) })),
})
export type InspectionSample = Static<typeof InspectionSample>

/**
 * What was found on one line of a sample; the record of kind `line-check`. Checked once `accepted` is set. Its id is
 * made by `lineCheckId`, so that two laptops write the same record.
 */
export const LineCheck = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  sampleId: Uuid,
  lineId: Type.String({ minLength: 1 }),
  found: orNull(Cents),
  accepted: orNull(Cents),
  wrong: Type.Boolean(),
  cause: Type.String({ maxLength: 500 }),
  nature: orNull(ErrorNature),
  justification: Type.String({ maxLength: 4000 }),
  corrected: Type.Boolean(),
  note: Type.String({ maxLength: 4000 }),
  /** The finding that tells this error. */
  findingId: orNull(Uuid),
})
export type LineCheck = Static<typeof LineCheck>

/** The id of what was found on one line of a sample. */
export const lineCheckId = (sampleId: string, lineId: string): string => derivedId(`${sampleId}/${lineId}`)

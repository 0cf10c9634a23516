import { Type, type Static } from 'typebox'
import { Sha256 } from '#domain/ids.ts'
import { SampleDefinition } from '#domain/sampling/definition.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ minLength: 1 })
const because = { reason: Type.String({ minLength: 1, maxLength: 2000 }), on: Day }

/** What was done to a sample, in order; nothing is ever taken back. */
export const SampleStep = Type.Union([
  Type.Object({ kind: Type.Literal('DRAW'), target: Type.Number(), on: Day }),
  Type.Object({ kind: Type.Literal('EXTEND'), target: Type.Number(), ...because }),
  Type.Object({ kind: Type.Literal('REPLACE'), id: Id, by: Type.Array(Id), ...because }),
  Type.Object({ kind: Type.Literal('UNAVAILABLE'), id: Id, ...because }),
  Type.Object({ kind: Type.Literal('PICK'), id: Id, ...because }),
  Type.Object({ kind: Type.Literal('CONFIRM'), convention: Sha256, ...because }),
])
export type SampleStep = Static<typeof SampleStep>

/**
 * Where a line stands: EXHAUSTIVE lines are all checked and stand for themselves, SAMPLED ones stand for others,
 * PICKED ones were chosen for their risk and stay outside the projection, REPLACED ones are kept for the record.
 */
export const SamplePart = Type.Enum(['EXHAUSTIVE', 'SAMPLED', 'PICKED', 'REPLACED'])
export type SamplePart = Static<typeof SamplePart>

export const SampleUnit = Type.Object({
  id: Id,
  amount: Type.Integer(),
  stratum: Type.String(),
  part: SamplePart,
  /** Chosen for its risk, whether or not chance drew it too. */
  picked: Type.Boolean(),
  /** The partner could not show it: it stays in the sample. */
  unavailable: Type.Boolean(),
})
export type SampleUnit = Static<typeof SampleUnit>

/** A population as a record carries it: enough to draw again without any other file. */
export const PopulationRecord = Type.Object({
  count: Type.Integer(),
  amount: Type.Integer(),
  hash: Sha256,
  /** Id, declared cents, stratum. */
  lines: Type.Array(Type.Tuple([Type.String(), Type.Integer(), Type.String()])),
})

/** A drawn sample and how it came about. */
export const SampleRecord = Type.Object({
  format: Type.Literal('constat-sample'),
  version: Type.Integer(),
  population: PopulationRecord,
  definition: SampleDefinition,
  /** SHA-256 of the convention at the draw; null where none was loaded. */
  convention: Type.Union([Sha256, Type.Null()]),
  steps: Type.Array(SampleStep, { minItems: 1 }),
  units: Type.Array(SampleUnit),
})
export type SampleRecord = Static<typeof SampleRecord>

import { Type, type Static } from 'typebox'
import { orNull } from '#domain/convention/basics.ts'
import { IsoDate } from '#domain/convention/convention.ts'
import { derivedId } from '#domain/derived-id.ts'
import { Uuid } from '#domain/ids.ts'
import { Cents } from '#domain/money.ts'
import { Correction } from '#domain/settlement/correction.ts'
import { Performance } from '#domain/settlement/finish-settlement.ts'
import { Advance } from '#domain/settlement/settlement.ts'

/** What a finding does to the money: nothing of the rows it cites is accepted, or an amount is taken from the whole. */
export const FindingEffect = Type.Object({
  findingId: Uuid,
  effect: Type.Enum(['REJECT_ROWS', 'DEDUCT']),
  /** For DEDUCT. */
  amount: orNull(Cents),
})
export type FindingEffect = Static<typeof FindingEffect>

/**
 * What the inspector decided on the settlement; the record of kind `settlement`, at most one per inspection (its id is
 * made by `settlementId`). All else is computed from the convention, the listings, the findings and the checked lines.
 */
export const InspectionSettlement = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  effects: Type.Array(FindingEffect, { maxItems: 500 }),
  corrections: Type.Array(Correction, { maxItems: 100 }),
  performance: orNull(Performance),
  /** The indicator that performance is measured by. */
  indicator: Type.Optional(Type.String()),
  /** Wage lump sum: which role of the scale a worker has, where the listing does not say it. */
  roles: Type.Optional(
    Type.Array(Type.Object({ row: Type.String({ minLength: 1 }), code: Type.String() }), { maxItems: 1000 }),
  ),
  /** Money already paid; proposed from the convention's instalments. */
  advances: Type.Array(Advance, { maxItems: 100 }),
  /** The day the settlement is drawn up. Parameters are those of the days they apply to, never of this one. */
  settledOn: IsoDate,
  note: Type.String({ maxLength: 4000 }),
})
export type InspectionSettlement = Static<typeof InspectionSettlement>

/** The id of the one settlement of an inspection. */
export const settlementId = (inspectionId: string): string => derivedId(`${inspectionId}/settlement`)

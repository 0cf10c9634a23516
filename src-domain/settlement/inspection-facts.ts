import type { Convention } from '#domain/convention/convention.ts'
import type { Finding } from '#domain/finding/finding.ts'
import type { ListingRow } from '#domain/listing/listing.ts'
import type { InspectionSample, LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { InspectionSettlement } from '#domain/settlement/inspection-settlement.ts'

/** A projection that counts: its sample, and the cents beyond what is confirmed (`apply-projection.ts`). */
export interface CountedProjection {
  readonly sampleId: string
  readonly amount: number
}

/** What the settlement of an inspection is computed from, beside the rows of its listing. */
export interface SettlementFacts {
  readonly convention: Convention
  readonly findings: readonly Finding[]
  readonly samples: readonly InspectionSample[]
  readonly checks: readonly LineCheck[]
  readonly projections: readonly CountedProjection[]
  /** Rows of the technical references: they name the unit cost of a phase. */
  readonly references: readonly ListingRow[]
  /** Null while the inspector decided nothing. */
  readonly decision: InspectionSettlement | null
}

/** What the inspector decided, or what stands before any decision: the advances that the convention says were paid. */
export const decisionOf = ({
  decision,
  convention,
}: Pick<SettlementFacts, 'decision' | 'convention'>): Omit<
  InspectionSettlement,
  'id' | 'inspectionId' | 'settledOn'
> =>
  decision ?? {
    ...{ effects: [], corrections: [], performance: null, note: '' },
    advances: paidInstalments(convention),
  }

/** The instalments of the convention that bear a day of payment, as money already paid. */
export const paidInstalments = ({
  financing,
}: Pick<Convention, 'financing'>): InspectionSettlement['advances'] =>
  financing.instalments.flatMap(({ amount, paidDate }) =>
    paidDate === null ? [] : [{ paidOn: paidDate, amount }],
  )

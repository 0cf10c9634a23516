import type { FinancingMode } from '#domain/convention/financing.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { Result } from '#domain/result.ts'
import { settleActualCosts, type ActualCostClaim } from '#domain/settlement/actual-costs.ts'
import type { Settlement } from '#domain/settlement/settlement.ts'
import { settleUnitCosts, type UnitCostClaim } from '#domain/settlement/unit-costs.ts'
import { settleWages, type WageClaim } from '#domain/settlement/wages.ts'

/** What is claimed, in one of the financing modes. */
export type Claim = UnitCostClaim | WageClaim | ActualCostClaim

/** The listing whose rows are settled in each financing mode. */
export const SETTLED_LISTING: Readonly<Record<FinancingMode, ListingName>> = {
  UNIT_COST: 'participants',
  SALARY_LUMP_SUM: 'counsellors',
  ACTUAL_COSTS: 'documents',
}

/** Settles a claim; errors are those of its financing mode. */
export function settleClaim(claim: Claim): Result<Settlement> {
  switch (claim.mode) {
    case 'UNIT_COST':
      return settleUnitCosts(claim)
    case 'SALARY_LUMP_SUM':
      return settleWages(claim)
    case 'ACTUAL_COSTS':
      return settleActualCosts(claim)
  }
}

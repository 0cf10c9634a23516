import type { Result } from '#domain/result.ts'
import type { SettlementFacts } from '#domain/settlement/inspection-facts.ts'
import type { InspectionResult } from '#domain/settlement/inspection-claim.ts'
import type { SealedListing } from '#renderer/db/numbers/numbers-messages.ts'

/** To the worker: the sealed rows and all that they are settled by. */
export interface SettleRequest {
  readonly content: SealedListing | null
  /** Without the references, which are sealed beside the rows. */
  readonly facts: Omit<SettlementFacts, 'references'>
}

/** A settlement with the line of the file that each row stands on. */
export interface SettledInspection extends InspectionResult {
  /** Row key → line. */
  readonly places: ReadonlyMap<string, number>
}

/** From the worker. */
export type SettleReply = Result<SettledInspection>

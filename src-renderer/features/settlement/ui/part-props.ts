import type { Result } from '#domain/result.ts'
import type { InspectionSettlement } from '#domain/settlement/inspection-settlement.ts'
import type { SettledInspection } from '#renderer/db/numbers/settle-messages.ts'
import type { SettlementFile } from '#renderer/features/settlement/queries/use-settlement.ts'
import type { SettlementWords } from '#renderer/features/settlement/ui/use-words.ts'

type Fields = Omit<InspectionSettlement, 'id' | 'inspectionId' | 'settledOn'>

/** What every part of the sheet is given. */
export interface PartProps {
  readonly file: SettlementFile
  readonly settled: SettledInspection
  readonly words: SettlementWords
}

/** Records a decision. */
export type Decide = (change: (before: Fields) => Partial<Fields>) => Promise<Result<null>>

/** What a part that takes decisions is given. */
export interface DecisionProps extends Omit<PartProps, 'settled'> {
  /** Null while the numbers can't be computed. */
  readonly settled: SettledInspection | null
  /** How the decisions stand: the recorded ones, or those proposed. */
  readonly decided: Fields
  readonly decide: Decide
  readonly readOnly: boolean
}

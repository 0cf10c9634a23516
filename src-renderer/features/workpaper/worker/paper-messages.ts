import type { CheckedSample, SampleSurroundings } from '#domain/report/print-sample.ts'
import type { SettlementSurroundings } from '#domain/report/print-settlement.ts'
import type { Result } from '#domain/result.ts'
import type { NumberedPart } from '#domain/workpaper/opinion-sheet.ts'
import type { PaperCatalogs } from '#domain/workpaper/paper-words.ts'
import type { SettlementGround } from '#renderer/db/numbers/settle.ts'

/** A sample to be written: its record, with the whole population, as `exportSampleRecord` gives it. */
export interface SampleOrder {
  readonly checked: CheckedSample
  readonly record: Uint8Array<ArrayBuffer>
  readonly surroundings: SampleSurroundings
  /** All samples that are judged together; absent where there are no two, or not all are evaluated. */
  readonly together?: readonly NumberedPart[] | undefined
}

/** A settlement to be computed and written. */
export interface SettlementOrder {
  readonly ground: SettlementGround
  readonly surroundings: SettlementSurroundings
}

/** To the worker: what the workbook shows. */
export interface PaperOrder {
  readonly catalogs: PaperCatalogs
  readonly sample: SampleOrder | null
  readonly settlement: SettlementOrder | null
}

/** From the worker: the workbook. */
export type PaperReply = Result<Uint8Array<ArrayBuffer>>

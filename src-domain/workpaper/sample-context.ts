import type { CheckedSample } from '#domain/report/print-sample.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import type { PaperWords } from '#domain/workpaper/paper-words.ts'
import type { OrderedLines } from '#domain/workpaper/sample-lines.ts'
import type { SheetWriter } from '#domain/workpaper/sheet-writer.ts'

/** Cells of the definition that formulas use. */
export interface DefinitionCells {
  readonly count: string
  readonly amount: string
  readonly confidence: string
  readonly materiality: string
}

/** Where a sample’s numbers are written from. */
export interface SampleContext {
  readonly writer: SheetWriter
  readonly words: PaperWords
  readonly name: string
  readonly linesName: string
  readonly checked: CheckedSample
  readonly record: SampleRecord
  readonly lines: OrderedLines
  readonly cells: DefinitionCells
}

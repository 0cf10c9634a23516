import type { Deduction } from '#domain/settlement/settlement.ts'

/** What findings and checked lines do to one row. */
export interface RowEffect {
  /** Findings that refuse the whole row. */
  readonly rejectedBy: string[]
  readonly deductions: Deduction[]
}

/** Finds what happens to a row by its key. */
export type EffectOf = (row: string) => RowEffect | undefined

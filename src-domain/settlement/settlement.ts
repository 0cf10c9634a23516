import { Type, type Static } from 'typebox'
import type { FinancingMode } from '#domain/convention/financing.ts'
import { Cents } from '#domain/money.ts'
import type { UsedEntry } from '#domain/settlement/dated-values.ts'

/**
 * What a cause takes of a row's declared amount, in cents, and the finding that says why, when there is one. Of several
 * on one row the largest counts: what another took already is not taken again (`docs/formulas.md`, precedence).
 */
export const Deduction = Type.Object({
  finding: Type.Optional(Type.String({ minLength: 1 })),
  cause: Type.String({ minLength: 1 }),
  amount: Type.Integer({ minimum: 0 }),
})
export type Deduction = Static<typeof Deduction>

/** A finding that changed what a row was computed from: its amount shows under the cause. */
export const CauseLink = Type.Object({ cause: Type.String(), finding: Type.String({ minLength: 1 }) })
export type CauseLink = Static<typeof CauseLink>

/** What every declared row has: its key in the listing, and what findings did to it. */
export const declaredRow = {
  row: Type.String({ minLength: 1 }),
  links: Type.Optional(Type.Array(CauseLink)),
  deductions: Type.Optional(Type.Array(Deduction)),
}

/** Euros taken away, why, and the findings behind it; `from` is the row of the base for a flat-rate part. */
export interface Cut {
  readonly cause: string
  readonly amount: number
  readonly findings: readonly string[]
  readonly from?: string
}

/** Euros that a cause would have taken and that are not taken again: `taken` are the causes that had them first. */
export interface Overlap {
  readonly cause: string
  readonly amount: number
  readonly findings: readonly string[]
  /** Empty: nothing was left to take it from. */
  readonly taken: readonly string[]
}

/** A row of a listing as it is settled, in cents: accepted + rejected = declared, rejected = the sum of its cuts. */
export interface SettledRow {
  readonly row: string
  readonly declared: number
  readonly accepted: number
  readonly rejected: number
  readonly cuts: readonly Cut[]
  /** What was left out of it; absent when nothing was. */
  readonly overlaps?: readonly Overlap[]
}

/** A cost line, in cents: the sum of its rows. */
export interface CostLine {
  readonly line: string
  readonly declared: number
  readonly accepted: number
  readonly rejected: number
  readonly rows: readonly SettledRow[]
  /** Lines that a flat-rate part is computed from. */
  readonly base?: readonly string[]
}

/** A reduction that no single row bears: ceiling, correction, performance. */
export interface Adjustment extends Cut {
  /** The line it is about; null: the whole. */
  readonly line: string | null
}

/** Money already paid. */
export const Advance = Type.Object({
  paidOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  amount: Cents,
})
export type Advance = Static<typeof Advance>

/** The proposed payment and everything it is made of, in cents: accepted + rejected = declared. */
export interface Settlement {
  readonly mode: FinancingMode
  readonly lines: readonly CostLine[]
  readonly adjustments: readonly Adjustment[]
  /** What was left out and no single row bears. */
  readonly overlaps: readonly Overlap[]
  readonly declared: number
  readonly accepted: number
  readonly rejected: number
  readonly advances: number
  /** To be paid. */
  readonly balance: number
  /** To be paid back. */
  readonly recovery: number
  /** The dated parameters it was computed with, and no others. */
  readonly used: readonly UsedEntry[]
}

import { Type, type Static } from 'typebox'
import type { FinancingMode } from '#domain/convention/financing.ts'
import { Cents } from '#domain/money.ts'

/** Part of a row that is taken away, in cents, and the finding that says why, when there is one. */
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

/** A row of a listing as it is settled, in cents: accepted + rejected = declared, rejected = the sum of its cuts. */
export interface SettledRow {
  readonly row: string
  readonly declared: number
  readonly accepted: number
  readonly rejected: number
  readonly cuts: readonly Cut[]
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
  readonly declared: number
  readonly accepted: number
  readonly rejected: number
  readonly advances: number
  /** To be paid. */
  readonly balance: number
  /** To be paid back. */
  readonly recovery: number
}

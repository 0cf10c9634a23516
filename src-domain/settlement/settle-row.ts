import { err, ok, type Result } from '#domain/result.ts'
import type {
  CauseLink,
  CostLine,
  Cut,
  Deduction,
  Overlap,
  SettledRow,
} from '#domain/settlement/settlement.ts'

/** The most a row may be worth for one reason, in cents. */
export interface Cap {
  readonly cause: string
  readonly most: number
  /** The row does not count at all, not even what it gives back. */
  readonly isVoid?: boolean
}

/** A deduction that comes on top of others of its kind: they already ask for `after` cents of the row. */
export interface RowDeduction extends Deduction {
  readonly after?: number
}

/** A declared row with the caps that apply, strictest last. */
export interface CappedRow {
  readonly row: string
  readonly declared: number
  /** What credit notes give back of it: no more is taken than they leave. */
  readonly least?: number
  readonly caps: readonly Cap[]
  readonly links?: readonly CauseLink[]
  readonly deductions?: readonly RowDeduction[]
}

const findingsOf = (links: readonly CauseLink[] | undefined, cause: string): string[] =>
  (links ?? []).flatMap((link) => (link.cause === cause ? link.finding : []))

/** Largest first, so that one cause bears what it alone explains; those on top of others keep their turn. */
const inTurn = (a: RowDeduction, b: RowDeduction): number =>
  (a.after ?? 0) - (b.after ?? 0) || b.amount - a.amount || (keyOf(a) < keyOf(b) ? -1 : 1)
const keyOf = ({ cause, finding = '' }: Deduction): string => `${cause}\t${finding}`

/** A row on its way from declared to accepted. */
class RowCuts {
  readonly cuts: Cut[] = []
  readonly overlaps: Overlap[] = []
  accepted: number
  readonly #declared: number
  readonly #least: number

  constructor(declared: number, least: number) {
    this.#declared = declared
    this.#least = least
    this.accepted = declared
  }

  /** Cuts the row to `most`; a credit note stays as it is: it lowers the claim already. */
  cap(cause: string, most: number, findings: readonly string[]): number {
    const amount = Math.max(0, this.accepted - Math.max(this.#least, most))
    return this.#cut(cause, amount, findings)
  }

  /** The row does not count: neither a cost nor what is given back of one. */
  void(cause: string, findings: readonly string[]): void {
    this.#cut(cause, this.accepted, findings)
  }

  #cut(cause: string, amount: number, findings: readonly string[]): number {
    if (amount !== 0) this.cuts.push({ cause, amount, findings })
    this.accepted -= amount
    return amount
  }

  /** Takes an amount of what was declared; what is gone already is said, not taken again. */
  deduct({ cause, amount, finding, after = 0 }: RowDeduction): void {
    const findings = finding === undefined ? [] : [finding]
    const alone = Math.min(amount, Math.max(0, this.#declared))
    const taken = this.cuts.map((cut) => cut.cause)
    const left = alone - this.cap(cause, this.#declared - after - alone, findings)
    if (left > 0) this.overlaps.push({ cause, amount: left, findings, taken })
  }
}

/**
 * Cuts a row by its caps, then by its deductions: never below zero, every cent once and with its cause
 * (`docs/formulas.md`, precedence).
 */
export function settleRow({ row, declared, least = 0, caps, links, deductions = [] }: CappedRow): SettledRow {
  const made = new RowCuts(declared, least)
  for (const { cause, most, isVoid } of caps) {
    if (isVoid) made.void(cause, findingsOf(links, cause))
    else made.cap(cause, most, findingsOf(links, cause))
  }
  for (const deduction of [...deductions].sort(inTurn)) made.deduct(deduction)
  const { accepted, cuts, overlaps } = made
  const settled = { row, declared, accepted, rejected: declared - accepted, cuts }
  return overlaps.length > 0 ? { ...settled, overlaps } : settled
}

const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/**
 * Checks what every financing mode needs of its rows. Declared amounts may be negative: credit notes.
 * @returns errors `settlement.empty`, `settlement.row-twice`, `settlement.amount-wrong`
 */
export function checkRows(
  rows: readonly { row: string; declared: number; deductions?: readonly Deduction[] }[],
): Result<null> {
  if (rows.length === 0) return err('settlement.empty')
  const seen = new Set<string>()
  for (const { row, declared, deductions } of rows) {
    if (seen.has(row)) return err('settlement.row-twice', { row })
    seen.add(row)
    if (!Number.isSafeInteger(declared) || deductions?.some(({ amount }) => !isAmount(amount)))
      return err('settlement.amount-wrong', { row })
  }
  return ok(null)
}

/** Rows in the order of their keys, so that the order they came in never matters. */
export function byRow<T extends { readonly row: string }>(rows: readonly T[]): readonly T[] {
  const isSorted = rows.every(({ row }, at) => at === 0 || (rows[at - 1]?.row ?? '') <= row)
  return isSorted ? rows : [...rows].sort((a, b) => (a.row < b.row ? -1 : 1))
}

/** A cost line of settled rows. */
export function lineOf(line: string, rows: readonly SettledRow[], base?: readonly string[]): CostLine {
  const total = (amount: (row: SettledRow) => number): number =>
    rows.reduce((sum, row) => sum + amount(row), 0)
  return {
    line,
    declared: total(({ declared }) => declared),
    accepted: total(({ accepted }) => accepted),
    rejected: total(({ rejected }) => rejected),
    rows,
    ...(base ? { base } : {}),
  }
}

/** Cost lines by code, in the order of the codes. */
export function groupLines(rows: readonly (readonly [line: string, row: SettledRow])[]): CostLine[] {
  const groups = new Map<string, SettledRow[]>()
  for (const [line, row] of rows) {
    const group = groups.get(line)
    if (group) group.push(row)
    else groups.set(line, [row])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([line, group]) => lineOf(line, group))
}

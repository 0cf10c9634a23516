import { err, ok, type Result } from '#domain/result.ts'
import type { CauseLink, CostLine, Cut, Deduction, SettledRow } from '#domain/settlement/settlement.ts'

/** The most a row may be worth for one reason, in cents. */
export interface Cap {
  readonly cause: string
  readonly most: number
}

/** A declared row with the caps that apply, strictest last. */
export interface CappedRow {
  readonly row: string
  readonly declared: number
  readonly caps: readonly Cap[]
  readonly links?: readonly CauseLink[]
  readonly deductions?: readonly Deduction[]
}

const findingsOf = (links: readonly CauseLink[] | undefined, cause: string): string[] =>
  (links ?? []).flatMap((link) => (link.cause === cause ? link.finding : []))

/** Cuts a row by its caps, then by its deductions: never below zero, every cent with its cause (`domain.md` §E.6). */
export function settleRow({ row, declared, caps, links, deductions }: CappedRow): SettledRow {
  const cuts: Cut[] = []
  let accepted = declared
  const cut = (cause: string, wanted: number, findings: readonly string[]): void => {
    const amount = Math.min(accepted, wanted)
    if (amount <= 0) return
    cuts.push({ cause, amount, findings })
    accepted -= amount
  }
  for (const { cause, most } of caps) cut(cause, accepted - most, findingsOf(links, cause))
  for (const { cause, amount, finding } of deductions ?? [])
    cut(cause, amount, finding === undefined ? [] : [finding])
  return { row, declared, accepted, rejected: declared - accepted, cuts }
}

const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/**
 * Checks what every financing mode needs of its rows.
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
    if (!isAmount(declared) || deductions?.some(({ amount }) => !isAmount(amount)))
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

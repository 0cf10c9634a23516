import type { Convention } from '#domain/convention/convention.ts'
import type { DatedAmount } from '#domain/convention/financing.ts'
import type { IsoDay } from '#domain/dates.ts'
import { fieldsOf } from '#domain/listing/columns.ts'
import { splitIds } from '#domain/listing/split-ids.ts'
import { foldText } from '#domain/listing/fold-text.ts'
import type { ListingRow } from '#domain/listing/listing.ts'
import type { AppError } from '#domain/result.ts'
import type { CostRow } from '#domain/settlement/actual-costs.ts'
import type { EffectOf, RowEffect } from '#domain/settlement/row-effect.ts'
import type { UnitRow } from '#domain/settlement/unit-costs.ts'
import type { WageRow } from '#domain/settlement/wages.ts'

/** Rows of a claim with what must be said of them. */
export interface ClaimRows<R> {
  readonly rows: readonly R[]
  readonly notices: readonly AppError[]
}
type Period = Convention['controlPeriod']

/** More than any row is worth: takes what is left of it. */
const EVERYTHING = 9_000_000_000_000

const noticeOf = (code: string, count: number): AppError[] =>
  count > 0 ? [{ code, details: { count } }] : []

/** What effects do to a row that a finding refuses as a whole. */
function refusalOf(effect: RowEffect | undefined): Pick<WageRow, 'deductions'> {
  const refused = (effect?.rejectedBy ?? []).map((finding) => ({
    ...{ finding, cause: 'finding', amount: EVERYTHING },
  }))
  const deductions = [...refused, ...(effect?.deductions ?? [])]
  return deductions.length > 0 ? { deductions } : {}
}

/** What effects do to a unit: one that a finding refuses is no valid unit (`docs/formulas.md`). */
function unitEffects(effect: RowEffect | undefined): Pick<UnitRow, 'valid' | 'links' | 'deductions'> {
  if (!effect) return {}
  const { rejectedBy, deductions } = effect
  return {
    ...(rejectedBy.length > 0 && {
      valid: 0,
      links: rejectedBy.map((finding) => ({ finding, cause: 'invalid-units' })),
    }),
    ...(deductions.length > 0 && { deductions }),
  }
}

/** The unit cost of each phase: its own code in the scale, else the one its reference names (`phase-rules.ts`). */
export function phaseCodes(
  unitCosts: readonly { readonly code: string }[],
  references: readonly ListingRow[],
): (phase: string) => string {
  const paid = new Set(unitCosts.map(({ code }) => code))
  const named = new Map(
    references.flatMap(({ cells }): [string, string][] => {
      const { code, kind, unitCostCode } = fieldsOf('references', cells)
      return kind === 'PHASE' && unitCostCode !== null ? [[code, unitCostCode]] : []
    }),
  )
  return (phase) => (paid.has(phase) ? phase : (named.get(phase) ?? phase))
}

const OUTSIDE = [{ cause: 'outside-period', amount: EVERYTHING }]

/**
 * One unit per accepted participation: its phase is the code, its entry the day. An entry outside the period under
 * control is declared at the scale of the nearest day of the period, and refused (control point DUR-2).
 */
export function unitRows(
  rows: readonly ListingRow[],
  period: Period,
  codeOf: (phase: string) => string,
  effectOf: EffectOf,
): ClaimRows<UnitRow> {
  let outside = 0
  const units = rows.map(({ cells }): UnitRow => {
    const { participationId: row, phase, entryDate } = fieldsOf('participants', cells)
    const date = clamp(entryDate, period)
    const effects = unitEffects(effectOf(row))
    const unit = { row, code: codeOf(phase), date, units: 1, ...effects }
    if (date === entryDate) return unit
    outside++
    return { ...unit, deductions: [...OUTSIDE, ...(effects.deductions ?? [])] }
  })
  return { rows: units, notices: noticeOf('settlement.outside-period', outside) }
}

const clamp = (day: IsoDay, { start, end }: Period): IsoDay => (day < start ? start : day > end ? end : day)

/** Roles of a scale, each with its labels, the lowest amount first. */
export function rolesOf(lumpSums: readonly DatedAmount[]): Pick<DatedAmount, 'code' | 'label'>[] {
  const lowest = [...lumpSums].sort((a, b) => a.amount - b.amount || (a.code < b.code ? -1 : 1))
  return [...new Map(lowest.map(({ code, label }) => [code, { code, label }])).values()]
}

/** The role that a function names by its code or label; null when none does. */
function roleNamed(name: string | null, lumpSums: readonly DatedAmount[]): string | null {
  const wanted = foldText(name ?? '')
  const found = lumpSums.find(({ code, label }) => [code, label.fr, label.nl].map(foldText).includes(wanted))
  return found?.code ?? null
}

/**
 * One wage line per contract. The role comes from the inspector, else from the function in the listing, else it is the
 * lowest of the scale, and said so.
 */
export function wageRows(
  rows: readonly ListingRow[],
  lumpSums: readonly DatedAmount[],
  given: readonly { readonly row: string; readonly code: string }[],
  effectOf: EffectOf,
): ClaimRows<WageRow> & { readonly assumed: readonly string[] } {
  const chosen = new Map(given.map(({ row, code }) => [row, code]))
  const lowest = rolesOf(lumpSums)[0]?.code ?? ''
  const assumed: string[] = []
  const wages = rows.map(({ cells }): WageRow => {
    const worker = fieldsOf('counsellors', cells)
    const { counsellorId: row } = worker
    const role = chosen.get(row) ?? roleNamed(worker.function, lumpSums)
    if (role === null) assumed.push(row)
    return {
      ...{ row, role: role ?? lowest, claimedFte: worker.fteOnAction, contractFte: worker.fteContract },
      contract: { start: worker.contractStart, end: worker.contractEnd },
      action: { start: worker.startOnAction, end: worker.endOnAction },
      fundedElsewherePct: worker.otherFundingPct ?? 0,
      ...(worker.workerId !== null && { worker: worker.workerId }),
      ...(worker.absenceDays !== null && { absenceDays: worker.absenceDays }),
      ...(worker.grossAnnualCost !== null && { grossAnnualCost: worker.grossAnnualCost }),
      ...refusalOf(effectOf(row)),
    }
  })
  return { rows: wages, assumed, notices: noticeOf('settlement.role-assumed', assumed.length) }
}

/** Papers that prove staff costs; others are operating costs where the register does not say it. */
const STAFF_PAPERS: readonly string[] = ['STAFF_PAYSLIP', 'STAFF_CONTRACT', 'TIMESHEET']

/** Papers above zero, which a credit note may give back a part of. */
const invoicesOf = (rows: readonly ListingRow[]): ReadonlySet<string> =>
  new Set(
    rows.flatMap(({ cells }) => {
      const { docId, amount } = fieldsOf('documents', cells)
      return (amount ?? 0) > 0 ? docId : []
    }),
  )

/** One cost per document that bears an amount; one without a day counts as of the first day of the period. */
export function costRows(
  rows: readonly ListingRow[],
  period: Period,
  effectOf: EffectOf,
): ClaimRows<CostRow> {
  let [undated, sorted, loose] = [0, 0, 0]
  const invoices = invoicesOf(rows)
  const costs = rows.flatMap(({ cells }): CostRow[] => {
    const { docId: row, type, date, amount, costCategory, linkedTo } = fieldsOf('documents', cells)
    if (amount === null) return []
    const creditOf = amount < 0 ? splitIds(linkedTo ?? '').find((id) => invoices.has(id)) : undefined
    if (amount < 0 && creditOf === undefined) loose++
    if (date === null) undated++
    if (costCategory === null) sorted++
    const category = (costCategory ??
      (STAFF_PAPERS.includes(type) ? 'STAFF' : 'OPERATING')) as CostRow['category']
    const credit = creditOf === undefined ? {} : { creditOf }
    const cost = { row, category, date: date ?? period.start, declared: amount, ...credit }
    return [{ ...cost, ...refusalOf(effectOf(row)) }]
  })
  const notices = [
    ...noticeOf('settlement.undated', undated),
    ...noticeOf('settlement.category-assumed', sorted),
    ...noticeOf('settlement.credit-unlinked', loose),
  ]
  return { rows: costs, notices }
}

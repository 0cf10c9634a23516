import type { Finding } from '#domain/finding/finding.ts'
import { findingLabel, sampleLabel } from '#domain/finding/numbering.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { AppError } from '#domain/result.ts'
import type { InspectionSample, LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import { sampleCause } from '#domain/settlement/claim-cause.ts'
import { decisionOf, type SettlementFacts } from '#domain/settlement/inspection-facts.ts'
import type { Correction } from '#domain/settlement/finish-settlement.ts'
import type { Deduction } from '#domain/settlement/settlement.ts'

/** What findings and checked lines do to one row. */
export interface RowEffect {
  /** Findings that refuse the whole row. */
  readonly rejectedBy: string[]
  readonly deductions: Deduction[]
}

/** What they do to the settlement: row by row, and to the whole. */
export interface ClaimEffects {
  readonly rows: ReadonlyMap<string, RowEffect>
  readonly corrections: readonly Correction[]
  /** What must be said beside the numbers. */
  readonly notices: readonly AppError[]
}

/** Gathers effects; `known` are the keys of the rows that are settled. */
class EffectList implements ClaimEffects {
  readonly rows = new Map<string, RowEffect>()
  readonly corrections: Correction[] = []
  readonly notices: AppError[] = []

  of(row: string): RowEffect {
    const effect = this.rows.get(row) ?? { rejectedBy: [], deductions: [] }
    this.rows.set(row, effect)
    return effect
  }

  correct(cause: string, amount: number, findings: readonly string[]): void {
    if (amount > 0) this.corrections.push({ cause, amount, findings: [...findings] })
  }

  notice(code: string, details: AppError['details']): void {
    this.notices.push(details === undefined ? { code } : { code, details })
  }
}

/** A line of a sample that was found to be worth less than declared. */
interface LostLine {
  readonly row: string
  readonly lost: number
  readonly finding: string | null
}

/** Lines of a sample with what each loses; one the partner could not show loses everything (`observe-lines.ts`). */
function lostLines(
  { id, units }: InspectionSample,
  checks: readonly LineCheck[],
  live: ReadonlySet<string>,
): LostLine[] {
  const byLine = new Map(checks.filter(({ sampleId }) => sampleId === id).map((one) => [one.lineId, one]))
  const lostOf = (unit: SampleUnit, check: LineCheck | undefined): number => {
    const accepted = check?.accepted ?? null
    if (accepted === null) return unit.unavailable ? unit.amount : 0
    return Math.max(0, unit.amount - accepted)
  }
  return units.flatMap((unit) => {
    const check = byLine.get(unit.id)
    const lost = unit.part === 'REPLACED' ? 0 : lostOf(unit, check)
    const told = check?.findingId ?? null
    const finding = told !== null && live.has(told) ? told : null
    return lost > 0 ? [{ row: unit.id, lost, finding }] : []
  })
}

/** A row seen in several samples loses what the strictest of them found, once. */
function deduct(effect: RowEffect, deduction: Deduction): void {
  const before = effect.deductions.findIndex(({ cause }) => cause.startsWith('sample '))
  const strictest = effect.deductions[before]
  if (!strictest) effect.deductions.push(deduction)
  else if (strictest.amount < deduction.amount) effect.deductions[before] = deduction
}

function addSample(
  list: EffectList,
  sample: InspectionSample,
  lines: readonly LostLine[],
  isSettled: (row: string) => boolean,
): void {
  const { number } = sample
  const elsewhere = lines.filter(({ row }) => !isSettled(row))
  for (const { row, lost, finding } of lines) {
    const about = finding === null ? {} : { finding }
    if (isSettled(row)) deduct(list.of(row), { cause: sampleCause('sample', number), amount: lost, ...about })
  }
  // what no settled row bears is taken from the whole
  for (const finding of new Set(elsewhere.map((line) => line.finding))) {
    const amount = elsewhere.reduce((sum, line) => sum + (line.finding === finding ? line.lost : 0), 0)
    list.correct(sampleCause('sample', number), amount, finding === null ? [] : [finding])
  }
  if (elsewhere.length > 0)
    list.notice('settlement.lines-elsewhere', { sample: sampleLabel(number), count: elsewhere.length })
  for (const { ids, amount } of sample.systemic) {
    const seen = lines.filter(({ row }) => ids.includes(row)).reduce((sum, { lost }) => sum + lost, 0)
    list.correct(sampleCause('systemic', number), amount - seen, [])
  }
}

function addRejection(
  list: EffectList,
  finding: Finding,
  listing: ListingName,
  isSettled: (row: string) => boolean,
) {
  const label = findingLabel(finding.number)
  const cited = finding.rows.filter((row) => row.listing === listing)
  const gone = cited.filter((row) => !isSettled(row.label))
  if (cited.length === 0) list.notice('settlement.effect-without-rows', { finding: label })
  if (gone.length > 0)
    list.notice('settlement.rows-gone', { finding: label, count: gone.length, row: gone[0]?.label ?? '' })
  for (const { label: row } of cited) {
    const { rejectedBy } = isSettled(row) ? list.of(row) : { rejectedBy: [finding.id] }
    if (!rejectedBy.includes(finding.id)) rejectedBy.push(finding.id)
  }
}

function addFindings(
  list: EffectList,
  facts: SettlementFacts,
  listing: ListingName,
  isSettled: (row: string) => boolean,
): void {
  const told = new Set(facts.checks.map(({ findingId }) => findingId))
  for (const { findingId, effect, amount } of decisionOf(facts).effects) {
    const finding = facts.findings.find(({ id }) => id === findingId)
    if (!finding || finding.binned) continue
    if (effect === 'REJECT_ROWS') addRejection(list, finding, listing, isSettled)
    else if (amount === null)
      list.notice('settlement.effect-without-amount', { finding: findingLabel(finding.number) })
    else list.correct('finding', amount, [findingId])
    if (effect === 'DEDUCT' && told.has(findingId))
      list.notice('settlement.counted-twice', { finding: findingLabel(finding.number) })
  }
}

/**
 * What findings, checked lines and applied projections do to a claim (`domain.md` §E.3, §E.6): confirmed errors are
 * taken from their rows, or from the whole where no settled row bears them.
 * @param isSettled whether a row, by its key, is among those settled
 */
export function claimEffects(
  facts: SettlementFacts,
  listing: ListingName,
  isSettled: (row: string) => boolean,
): ClaimEffects {
  const list = new EffectList()
  const live = new Set(facts.findings.flatMap(({ id, binned }) => (binned ? [] : id)))
  addFindings(list, facts, listing, isSettled)
  for (const sample of facts.samples) {
    const lines = lostLines(sample, facts.checks, live)
    addSample(list, sample, lines, (row) => sample.source.listing === listing && isSettled(row))
    const counted = facts.projections.find(({ sampleId }) => sampleId === sample.id)
    list.correct(sampleCause('projection', sample.number), counted?.amount ?? 0, [])
  }
  for (const { cause, amount, findings } of decisionOf(facts).corrections)
    list.correct(cause, amount, findings)
  return list
}

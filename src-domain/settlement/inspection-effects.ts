import type { Finding } from '#domain/finding/finding.ts'
import { findingLabel, sampleLabel } from '#domain/finding/numbering.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { AppError } from '#domain/result.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { Charge } from '#domain/settlement/charges.ts'
import { sampleCause } from '#domain/settlement/claim-cause.ts'
import type { Correction } from '#domain/settlement/correction.ts'
import { decisionOf, type SettlementFacts } from '#domain/settlement/inspection-facts.ts'
import { seenLines, type SeenLine } from '#domain/settlement/lost-lines.ts'
import type { RowEffect } from '#domain/settlement/row-effect.ts'

/** What findings and samples do to a settlement: row by row, to several rows together, and to the whole. */
export interface ClaimEffects {
  readonly rows: ReadonlyMap<string, RowEffect>
  readonly charges: readonly Charge[]
  readonly corrections: readonly Correction[]
  /** What must be said beside the numbers. */
  readonly notices: readonly AppError[]
}

/** The listing that is settled. */
export interface SettledRows {
  readonly listing: ListingName
  /** Whether a row, by its key, is among those settled. */
  readonly has: (row: string) => boolean
  /** Keys of the rows that a sample was drawn from; null where they are not known here. */
  readonly populationOf: (sample: InspectionSample) => readonly string[] | null
}

/** A sample with what was seen of it. */
interface SeenSample {
  readonly sample: InspectionSample
  readonly seen: readonly SeenLine[]
  readonly isSettled: (row: string) => boolean
}

/** Gathers effects. */
class EffectList implements ClaimEffects {
  readonly rows = new Map<string, RowEffect>()
  readonly charges: Charge[] = []
  readonly corrections: Correction[] = []
  readonly notices: AppError[] = []
  /** What the whole bears for a line of another listing, and the cause that says so. */
  readonly elsewhere = new Map<string, { lost: number; cause: string }>()

  of(row: string): RowEffect {
    const effect = this.rows.get(row) ?? { rejectedBy: [], deductions: [] }
    this.rows.set(row, effect)
    return effect
  }

  correct(cause: string, amount: number, findings: readonly string[]): void {
    if (amount > 0) this.corrections.push({ cause, amount, findings: [...findings] })
  }

  charge(charge: Omit<Charge, 'known'>, seen: number, causes: readonly string[]): void {
    if (charge.amount === 0) return
    this.charges.push(seen > 0 ? { ...charge, known: { amount: seen, causes: [...causes] } } : charge)
  }

  notice(code: string, details: AppError['details']): void {
    this.notices.push(details === undefined ? { code } : { code, details })
  }
}

const lostOf = (lines: readonly SeenLine[]): number => lines.reduce((sum, { lost }) => sum + lost, 0)

/** What is lost line by line; what no settled row bears is taken from the whole, a line of several samples once. */
function addLines(list: EffectList, samples: readonly SeenSample[]): void {
  for (const { sample, seen, isSettled } of samples) {
    const cause = sampleCause('sample', sample.number)
    const lines = seen.filter(({ lost }) => lost > 0)
    for (const { row, lost, finding } of lines.filter((line) => isSettled(line.row)))
      list.of(row).deductions.push({ cause, amount: lost, ...(finding !== null && { finding }) })
    const elsewhere = lines.filter(({ row }) => !isSettled(row))
    const more = elsewhere.map((line) => {
      const key = keyOf(sample, line.row)
      const before = list.elsewhere.get(key)?.lost ?? 0
      if (line.lost > before) list.elsewhere.set(key, { lost: line.lost, cause })
      return { ...line, lost: Math.max(0, line.lost - before) }
    })
    for (const finding of new Set(more.map((line) => line.finding)))
      list.correct(
        cause,
        lostOf(more.filter((line) => line.finding === finding)),
        finding === null ? [] : [finding],
      )
    const delimited = sample.systemic.flatMap(({ ids }) => (ids.some(isSettled) ? [] : ids))
    const count = new Set([...elsewhere.map(({ row }) => row), ...delimited]).size
    if (count > 0) list.notice('settlement.lines-elsewhere', { sample: sampleLabel(sample.number), count })
  }
}

/** Delimited errors: what their checked lines lost is part of them; the rest falls on the lines nobody checked. */
function addSystemic(list: EffectList, { sample, seen, isSettled }: SeenSample): void {
  const [cause, own] = [sampleCause('systemic', sample.number), sampleCause('sample', sample.number)]
  for (const { ids, amount } of sample.systemic) {
    const within = seen.filter(({ row }) => ids.includes(row))
    const checked = new Set(within.map(({ row }) => row))
    const rows = ids.filter((id) => isSettled(id) && !checked.has(id))
    const known = lostOf(within)
    if (ids.some(isSettled))
      list.charge({ kind: 'DELIMITED', cause, amount, findings: [], rows }, known, [own])
    else
      delimitElsewhere(
        list,
        sample,
        cause,
        ids.filter((id) => !checked.has(id)),
        { ids, amount },
      )
  }
}

const keyOf = ({ source }: InspectionSample, row: string): string => `${source.listing}\t${row}`

/** An error over lines that no settled row bears: the whole bears what no other cause took for them, shared evenly. */
function delimitElsewhere(
  list: EffectList,
  sample: InspectionSample,
  cause: string,
  unchecked: readonly string[],
  { ids, amount }: { readonly ids: readonly string[]; readonly amount: number },
): void {
  const taken = ids.flatMap((id) => list.elsewhere.get(keyOf(sample, id)) ?? [])
  const known = taken.reduce((sum, { lost }) => sum + lost, 0)
  const causes = new Set(taken.map((one) => one.cause))
  list.charge({ kind: 'DEDUCTED', cause, amount, findings: [], rows: [] }, known, [...causes])
  const share = Math.floor(Math.max(0, amount - known) / unchecked.length)
  for (const id of unchecked) {
    const before = list.elsewhere.get(keyOf(sample, id))
    list.elsewhere.set(keyOf(sample, id), {
      cause: before?.cause ?? cause,
      lost: (before?.lost ?? 0) + share,
    })
  }
}

/** A projection speaks of its population; lines that were checked or delimited have their own error, known apart. */
function addProjection(
  list: EffectList,
  { sample }: SeenSample,
  amount: number,
  { populationOf }: SettledRows,
): void {
  const population = populationOf(sample)
  if (population === null)
    list.notice('settlement.projection-elsewhere', { sample: sampleLabel(sample.number) })
  const apart = [
    ...sample.units.flatMap(({ id, part }) => (part === 'REPLACED' ? [] : id)),
    ...sample.systemic.flatMap(({ ids }) => ids),
  ]
  const cause = sampleCause('projection', sample.number)
  list.charge({ kind: 'PROJECTED', cause, amount, findings: [], rows: [...(population ?? [])], apart }, 0, [])
}

function addRejection(list: EffectList, finding: Finding, { listing, has }: SettledRows): void {
  const label = findingLabel(finding.number)
  const cited = finding.rows.filter((row) => row.listing === listing)
  const gone = cited.filter((row) => !has(row.label))
  if (cited.length === 0) list.notice('settlement.effect-without-rows', { finding: label })
  if (gone.length > 0)
    list.notice('settlement.rows-gone', { finding: label, count: gone.length, row: gone[0]?.label ?? '' })
  for (const { label: row } of cited.filter((one) => has(one.label))) {
    const { rejectedBy } = list.of(row)
    if (!rejectedBy.includes(finding.id)) rejectedBy.push(finding.id)
  }
}

/** An amount of a finding: what its checked lines lost is part of it; the rows it cites bear the rest, else the whole. */
function addDeduction(
  list: EffectList,
  { id, number, rows: cited }: Finding,
  amount: number,
  samples: readonly SeenSample[],
  { listing, has }: SettledRows,
): void {
  const told = new Map<string, { lost: number; cause: string }>()
  for (const { sample, seen } of samples)
    for (const { row, lost } of seen.filter(({ finding }) => finding === id)) {
      const key = keyOf(sample, row)
      if (lost > (told.get(key)?.lost ?? 0))
        told.set(key, { lost, cause: sampleCause('sample', sample.number) })
    }
  const known = [...told.values()].reduce((sum, { lost }) => sum + lost, 0)
  const causes = [...new Set([...told.values()].map(({ cause }) => cause))]
  const rows = cited.flatMap((row) => (row.listing === listing && has(row.label) ? row.label : []))
  list.charge({ kind: 'DEDUCTED', cause: 'finding', amount, findings: [id], rows }, known, causes)
  if (rows.length === 0 && known < amount && samples.some(({ sample }) => speaksOfRows(sample)))
    list.notice('settlement.overlap-unknown', { finding: findingLabel(number) })
}

const speaksOfRows = ({ systemic, appliedOn }: InspectionSample): boolean =>
  systemic.length > 0 || appliedOn !== null

function addFindings(
  list: EffectList,
  facts: SettlementFacts,
  samples: readonly SeenSample[],
  settled: SettledRows,
): void {
  const effects = new Map(decisionOf(facts).effects.map((effect) => [effect.findingId, effect]))
  for (const finding of inNumber(facts.findings)) {
    const given = effects.get(finding.id)
    if (!given || finding.binned) continue
    if (given.effect === 'REJECT_ROWS') addRejection(list, finding, settled)
    else if (given.amount !== null) addDeduction(list, finding, given.amount, samples, settled)
    else list.notice('settlement.effect-without-amount', { finding: findingLabel(finding.number) })
  }
}

/** In the order of their numbers, whatever order the records came in. */
const inNumber = <T extends { readonly number: number; readonly id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))

/**
 * What findings, checked lines and applied projections do to a claim: each says what it would take; that one euro is
 * taken once is seen to where rows are settled (`docs/formulas.md`, precedence).
 */
export function claimEffects(facts: SettlementFacts, settled: SettledRows): ClaimEffects {
  const list = new EffectList()
  const live = new Set(facts.findings.flatMap(({ id, binned }) => (binned ? [] : id)))
  const samples = inNumber(facts.samples).map((sample) => ({
    ...{ sample, seen: seenLines(sample, facts.checks, live) },
    isSettled: (row: string) => sample.source.listing === settled.listing && settled.has(row),
  }))
  addFindings(list, facts, samples, settled)
  addLines(list, samples)
  for (const one of samples) {
    addSystemic(list, one)
    const counted = facts.projections.find(({ sampleId }) => sampleId === one.sample.id)
    if (counted) addProjection(list, one, counted.amount, settled)
  }
  for (const { cause, amount, findings } of decisionOf(facts).corrections)
    list.correct(cause, amount, findings)
  return list
}

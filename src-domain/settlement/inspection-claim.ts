import { yearsInForce } from '#domain/settlement/used-parameters.ts'
import type { Convention } from '#domain/convention/convention.ts'
import { ceilingOn } from '#domain/convention/parameters.ts'
import { addDays } from '#domain/dates.ts'
import { printDay } from '#domain/listing/judge/rule.ts'
import { columnIdsOf, rowLabel } from '#domain/listing/columns.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { readPopulation } from '#domain/sampling/populate.ts'
import { SETTLED_LISTING, settleClaim, type Claim } from '#domain/settlement/claim.ts'
import type { SettlementFrame } from '#domain/settlement/finish-settlement.ts'
import { claimEffects, type ClaimEffects } from '#domain/settlement/inspection-effects.ts'
import { decisionOf, type SettlementFacts } from '#domain/settlement/inspection-facts.ts'
import { costRows, phaseCodes, unitRows, wageRows } from '#domain/settlement/inspection-rows.ts'
import type { EffectOf } from '#domain/settlement/row-effect.ts'
import type { Settlement } from '#domain/settlement/settlement.ts'
import { usedParameters, type UsedParameter } from '#domain/settlement/used-parameters.ts'

/** A claim and what must be said beside it. */
export interface InspectionClaim {
  readonly claim: Claim
  readonly notices: readonly AppError[]
  /** Workers whose role no one said. */
  readonly assumedRoles: readonly string[]
}

/** The settlement of an inspection: all that is shown and printed. */
export interface InspectionResult extends Omit<InspectionClaim, 'claim'> {
  readonly settlement: Settlement
  readonly parameters: readonly UsedParameter[]
}

/** The highest grant of the period under control: of each calendar year it touches (`docs/formulas.md`). Cents. */
export const ceilingOfPeriod = (convention: Pick<Convention, 'financing' | 'controlPeriod'>): number =>
  yearsInForce(convention.controlPeriod).reduce((sum, day) => sum + ceilingOn(convention, day), 0)

function frameOf(facts: SettlementFacts, { corrections, charges }: ClaimEffects): SettlementFrame {
  const { performance, advances } = decisionOf(facts)
  return {
    ceiling: ceilingOfPeriod(facts.convention),
    corrections: [...corrections],
    charges: [...charges],
    ...(performance && { performance }),
    advances,
  }
}

type Rows = readonly ListingRow[]

function unitClaim(facts: SettlementFacts, rows: Rows, frame: SettlementFrame, effectOf: EffectOf) {
  const { financing, controlPeriod } = facts.convention
  const { unitCosts } = financing
  const read = unitRows(rows, controlPeriod, phaseCodes(unitCosts, facts.references), effectOf)
  return {
    ...read,
    assumed: [],
    claim: { mode: 'UNIT_COST' as const, rows: [...read.rows], unitCosts, frame },
  }
}

function wageClaim(facts: SettlementFacts, rows: Rows, frame: SettlementFrame, effectOf: EffectOf) {
  const { financing, parameters, controlPeriod: period } = facts.convention
  const { lumpSums, terms: agreed } = financing
  const read = wageRows(rows, lumpSums, decisionOf(facts).roles ?? [], effectOf)
  const terms = { lumpSums, agreed, tolerances: parameters, period, frame }
  return { ...read, claim: { mode: 'SALARY_LUMP_SUM' as const, rows: [...read.rows], ...terms } }
}

function costClaim({ convention }: SettlementFacts, rows: Rows, frame: SettlementFrame, effectOf: EffectOf) {
  const { financing, controlPeriod: period } = convention
  const read = costRows(rows, period, effectOf)
  const { flatRates } = financing
  const uses = [...new Set(flatRates.map(({ kind }) => kind))]
  const terms = { keys: [], flatRates, uses, period, frame }
  return { ...read, assumed: [], claim: { mode: 'ACTUAL_COSTS' as const, rows: [...read.rows], ...terms } }
}

const CLAIMS = { UNIT_COST: unitClaim, SALARY_LUMP_SUM: wageClaim, ACTUAL_COSTS: costClaim } as const

/** Keys of the rows that are settled: of documents, those that bear an amount. */
function settledKeys({ convention }: SettlementFacts, rows: Rows): ReadonlySet<string> {
  const { mode } = convention.financing
  const listing = SETTLED_LISTING[mode]
  const counted =
    mode === 'ACTUAL_COSTS' ? costRows(rows, convention.controlPeriod, () => undefined).rows : null
  return new Set(counted ? counted.map(({ row }) => row) : rows.map(({ cells }) => rowLabel(listing, cells)))
}

/** Keys of the rows of a sample's population, found again among those that are settled. */
function populationKeys(
  { source }: InspectionSample,
  listing: ListingName,
  rows: Rows,
  { convention, references }: SettlementFacts,
): string[] | null {
  if (source.listing !== listing) return null
  const read = readPopulation({ columns: columnIdsOf(listing), rows, references }, source, convention)
  return read.ok ? read.value.lines.map(({ id }) => id) : null
}

/**
 * From convention, accepted rows, findings' effects, checked lines and applied projections to the claim of the
 * convention's financing mode (`docs/formulas.md`).
 * @param rows accepted rows of the listing that the mode settles (`SETTLED_LISTING`)
 * @returns errors `settlement.empty`, `settlement.no-amounts`
 */
export function claimOf(facts: SettlementFacts, rows: Rows): Result<InspectionClaim> {
  const { mode } = facts.convention.financing
  const keys = settledKeys(facts, rows)
  if (rows.length === 0) return err('settlement.empty')
  if (keys.size === 0) return err('settlement.no-amounts')
  const listing = SETTLED_LISTING[mode]
  const effects = claimEffects(facts, {
    ...{ listing, has: (row) => keys.has(row) },
    populationOf: (sample) => populationKeys(sample, listing, rows, facts),
  })
  const frame = frameOf(facts, effects)
  const made = CLAIMS[mode](facts, rows, frame, (row) => effects.rows.get(row))
  return ok({
    claim: made.claim,
    notices: [...effects.notices, ...made.notices],
    assumedRoles: made.assumed,
  })
}

/** Which ceiling applies where a period touches several years, or where the ceiling changes within one. */
function ceilingNotices({ financing, controlPeriod }: Convention): AppError[] {
  const first = yearsInForce(controlPeriod)
  const years = first.map((day) => day.slice(0, 4)).join(', ')
  const changes = financing.terms.filter(
    ({ validFrom: day, annualCeiling }) =>
      day > controlPeriod.start &&
      day <= controlPeriod.end &&
      !first.includes(day) &&
      annualCeiling !== ceilingOn({ financing }, addDays(day, -1)),
  )
  return [
    ...(first.length > 1 ? [{ code: 'settlement.ceiling-of-years', details: { years } }] : []),
    ...changes.map(({ validFrom: day }) => ({
      code: 'settlement.ceiling-changes',
      details: { day: printDay(day) },
    })),
  ]
}

/** Workers who cost less than their lump sum. */
function costNotices({ lines }: Settlement): AppError[] {
  const rows = lines.flatMap((line) => line.rows)
  const count = rows.filter(({ cuts }) => cuts.some(({ cause }) => cause === 'gross-cost')).length
  return count > 0 ? [{ code: 'settlement.gross-cost-capped', details: { count } }] : []
}

/**
 * Settles an inspection.
 * @returns errors of `claimOf` and of the financing mode
 */
export function settleFacts(facts: SettlementFacts, rows: Rows): Result<InspectionResult> {
  const made = claimOf(facts, rows)
  if (!made.ok) return made
  const { claim, ...beside } = made.value
  const settled = settleClaim(claim)
  if (!settled.ok) return settled
  const settlement = settled.value
  const notices = [...beside.notices, ...ceilingNotices(facts.convention), ...costNotices(settlement)]
  return ok({ ...beside, notices, settlement, parameters: usedParameters(facts, settlement) })
}

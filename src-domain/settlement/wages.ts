import { Type, type Static } from 'typebox'
import { Exact } from '#domain/exact.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { DatedValues } from '#domain/settlement/dated-values.ts'
import { finishSettlement, SettlementFrame } from '#domain/settlement/finish-settlement.ts'
import { settleRows } from '#domain/settlement/charges.ts'
import { byRow, checkRows, type Cap } from '#domain/settlement/settle-row.ts'
import { declaredRow, type Settlement } from '#domain/settlement/settlement.ts'
import { isSpan } from '#domain/settlement/day-spans.ts'
import {
  agreedDays,
  countDays,
  undatedPresence,
  type AbsentDays,
  type WagePart,
  type WageTerms,
} from '#domain/settlement/wage-years.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Fte = Type.Number({ minimum: 0, maximum: 2 })
const WageSpan = Type.Object({ start: Day, end: Type.Union([Day, Type.Null()]) })

/** One worker of the claim (`docs/formulas.md`). */
export const WageRow = Type.Object({
  ...declaredRow,
  role: Type.String(),
  /** What the partner claims for this worker, in cents; the lump sum times what is claimed when not said. */
  declared: Type.Optional(Type.Integer()),
  claimedFte: Fte,
  contract: WageSpan,
  contractFte: Fte,
  /** Whose contract it is, where a worker has several one after the other: they share one tolerance of absences. */
  worker: Type.Optional(Type.String({ minLength: 1 })),
  /** FTE of the contract paid by other public funds. */
  fundedElsewhereFte: Type.Optional(Fte),
  /** The same as a percentage of the contract. */
  fundedElsewherePct: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
  /** When the worker was on the action. */
  action: WageSpan,
  /** Unpaid or uncovered absences. */
  absences: Type.Optional(Type.Array(WageSpan)),
  /** Days of them, where their dates are not known. */
  absenceDays: Type.Optional(Type.Number({ minimum: 0 })),
  /** Cap at what the worker really cost, in cents. */
  grossCost: Type.Optional(Type.Integer({ minimum: 0 })),
  /** The same a year, for the whole contract: its part on the action is the cap. */
  grossAnnualCost: Type.Optional(Type.Integer({ minimum: 0 })),
})
export type WageRow = Static<typeof WageRow>

/** Cents per FTE and year of a role, from a day on. */
export const LumpSum = Type.Object({
  code: Type.String(),
  validFrom: Day,
  amount: Type.Integer({ minimum: 0 }),
})
/** FTE agreed from a day on. */
export const AgreedFte = Type.Object({ validFrom: Day, agreedFte: Type.Number({ minimum: 0 }) })
/** Days of absence a calendar year that lower nothing, from a day on. */
export const AbsenceTolerance = Type.Object({
  validFrom: Day,
  absenceToleranceDays: Type.Integer({ minimum: 0 }),
})

/** A settlement by wage lump sum. */
export const WageClaim = Type.Object({
  mode: Type.Literal('SALARY_LUMP_SUM'),
  rows: Type.Array(WageRow),
  lumpSums: Type.Array(LumpSum),
  agreed: Type.Array(AgreedFte),
  tolerances: Type.Array(AbsenceTolerance),
  period: Type.Object({ start: Day, end: Day }),
  frame: SettlementFrame,
})
export type WageClaim = Static<typeof WageClaim>

function openTerms({ lumpSums, agreed, tolerances }: WageClaim): Result<WageTerms> {
  const sums = DatedValues.of('lumpSums', lumpSums, ({ code }) => code)
  if (!sums.ok) return sums
  const fte = DatedValues.of('agreedFte', agreed)
  if (!fte.ok) return fte
  const days = DatedValues.of('absenceToleranceDays', tolerances)
  if (!days.ok) return days
  return ok({ lumpSums: sums.value, agreed: fte.value, tolerances: days.value })
}

/** FTE of a worker, each stricter than the one before: claimed, of the contract, not paid by other funds. */
interface FteStages {
  readonly claimed: Exact
  readonly contracted: Exact
  readonly unfunded: Exact
}

function ftesOf({ claimedFte, contractFte, fundedElsewhereFte, fundedElsewherePct = 0 }: WageRow): FteStages {
  const [claimed, contract] = [Exact.of(claimedFte), Exact.of(contractFte)]
  const share = contract.times(Exact.of(fundedElsewherePct)).over(Exact.of(100))
  const elsewhere = share.plus(Exact.of(fundedElsewhereFte ?? 0))
  const contracted = claimed.atMost(contract)
  return { claimed, contracted, unfunded: claimed.atMost(contract.minus(elsewhere)).atLeast(Exact.zero) }
}

/** A worker with the days of each part, and the part of the days present that undated absences leave. */
interface CountedWorker extends FteStages {
  readonly row: WageRow
  readonly parts: readonly WagePart[]
  readonly presence: Exact
}

function countWorker(
  row: WageRow,
  period: WageClaim['period'],
  terms: WageTerms,
  absent: AbsentDays,
): Result<CountedWorker> {
  const parts = countDays(row, period, terms, absent)
  if (!parts.ok) return parts
  const days = row.absenceDays ?? 0
  const presence =
    days > 0 ? undatedPresence(days, parts.value, period, terms.tolerances, absent) : ok(Exact.of(1))
  return presence.ok ? ok({ row, parts: parts.value, presence: presence.value, ...ftesOf(row) }) : presence
}

/** FTE·days present of a part. */
const presentOf = ({ unfunded, presence }: CountedWorker, { present }: WagePart): Exact =>
  unfunded.times(presence).times(Exact.of(present))

/** What is kept of the FTE·days of each calendar year: those above the agreed total are cut in proportion. */
function keptShares(
  workers: readonly CountedWorker[],
  agreed: ReadonlyMap<number, Exact>,
): Map<number, Exact> {
  const totals = new Map<number, Exact>()
  for (const worker of workers)
    for (const part of worker.parts)
      totals.set(part.year, (totals.get(part.year) ?? Exact.zero).plus(presentOf(worker, part)))
  const shareOf = (year: number, total: Exact): Exact => {
    const most = agreed.get(year) ?? Exact.zero
    return total.isAbove(most) ? most.over(total) : Exact.of(1)
  }
  return new Map([...totals].map(([year, total]) => [year, shareOf(year, total)]))
}

/** Σ of a yearly amount · FTE·days / days of the year over the parts of a worker: exact, rounded once. Cents. */
const worth = (
  parts: readonly WagePart[],
  amountOf: (part: WagePart) => Exact,
  fteDays: (part: WagePart) => Exact,
): number =>
  Exact.sum(
    parts.map((part) => amountOf(part).times(fteDays(part)).over(Exact.of(part.daysInYear))),
  ).rounded()

function capsOf(worker: CountedWorker, kept: ReadonlyMap<number, Exact>): Cap[] {
  const { row, parts, claimed, contracted, unfunded } = worker
  const atScale = (fteDays: (part: WagePart) => Exact): number =>
    worth(parts, ({ lumpSum }) => Exact.of(lumpSum), fteDays)
  const keptDays = (part: WagePart): Exact => presentOf(worker, part).times(kept.get(part.year) ?? Exact.zero)
  return [
    { cause: 'scale', most: atScale((part) => claimed.times(Exact.of(part.onAction))) },
    { cause: 'contract', most: atScale((part) => contracted.times(Exact.of(part.underContract))) },
    { cause: 'double-funding', most: atScale((part) => unfunded.times(Exact.of(part.underContract))) },
    { cause: 'absence', most: atScale((part) => presentOf(worker, part)) },
    { cause: 'agreed-fte', most: atScale(keptDays) },
    ...(row.grossCost === undefined ? [] : [{ cause: 'gross-cost', most: row.grossCost }]),
    ...grossCap(row, parts, keptDays),
  ]
}

/** The annual gross cost of a contract, for the FTE and days that are paid. */
function grossCap(
  { grossAnnualCost, contractFte }: WageRow,
  parts: readonly WagePart[],
  keptDays: (part: WagePart) => Exact,
): Cap[] {
  if (grossAnnualCost === undefined || !(contractFte > 0)) return []
  const perFte = Exact.of(grossAnnualCost).over(Exact.of(contractFte))
  return [{ cause: 'gross-cost', most: worth(parts, () => perFte, keptDays) }]
}

function checkWorker(row: WageRow): Result<null> {
  const ftes = [row.claimedFte, row.contractFte, row.fundedElsewhereFte ?? 0]
  const isShare = (row.fundedElsewherePct ?? 0) >= 0 && (row.absenceDays ?? 0) >= 0
  if (!isShare || !ftes.every((fte) => fte >= 0 && fte <= 2))
    return err('settlement.fte-wrong', { row: row.row })
  const spans = [row.contract, row.action, ...(row.absences ?? [])]
  return spans.every(isSpan) ? ok(null) : err('settlement.span-wrong', { row: row.row })
}

/** Workers with their days, contracts of one worker in the order they begin. */
function countWorkers({ rows, period }: WageClaim, terms: WageTerms): Result<CountedWorker[]> {
  const absent = new Map<string, AbsentDays>()
  const counted = new Map<string, CountedWorker>()
  const inTime = byRow(rows).toSorted((a, b) =>
    a.contract.start < b.contract.start ? -1 : a.contract.start > b.contract.start ? 1 : 0,
  )
  for (const row of inTime) {
    const checked = checkWorker(row)
    if (!checked.ok) return checked
    const worker = row.worker ?? row.row
    const days: AbsentDays = absent.get(worker) ?? new Map<number, number>()
    absent.set(worker, days)
    const one = countWorker(row, period, terms, days)
    if (!one.ok) return one
    counted.set(row.row, one.value)
  }
  return ok(byRow(rows).flatMap(({ row }) => counted.get(row) ?? []))
}

/**
 * Wage lump sum: min(claimed FTE, contract FTE − FTE funded elsewhere) · lump sum of the role on each day · eligible days /
 * days of the calendar year, per worker; FTE above the agreed total of a calendar year is cut in proportion. Exact until
 * the one rounding of each row (`docs/formulas.md`).
 * @returns errors `settlement.empty`, `row-twice`, `amount-wrong`, `fte-wrong`, `span-wrong`, `period-wrong`, `parameter-missing`,
 *   `parameter-overlap`, and those of the frame
 */
export function settleWages(claim: WageClaim): Result<Settlement> {
  const checked = checkRows(claim.rows.map((row) => ({ ...row, declared: row.declared ?? 0 })))
  if (!checked.ok) return checked
  if (!isSpan(claim.period)) return err('settlement.period-wrong')
  const terms = openTerms(claim)
  if (!terms.ok) return terms
  const workers = countWorkers(claim, terms.value)
  if (!workers.ok) return workers
  const agreed = agreedDays(claim.period, terms.value.agreed)
  if (!agreed.ok) return agreed
  const kept = keptShares(workers.value, agreed.value)
  const capped = workers.value.map((worker) => {
    const { row } = worker
    const caps = capsOf(worker, kept)
    return [row.role, { ...row, declared: row.declared ?? caps[0]?.most ?? 0, caps }] as const
  })
  const { lumpSums, tolerances, agreed: fte } = terms.value
  const used = [...lumpSums.used(), ...fte.used(), ...tolerances.used()]
  return finishSettlement(
    'SALARY_LUMP_SUM',
    { ...settleRows(capped, claim.frame.charges), used },
    claim.frame,
  )
}

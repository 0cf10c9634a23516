import type { Convention } from '#domain/convention/convention.ts'
import { amountOn } from '#domain/convention/parameters.ts'
import { columnOf, rowLabel } from '#domain/listing/columns.ts'
import type { Cell, ListingName, ListingRow } from '#domain/listing/listing.ts'
import { multiplyExactly } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type {
  AmountRule,
  ApartKind,
  PopulationFilter,
  PopulationSource,
} from '#domain/sampling/inspection-sample.ts'
import type { PopulationLine } from '#domain/sampling/population.ts'
import { phaseCodes } from '#domain/settlement/inspection-rows.ts'

/** A listing as it was opened. */
export interface ListingContent {
  readonly columns: readonly string[]
  readonly rows: readonly ListingRow[]
  /** Rows of the technical references of the same version: they name the unit cost of a phase. */
  readonly references?: readonly ListingRow[]
}
type Terms = Pick<Convention, 'financing'>

/** What the rows of a listing give, before anything is frozen. */
export interface PopulationReading {
  readonly lines: readonly PopulationLine[]
  /** Rows of the listing, and rows that its filters leave. */
  readonly rows: number
  readonly filtered: number
  /** Of those: how many have no amount, a zero one, a negative one, whether or not they are left out. */
  readonly apart: Readonly<Record<ApartKind, number>>
  /** The first row without an amount. */
  readonly firstMissing: string | null
}

/** A cell as filters and strata name it; '' when it is empty. */
export const cellText = (cell: Cell | undefined): string => String(cell ?? '')

/** Cents of a row; null when its cell is empty. */
type ReadAmount = (row: ListingRow, id: string) => Result<number | null>

/** Euros of a cell in cents, exactly: amounts of a listing are in cents already. */
function centsOf(cell: Cell, isMoney: boolean, id: string): Result<number | null> {
  if (cell === null) return ok(null)
  const cents = typeof cell !== 'number' ? Number.NaN : isMoney ? cell : Math.round(cell * 100)
  const isExact = Number.isSafeInteger(cents) && (isMoney || Math.abs(cents / 100 - Number(cell)) < 1e-9)
  return isExact ? ok(cents) : err('sampling.amount-not-cents', { id })
}

function unitsOf(cell: Cell, cents: number, id: string): Result<number | null> {
  if (cell === null) return ok(null)
  const units = Number(cell)
  return typeof cell === 'string' || !Number.isFinite(units)
    ? err('sampling.amount-not-cents', { id })
    : ok(multiplyExactly([units, cents]))
}

/** The unit cost of the row's phase on its entry date, as the settlement finds it. */
function scaleReader({ columns, references = [] }: ListingContent, { financing }: Terms): Result<ReadAmount> {
  const codeOf = phaseCodes(financing.unitCosts, references)
  const [phase, entry] = [columns.indexOf('phase'), columns.indexOf('entryDate')]
  if (phase < 0 || entry < 0)
    return err('sampling.column-missing', { column: phase < 0 ? 'phase' : 'entryDate' })
  const known = new Map<string, number | null>()
  return ok(({ cells }, id) => {
    const [code, day] = [codeOf(cellText(cells[phase])), cellText(cells[entry])]
    const key = `${code}\t${day}`
    const amount = known.get(key) ?? amountOn(financing.unitCosts, code, day)
    known.set(key, amount)
    return amount === null ? err('sampling.scale-missing', { id, code, day }) : ok(amount)
  })
}

function amountReader(
  content: ListingContent,
  listing: ListingName,
  rule: AmountRule,
  convention: Terms,
): Result<ReadAmount> {
  if (rule.kind === 'SCALE') return scaleReader(content, convention)
  if (rule.kind === 'UNIT' && rule.column === null) return ok(() => ok(rule.cents))
  const at = content.columns.indexOf(rule.column ?? '')
  if (at < 0) return err('sampling.column-missing', { column: rule.column ?? '' })
  if (rule.kind === 'UNIT') return ok(({ cells }, id) => unitsOf(cells[at] ?? null, rule.cents, id))
  const isMoney = columnOf(listing, rule.column)?.type === 'money'
  return ok(({ cells }, id) => centsOf(cells[at] ?? null, isMoney, id))
}

type Keep = (row: ListingRow) => boolean

function rowFilter(columns: readonly string[], filters: readonly PopulationFilter[]): Result<Keep> {
  const tests: Keep[] = []
  for (const { column, values } of filters) {
    const at = columns.indexOf(column)
    if (at < 0) return err('sampling.column-missing', { column })
    const wanted = new Set(values)
    tests.push(({ cells }) => wanted.has(cellText(cells[at])))
  }
  return ok((row) => tests.every((keeps) => keeps(row)))
}

const kindOf = (cents: number | null): ApartKind | null => {
  if (cents === null) return 'MISSING'
  return cents === 0 ? 'ZERO' : cents < 0 ? 'NEGATIVE' : null
}

/**
 * Reads the rows of a listing as lines that may be drawn. A row without an amount is never a line.
 * @returns errors `sampling.column-missing`, `scale-missing`, `amount-not-cents`
 */
export function readPopulation(
  content: ListingContent,
  source: Pick<PopulationSource, 'listing' | 'filters' | 'amount' | 'stratum' | 'leftOut'>,
  convention: Terms,
): Result<PopulationReading> {
  const { columns, rows } = content
  const { listing, filters, amount, stratum, leftOut = [] } = source
  const keeps = rowFilter(columns, filters)
  if (!keeps.ok) return keeps
  const read = amountReader(content, listing, amount, convention)
  if (!read.ok) return read
  const stratumAt = stratum === null ? -1 : columns.indexOf(stratum)
  if (stratum !== null && stratumAt < 0) return err('sampling.column-missing', { column: stratum })
  const apart = { MISSING: 0, ZERO: 0, NEGATIVE: 0 }
  const lines: PopulationLine[] = []
  let filtered = 0
  let firstMissing: string | null = null
  for (const row of rows) {
    if (!keeps.value(row)) continue
    filtered++
    const id = rowLabel(listing, row.cells)
    const cents = read.value(row, id)
    if (!cents.ok) return cents
    const kind = kindOf(cents.value)
    if (kind) apart[kind]++
    if (kind === 'MISSING') firstMissing ??= id
    if (cents.value === null || (kind && leftOut.includes(kind))) continue
    const code = stratumAt < 0 ? '' : cellText(row.cells[stratumAt])
    lines.push(code === '' ? { id, amount: cents.value } : { id, amount: cents.value, stratum: code })
  }
  return ok({ lines, rows: rows.length, filtered, apart, firstMissing })
}

/** The lines of a reading; error `sampling.amount-missing` when rows without an amount are not left out on purpose. */
export function linesOfReading(
  { lines, apart, firstMissing }: PopulationReading,
  { leftOut = [] }: Pick<PopulationSource, 'leftOut'>,
): Result<PopulationLine[]> {
  const isSilent = firstMissing !== null && !leftOut.includes('MISSING')
  return isSilent
    ? err('sampling.amount-missing', { id: firstMissing, count: apart.MISSING })
    : ok([...lines])
}

/**
 * The lines of a population: id = key of the row in its listing, amount in whole cents.
 * @returns errors of `readPopulation`, `sampling.amount-missing`
 */
export function populationLines(
  content: ListingContent,
  source: PopulationSource,
  convention: Terms,
): Result<PopulationLine[]> {
  const read = readPopulation(content, source, convention)
  return read.ok ? linesOfReading(read.value, source) : read
}

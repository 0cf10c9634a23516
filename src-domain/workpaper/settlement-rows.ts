import { amountOn } from '#domain/convention/parameters.ts'
import { multiplyExactly } from '#domain/money.ts'
import type { SettlementNames } from '#domain/report/print-settlement.ts'
import type { Charge } from '#domain/settlement/charges.ts'
import type { Claim } from '#domain/settlement/claim.ts'
import type { SettledRow, Settlement } from '#domain/settlement/settlement.ts'
import type { UnitRow } from '#domain/settlement/unit-costs.ts'
import type { Sheet, SheetCell } from '#domain/table/write-workbook.ts'
import type { PaperWords } from '#domain/workpaper/paper-words.ts'
import { columnName, euros, live, liveEuros, rangeOf } from '#domain/workpaper/sheet-writer.ts'

/** Finds the cell of the parameter in force on a day; null when it is not among those used. */
export type ParameterCell = (code: string, day: string) => string | null

/** The sheet of the settled rows, and where its columns stand. */
export interface RowSheet {
  readonly sheet: Sheet
  /** All rows of a column. */
  readonly range: (column: 'line' | 'date' | 'declared' | 'accepted' | 'rejected') => string
  /** All rows of what one cause took; null where it took nothing. */
  readonly causeRange: (cause: string) => string | null
  /** All rows with their place in the population of a projection: 1 outside the sample, 2 known apart. */
  readonly population: (cause: string) => string
}

interface RowContext {
  readonly name: string
  readonly words: PaperWords
  readonly names: SettlementNames
  readonly parameterCell: ParameterCell
}

/** Columns of a settlement by unit cost, between the row and its declared amount. */
const UNIT_COLUMNS = ['date', 'unitCost', 'units', 'valid'] as const

/** Where the columns stand: line, row, those of units or the day of a cost, declared, one for each cause, rejected, accepted, findings. */
function placesOf(own: readonly string[], causes: readonly string[]) {
  const declared = 2 + own.length
  const rejected = declared + 1 + causes.length
  return { line: 0, date: 2, declared, firstCause: declared + 1, rejected, accepted: rejected + 1 }
}
type Places = ReturnType<typeof placesOf>

const worth = (unitCost: number, units: number): number => multiplyExactly([unitCost, units])

interface PricedUnit {
  readonly cells: readonly SheetCell[]
  readonly declared: SheetCell
  /** What units without proof are worth; null where a declared amount makes it another one. */
  readonly invalid: SheetCell | null
}

/** A unit row with its price: declared and invalid units follow from the unit cost. */
function priceUnit(unit: UnitRow, claim: Claim, at: number, cellOf: ParameterCell): PricedUnit {
  const { code, date, units, valid = units, declared } = unit
  const costs = claim.mode === 'UNIT_COST' ? claim.unitCosts : []
  const unitCost = amountOn(costs, code, date) ?? 0
  const parameter = cellOf(`unit-cost ${code}`, date)
  const price = parameter === null ? euros(unitCost) : liveEuros(parameter, unitCost)
  const [C, N, V] = [3, 4, 5].map((column) => `${columnName(column)}${at + 1}`)
  const scale = worth(unitCost, units)
  const lost = scale - worth(unitCost, valid)
  return {
    cells: [{ day: date }, price, units, valid],
    declared: declared === undefined ? liveEuros(`ROUND(${C}*${N},2)`, scale) : euros(declared),
    invalid: declared === undefined ? liveEuros(`ROUND(${C}*${N},2)-ROUND(${C}*${V},2)`, lost) : null,
  }
}

function causeCells(row: SettledRow, causes: readonly string[], priced: PricedUnit | null): SheetCell[] {
  return causes.map((cause) => {
    if (cause === 'invalid-units' && priced?.invalid) return priced.invalid
    const amount = row.cuts.reduce((sum, cut) => sum + (cut.cause === cause ? cut.amount : 0), 0)
    return amount === 0 ? null : euros(amount)
  })
}

function settledRow(
  line: string,
  row: SettledRow,
  at: number,
  {
    causes,
    places,
    priced,
    cells,
    names,
  }: {
    causes: readonly string[]
    places: Places
    priced: PricedUnit | null
    cells: readonly SheetCell[]
    names: SettlementNames
  },
): SheetCell[] {
  const cell = (column: number): string => `${columnName(column)}${at + 1}`
  const cuts = causes.length === 0 ? '0' : `SUM(${cell(places.firstCause)}:${cell(places.rejected - 1)})`
  const findings = [...new Set(row.cuts.flatMap((cut) => cut.findings.map(names.finding)))]
  return [
    ...[line, row.row, ...cells],
    priced?.declared ?? euros(row.declared),
    ...causeCells(row, causes, priced),
    liveEuros(cuts, row.rejected),
    live(`${cell(places.declared)}-${cell(places.rejected)}`, row.accepted / 100, 'EUROS'),
    findings.join(', '),
  ]
}

/** What stands beside the amounts of a row: what was not taken again, and the populations it is of. */
class Beside {
  readonly titles: string[]
  readonly #hasOverlaps: boolean
  readonly #populations: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[]
  readonly #names: SettlementNames

  constructor(rows: readonly SettledRow[], projections: readonly Charge[], { words, names }: RowContext) {
    this.#names = names
    this.#hasOverlaps = rows.some(({ overlaps }) => overlaps !== undefined)
    this.#populations = projections.map(({ rows: all, apart = [] }) => [new Set(all), new Set(apart)])
    this.titles = [
      ...projections.map(({ cause }) => words.text('column.population', { cause: names.cause(cause) })),
      ...(this.#hasOverlaps ? [words.print('settlement.leftOut'), words.print('column.takenBy')] : []),
    ]
  }

  cells({ row, overlaps = [] }: SettledRow): SheetCell[] {
    const places = this.#populations.map(([all, apart]) => (all.has(row) ? (apart.has(row) ? 2 : 1) : null))
    if (!this.#hasOverlaps) return places
    const taken = new Set(overlaps.flatMap((one) => one.taken.map(this.#names.cause)))
    const amount = overlaps.reduce((sum, one) => sum + one.amount, 0)
    return [...places, amount === 0 ? null : euros(amount), [...taken].join(', ')]
  }
}

/** Row by row: what was declared, what each cause takes away, what is left. Flat-rate parts have no rows. */
export function settlementRows({ lines }: Settlement, claim: Claim, context: RowContext): RowSheet {
  const { name, words, names, parameterCell } = context
  const own = lines.filter(({ base }) => base === undefined)
  const rows = own.flatMap(({ line, rows: settled }) => settled.map((row) => ({ line, row })))
  const causes = [...new Set(rows.flatMap(({ row }) => row.cuts.map(({ cause }) => cause)))]
  const projections = (claim.frame.charges ?? []).filter(
    (one) => one.kind === 'PROJECTED' && one.rows.length > 0,
  )
  const beside = new Beside(
    rows.map(({ row }) => row),
    projections,
    context,
  )
  const units = new Map(claim.mode === 'UNIT_COST' ? claim.rows.map((unit) => [unit.row, unit]) : [])
  const days = new Map(claim.mode === 'ACTUAL_COSTS' ? claim.rows.map(({ row, date }) => [row, date]) : [])
  const columns = units.size > 0 ? UNIT_COLUMNS : days.size > 0 ? (['date'] as const) : []
  const places = placesOf(columns, causes)
  const title = (key: string): string => words.text(`column.${key}`)
  const titles = [
    ...[title('line'), title('row'), ...columns.map(title)],
    ...[
      title('declared'),
      ...causes.map(names.cause),
      title('rejected'),
      title('accepted'),
      title('findings'),
    ],
    ...beside.titles,
  ]
  const written = rows.map(({ line, row }, place) => {
    const unit = units.get(row.row)
    const priced = unit ? priceUnit(unit, claim, place + 1, parameterCell) : null
    const day = days.get(row.row)
    const cells = priced?.cells ?? (day === undefined ? [] : [{ day }])
    const settled = settledRow(line, row, place + 1, { causes, places, priced, cells, names })
    return [...settled, ...beside.cells(row)]
  })
  return {
    sheet: {
      name,
      rows: [titles, ...written],
      widths: titles.map((_, at) => (at === 1 ? 24 : 16)),
      headerRows: 1,
    },
    range: (column) => rangeOf(name, places[column], 1, rows.length),
    causeRange: (cause) => {
      const at = causes.indexOf(cause)
      return at < 0 ? null : rangeOf(name, places.firstCause + at, 1, rows.length)
    },
    population: (cause) => {
      const at = projections.findIndex((one) => one.cause === cause)
      return rangeOf(name, places.accepted + 2 + at, 1, rows.length)
    },
  }
}

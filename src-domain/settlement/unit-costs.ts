import { Type, type Static } from 'typebox'
import { multiplyExactly } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { DatedValues } from '#domain/settlement/dated-values.ts'
import { finishSettlement, SettlementFrame } from '#domain/settlement/finish-settlement.ts'
import { settleRows } from '#domain/settlement/charges.ts'
import { byRow, checkRows, type CappedRow } from '#domain/settlement/settle-row.ts'
import { declaredRow, type Settlement } from '#domain/settlement/settlement.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** Units of one row: delivered on a day, of which `valid` have their proof. */
export const UnitRow = Type.Object({
  ...declaredRow,
  /** Phase of the scale. */
  code: Type.String(),
  date: Day,
  /** Below zero for units that are given back. */
  units: Type.Number(),
  /** Units that may be paid; all of them when not said. */
  valid: Type.Optional(Type.Number()),
  /** What the partner claims, in cents; the scale times the units when not said. */
  declared: Type.Optional(Type.Integer()),
})
export type UnitRow = Static<typeof UnitRow>

/** Cents per unit of a phase, from a day on. */
export const UnitCost = Type.Object({
  code: Type.String(),
  validFrom: Day,
  amount: Type.Integer({ minimum: 0 }),
})

/** A settlement by unit cost. */
export const UnitCostClaim = Type.Object({
  mode: Type.Literal('UNIT_COST'),
  rows: Type.Array(UnitRow),
  unitCosts: Type.Array(UnitCost),
  frame: SettlementFrame,
})
export type UnitCostClaim = Static<typeof UnitCostClaim>

const worth = (unitCost: number, units: number): number => multiplyExactly([unitCost, units])

function priceRow(row: UnitRow, costs: DatedValues<Static<typeof UnitCost>>): Result<CappedRow> {
  const { units, valid = units, links, deductions } = row
  const isBetween = units < 0 ? valid >= units && valid <= 0 : valid >= 0 && valid <= units
  if (!isBetween) return err('settlement.units-wrong', { row: row.row })
  const found = costs.on(row.code, row.date)
  if (!found.ok) return found
  const scale = worth(found.value.amount, units)
  const caps = [
    { cause: 'scale', most: scale },
    { cause: 'invalid-units', most: valid === units ? scale : worth(found.value.amount, valid) },
  ]
  const more = { ...(links && { links }), ...(deductions && { deductions }) }
  return ok({ row: row.row, declared: row.declared ?? scale, caps, ...more })
}

/**
 * Unit cost: min(ceiling, Σ valid units · unit cost of the day), rounded half up per row (`docs/formulas.md`).
 * @returns errors `settlement.empty`, `row-twice`, `amount-wrong`, `units-wrong`, `parameter-missing`,
 *   `parameter-overlap`, and those of the frame
 */
export function settleUnitCosts({ rows, unitCosts, frame }: UnitCostClaim): Result<Settlement> {
  const costs = DatedValues.of('unitCosts', unitCosts, ({ code }) => code)
  if (!costs.ok) return costs
  const priced: CappedRow[] = []
  const codes: string[] = []
  for (const row of byRow(rows)) {
    const one = priceRow(row, costs.value)
    if (!one.ok) return one
    priced.push(one.value)
    codes.push(row.code)
  }
  const checked = checkRows(priced)
  if (!checked.ok) return checked
  const settled = settleRows(
    priced.map((row, at) => [codes[at] ?? '', row] as const),
    frame.charges,
  )
  return finishSettlement('UNIT_COST', { ...settled, used: costs.value.used() }, frame)
}

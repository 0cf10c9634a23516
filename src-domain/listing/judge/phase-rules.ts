import { amountOn } from '#domain/convention/parameters.ts'
import type { Fields } from '#domain/listing/columns.ts'
import type { Register } from '#domain/listing/judge/register.ts'
import { printDay, when, type Check, type Gate } from '#domain/listing/judge/rule.ts'

type Participation = Fields<'participants'>

const referenceOf = (phase: string, { rows }: Register): Fields<'references'> | undefined => {
  const reference = rows.references?.get(phase)
  return reference?.kind === 'PHASE' ? reference : undefined
}

/** Phases the convention pays for, by their own code or by the unit cost their reference names. */
function isKnownPhase(phase: string, register: Register): boolean {
  const { convention, rows, unitCostCodes: paid } = register
  const reference = referenceOf(phase, register)
  const unlisted = rows.references === undefined
  if (paid.has(phase)) return true
  if (convention.financing.mode !== 'UNIT_COST') return unlisted || reference !== undefined
  return reference ? paid.has(reference.unitCostCode ?? phase) : unlisted
}

/** True when the scale has an amount for the phase on the day of entry, and its reference holds that day. */
function isInForce({ phase, entryDate }: Participation, register: Register): boolean {
  const { convention, unitCostCodes: paid } = register
  const reference = referenceOf(phase, register)
  const code = paid.has(phase) ? phase : (reference?.unitCostCode ?? phase)
  const priced = !paid.has(code) || amountOn(convention.financing.unitCosts, code, entryDate) !== null
  if (!reference) return priced
  return priced && reference.validFrom <= entryDate && entryDate <= (reference.validTo ?? '9999')
}

/** A phase must be in the scale: `docs/domain/columns.md`. */
export const phaseGate: Gate<'participants'> = {
  code: 'part-phase-unknown',
  point: 'FIN-3',
  severity: 'E',
  columns: ['phase'],
  against: 'references',
  breach: ({ phase }, register) => when(!isKnownPhase(phase, register), () => ({ phase })),
}

/** The scale is dated: a phase must be in it on the day of entry (`docs/domain/convention.md`, `docs/domain/columns.md`). */
export const phaseCheck: Check<'participants'> = {
  code: 'part-phase-not-valid',
  point: 'FIN-3',
  severity: 'F',
  columns: ['phase', 'entryDate'],
  breach: (row, register) =>
    when(!isInForce(row, register), () => ({ phase: row.phase, date: printDay(row.entryDate) })),
}
